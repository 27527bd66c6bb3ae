using Incidents.Domain;
using Incidents.Domain.OnCall;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Configuration.Authoring.Comparing;

/// <summary>An edit of `participants` that takes a running turn from the people who have it, and the dated form that leaves it to them.</summary>
/// <param name="Schedule">Its id.</param>
/// <param name="Layer">The name of the layer; null where the schedule is its only layer.</param>
/// <param name="Zone">Whose clock the schedule's hand-offs are read from.</param>
/// <param name="Until">When the shift on duty ends and the edit takes effect.</param>
/// <param name="Yaml">Lines to stand in the file in the place of `participants` and `changes`, indented as the shipped files are.</param>
/// <param name="Gone">People named in <paramref name="Yaml"/> whom the new configuration removes: with these lines it loads only while they stay in `people`.</param>
public sealed record ParticipantsEdit(ScheduleId Schedule, string? Layer, DateTimeZone Zone, Instant Until, IReadOnlyList<string> Yaml, IReadOnlyList<PersonId> Gone)
{
    private const string KeysOfSchedule = "    ";
    private const string KeysOfLayer = "        ";

    /// <summary>The place in the files, `schedules.primary` or `schedules.primary.layers`, with the layer's name.</summary>
    public string Place => Layer is null ? $"schedules.{Schedule}" : $"schedules.{Schedule}.layers, {Layer}";

    internal static IEnumerable<ParticipantsEdit> Find(CalendarWindow before, CalendarWindow after, IEnumerable<OnCallChange> onCall) =>
        from change in onCall
        let schedule = after.Settings.Schedules[change.Schedule]
        from dated in DatedParticipants.Of(before.Settings.Schedules[change.Schedule].Definition, schedule.Definition, after.From)
        select new ParticipantsEdit(
            change.Schedule,
            schedule.IsItsOnlyLayer ? null : dated.Layer,
            change.Zone,
            dated.Until,
            [.. Lines(dated, schedule.IsItsOnlyLayer ? KeysOfSchedule : KeysOfLayer)],
            [.. People(dated).Where(person => !after.Settings.People.ContainsKey(person))]);

    private static IEnumerable<PersonId> People(DatedParticipants dated) =>
        dated.Changes.Select(change => change.Participants).Prepend(dated.Participants).SelectMany(list => list).SelectMany(one => one.People).Distinct();

    private static IEnumerable<string> Lines(DatedParticipants dated, string indent) =>
    [
        $"{indent}participants: {List(dated.Participants)}",
        .. dated.Changes.Count == 0 ? [] : new[] { $"{indent}changes:" },
        .. dated.Changes.Select(change => $"{indent}  - {{ at: {InstantPattern.General.Format(change.At)}, participants: {List(change.Participants)} }}"),
    ];

    private static string List(IEnumerable<Participant> participants) => $"[{string.Join(", ", participants.Select(Text))}]";

    private static string Text(Participant one) =>
        one.IsVacant ? "null" : one.People.Count == 1 ? Text(one.People[0]) : $"[{string.Join(", ", one.People.Select(Text))}]";

    /// <summary>Quoted where YAML takes the bare word for something else than a text.</summary>
    private static string Text(PersonId person) =>
        char.IsAsciiLetter(person.Value[0]) && !Words.Contains(person.Value) ? person.Value : $"\"{person.Value}\"";

    private static readonly HashSet<string> Words = new(["null", "true", "false", "yes", "no", "on", "off", "y", "n"], StringComparer.OrdinalIgnoreCase);
}
