using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Escalation;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Configuration.Review;

/// <summary>All people a policy can ever page, whatever the rotations say today.</summary>
internal static class PagedPeople
{
    /// <summary>Active people of each step, once for each step.</summary>
    public static IEnumerable<(Person Person, Duration Timeout)> Of(OnCallConfiguration configuration, IReadOnlyList<EscalationStep> steps) =>
        from step in steps
        from id in step.Targets.SelectMany(target => Of(configuration, target)).Distinct()
        let person = configuration.People[id]
        where person.IsActive
        select (person, step.Timeout);

    private static IEnumerable<PersonId> Of(OnCallConfiguration configuration, EscalationTarget target) => target switch
    {
        EscalationTarget.One one => [one.Person],
        EscalationTarget.Everyone everyone => configuration.Teams[everyone.Team].Members,
        EscalationTarget.OnCall onCall => RosterReview.Named(configuration.Schedules[onCall.Schedule].Definition),
        _ => [],
    };
}
