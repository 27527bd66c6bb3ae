using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>Plans as another planner does, but lets pages wait that can leave together with others.</summary>
/// <param name="place">Where a page of the incident arrives: name of its Slack channel, or the person.</param>
public sealed class GatheringPlanner(IPagePlanner inner, LastMinute known, Func<PersonId, string, string> place, Instant now) : IPagePlanner
{
    /// <inheritdoc />
    public PagingPlan Start(Incident incident) => Gather(inner.Start(incident), incident.Severity, incident.Source);

    /// <inheritdoc />
    public PagingPlan Next(Incident incident) => Gather(inner.Next(incident), incident.Severity, incident.Source);

    /// <inheritdoc />
    public PagingPlan Again(Incident incident) => Gather(inner.Again(incident), incident.Severity, incident.Source);

    /// <inheritdoc />
    public PagingPlan Person(PersonId person, Incident incident) => Gather(inner.Person(person, incident), incident.Severity, incident.Source);

    /// <inheritdoc />
    public Duration? TimeoutOf(EscalationPosition? position) => inner.TimeoutOf(position);

    /// <inheritdoc />
    public bool IsOnCall(PersonId person) => inner.IsOnCall(person);

    /// <inheritdoc />
    public PageTarget? Another(Page page, IReadOnlyCollection<string> tried) => inner.Another(page, tried);

    /// <inheritdoc />
    public Duration? RepeatsAfter(string channel) => inner.RepeatsAfter(channel);

    /// <inheritdoc />
    public Instant? WaitsUntil(PersonId person, string channel, Urgency urgency) => inner.WaitsUntil(person, channel, urgency);

    /// <inheritdoc />
    public Instant? LeavesAt(PersonId person, string channel, Incident incident) => LeavesAt(person, channel, incident.Severity, incident.Source);

    /// <summary>The same people and channels; what falls due now and can leave with others waits for them. What comes later is looked at then.</summary>
    public PagingPlan Gather(PagingPlan plan, Severity severity, IncidentSource source) => plan with
    {
        Targets =
        [
            .. plan.Targets.Select(target => target.After <= Duration.Zero && LeavesAt(target.Person, target.Channel, severity, source) is { } at
                ? target with { After = at - now, Late = true }
                : target),
        ],
    };

    /// <summary>A check proves that a page gets through at this moment.</summary>
    private Instant? LeavesAt(PersonId person, string channel, Severity severity, IncidentSource source) =>
        source.IsCheck() ? null : known.LeavesAt(person, channel, place(person, channel), severity, now);
}
