using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.Tests.Incidents;

/// <summary>A policy of three steps of five minutes that page Ana, Ben and Cleo, repeated once, then Dora as the catch-all every 15 minutes. Everybody has Slack and SMS.</summary>
internal sealed class ThreeSteps : IPagePlanner
{
    /// <summary>When everybody's quiet hours end; null when it is none of theirs.</summary>
    public Instant? QuietUntil { get; init; }

    private static readonly string[] People = ["dora", "ana", "ben", "cleo"];

    public PagingPlan Start(Incident incident) => Plan(new EscalationPosition(1, 1), incident);

    public PagingPlan Next(Incident incident) => Plan(
        incident.Escalation?.Position switch
        {
            null => new EscalationPosition(1, 1),
            { Step: 0 } at => at,
            { Step: 3, Round: 1 } => new EscalationPosition(2, 1),
            { Step: 3 } at => at with { Step = 0 },
            { } at => at with { Step = at.Step + 1 },
        },
        incident);

    public PagingPlan Again(Incident incident) => incident.Escalation is { } at ? Plan(at.Position, incident) with { Position = null, Timeout = null } : Start(incident);

    public PagingPlan Person(PersonId person, Incident incident) => new([Target(person.Value, incident.Escalation?.Step ?? 1)], [])
    {
        Position = incident.Escalation?.Position ?? new EscalationPosition(1, 1),
        Timeout = Duration.FromMinutes(5),
    };

    public bool IsOnCall(PersonId person) => person.Value == "ana";

    public PageTarget? Another(Page page, IReadOnlyCollection<string> tried) =>
        new[] { "slack", "sms" }.FirstOrDefault(channel => !tried.Contains(channel)) is { } next ? new PageTarget(page.Person, page.Person.Value, next, page.Step) : null;

    public Instant? WaitsUntil(PersonId person, string channel, Urgency urgency) => urgency == Urgency.Low && channel != "slack" ? QuietUntil : null;

    private static PagingPlan Plan(EscalationPosition position, Incident incident) => new([Target(People[position.Step], position.Step)], [])
    {
        Position = position,
        Timeout = incident.Urgency == Urgency.Low ? null : position.Step == 0 ? Duration.FromMinutes(15) : Duration.FromMinutes(5),
    };

    private static PageTarget Target(string person, int step) => new(new PersonId(person), char.ToUpperInvariant(person[0]) + person[1..], "slack", step);
}
