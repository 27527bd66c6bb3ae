using Incidents.Domain;
using Incidents.Domain.Escalation;
using Incidents.Domain.OnCall;
using Incidents.Domain.Paging;
using NodaTime;

namespace Incidents.Configuration.Authoring.Comparing;

/// <summary>
/// Whom each step of a policy would really page, as <see cref="PagePlanner"/> goes about it: a step without people on call is skipped, after the last one
/// come the repeats, and then the catch-all.
/// </summary>
/// <param name="window">The schedules of the configuration the policy is in.</param>
/// <param name="policy">Null has no steps: the catch-all is paged at once.</param>
internal sealed class EscalationTimeline(CalendarWindow window, EscalationPolicy? policy)
{
    private readonly IReadOnlyList<EscalationStep> steps = policy?.Steps ?? [];
    private readonly IReadOnlyList<EscalationStep> last = window.Settings.CatchAll.Steps;

    /// <summary>How many steps page before the catch-all; 1, for the catch-all itself, where the policy has no step.</summary>
    public int Rungs => Math.Max(1, steps.Count);

    /// <summary>The instants at which the people a step pages may change.</summary>
    public IEnumerable<Instant> Cuts => steps.Concat(last)
        .SelectMany(step => step.Targets).OfType<EscalationTarget.OnCall>()
        .Select(target => target.Schedule).Distinct()
        .SelectMany(window.Cuts);

    /// <summary>Whom a step pages that fires at an instant; null when there is no such step.</summary>
    /// <param name="step">The first is 1.</param>
    public Paged? At(int step, Instant at)
    {
        if (step > Rungs)
        {
            return null;
        }

        var repeated = policy?.Repeat > 0 ? steps.Take(step - 1) : [];
        return steps.Skip(step - 1).Concat(repeated).Concat(last)
            .Select(one => PagedBy(one, at))
            .FirstOrDefault(paged => !paged.People.IsNobody) ?? new Paged(PersonSet.Nobody, OneOf: false);
    }

    /// <summary>The first schedule a step asks; null when it asks none.</summary>
    public ScheduleId? ScheduleOf(int step) =>
        (step <= steps.Count ? steps[step - 1] : last.Count > 0 ? last[0] : null)?.Targets.OfType<EscalationTarget.OnCall>().FirstOrDefault()?.Schedule;

    private Paged PagedBy(EscalationStep step, Instant at)
    {
        PersonSet people = PersonSet.Of([.. step.Targets.SelectMany(target => Reach(target, at)).Where(id => window.Settings.People.GetValueOrDefault(id) is { IsActive: true })]);
        return new Paged(people, step.RoundRobin && people.Count > 1);
    }

    private IEnumerable<PersonId> Reach(EscalationTarget target, Instant at) => target switch
    {
        EscalationTarget.OnCall onCall => window.WhoIsOnCall(onCall.Schedule, at),
        EscalationTarget.Everyone everyone => window.Settings.Teams.GetValueOrDefault(everyone.Team)?.Members ?? [],
        EscalationTarget.One one => [one.Person],
        _ => [],
    };
}
