using Incidents.Domain.Configuration;
using Incidents.Domain.Escalation;
using Incidents.Domain.People;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Cli.Doctor;

/// <summary>Whether the people who can be paged have confirmed a test page lately: what rang once may have been muted, or sold, since.</summary>
internal static class TestPagesConfirmed
{
    private static readonly Duration Fresh = Duration.FromDays(30);

    /// <param name="configuration">Null when it has mistakes, which `check` reports.</param>
    /// <param name="confirmed">When each confirmed one last, by id.</param>
    public static IReadOnlyList<Finding> Judge(OnCallConfiguration? configuration, IReadOnlyDictionary<string, Instant> confirmed, Instant now)
    {
        if (configuration is null)
        {
            return [];
        }

        Finding[] late =
        [
            .. Paged(configuration).Where(person => !confirmed.TryGetValue(person.Id.Value, out var at) || now - at > Fresh).Select(person => new Finding(
                Level.Warning,
                confirmed.TryGetValue(person.Id.Value, out var at)
                    ? $"{person.Name} confirmed a test page last on {LocalDatePattern.Iso.Format(at.InUtc().Date)}, more than {Fresh.Days} days ago"
                    : $"{person.Name} has confirmed no test page",
                $"./incidents test-page {person.Id} --asleep, or `test_page_at` on the schedule")),
        ];
        return late.Length > 0 ? late : [new Finding(Level.Good, $"everybody who is paged has confirmed a test page in the last {Fresh.Days} days")];
    }

    private static IEnumerable<Person> Paged(OnCallConfiguration configuration) => configuration.Policies.Values.SelectMany(policy => policy.Steps).Concat(configuration.CatchAll.Steps)
        .SelectMany(step => step.Targets)
        .SelectMany(target => target switch
        {
            EscalationTarget.One one => [one.Person],
            EscalationTarget.Everyone everyone => configuration.Teams[everyone.Team].Members,
            EscalationTarget.OnCall onCall => configuration.Schedules[onCall.Schedule].Definition.Layers.SelectMany(layer => layer.Participants).SelectMany(participant => participant.People),
            _ => [],
        })
        .Distinct().Select(id => configuration.People[id]).Where(person => person.IsActive);
}
