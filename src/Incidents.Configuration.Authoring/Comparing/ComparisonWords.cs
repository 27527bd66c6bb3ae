using Incidents.Domain;
using Incidents.Domain.OnCall;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Configuration.Authoring.Comparing;

/// <summary>People, steps and times of a comparison, as every way of showing it says them.</summary>
internal sealed class ComparisonWords(ConfigurationComparison comparison)
{
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly ZonedDateTimePattern Local = ZonedDateTimePattern.CreateWithInvariantCulture("ddd d MMM HH:mm", null);

    /// <summary>`ada` by her name; by the id where neither configuration has her.</summary>
    public string Name(PersonId id) => (comparison.After.FindPerson(id) ?? comparison.Before.FindPerson(id))?.Name ?? id.Value;

    /// <summary>`Ada + Grace`, or `nobody`.</summary>
    public string Names(PersonSet people) => people.IsNobody ? "nobody" : string.Join(" + ", people.Select(Name));

    /// <summary>`Ada + Grace`, `one of Ada, Grace`, `nobody`, or `no such step`.</summary>
    public string Names(Paged? paged) => paged switch
    {
        null => "no such step",
        { OneOf: true } => $"one of {string.Join(", ", paged.People.Select(Name))}",
        _ => Names(paged.People),
    };

    /// <summary>`2026-09-14 07:00 – 2026-09-21 07:00`, in UTC.</summary>
    public static string Window(Instant from, Instant to) => $"{Utc.Format(from)} – {Utc.Format(to)}";

    /// <summary>`Mon 14 Sep 09:00 – Mon 21 Sep 09:00` by the clocks of a place.</summary>
    public static string Window(Instant from, Instant to, DateTimeZone zone) => $"{Local.Format(from.InZone(zone))} – {Local.Format(to.InZone(zone))}";

    /// <summary>`3 days 2 h of 30 days`: how much of the window is different.</summary>
    public string Share<T>(IReadOnlyList<Difference<T>> stretches) =>
        $"{Length(stretches.Aggregate(Duration.Zero, (sum, stretch) => sum + (stretch.To - stretch.From)))} of {Length(comparison.To - comparison.From)}";

    /// <summary>The window that was compared.</summary>
    public string Compared => $"{Window(comparison.From, comparison.To)} UTC";

    /// <summary>What the dated form of an edit does.</summary>
    public static string Reason(ParticipantsEdit edit) =>
        $"the edit takes the running turn from who is on duty; this keeps them until {Utc.Format(edit.Until)} UTC ({Local.Format(edit.Until.InZone(edit.Zone))}), and then the new list takes turns";

    /// <summary>How to use the dated form of an edit.</summary>
    public static string Advice(ParticipantsEdit edit) =>
        "Paste it in the place of `participants` (and `changes`)" + (edit.Gone.Count == 0 ? "" : $", and leave {string.Join(", ", edit.Gone)} under `people`: it names them");

    /// <summary>Ids, the first few of many.</summary>
    public static string Some(IReadOnlyList<ServiceId> ids)
    {
        const int Shown = 8;
        return ids.Count <= Shown + 1 ? string.Join(", ", ids) : $"{string.Join(", ", ids.Take(Shown))} and {ids.Count - Shown} more";
    }

    private static string Length(Duration length)
    {
        string[] parts =
        [
            .. length.Days > 0 ? new[] { length.Days == 1 ? "1 day" : $"{length.Days} days" } : [],
            .. length.Hours > 0 ? new[] { $"{length.Hours} h" } : [],
            .. length.Minutes > 0 ? new[] { $"{length.Minutes} min" } : [],
        ];
        return parts.Length > 0 ? string.Join(' ', parts) : "less than a minute";
    }
}
