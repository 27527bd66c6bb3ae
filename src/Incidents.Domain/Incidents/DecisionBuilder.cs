using System.Collections.Immutable;

namespace Incidents.Domain.Incidents;

/// <summary>Collects events and shows what the incident looks like after each, so that a decision can build on its own beginning.</summary>
internal sealed class DecisionBuilder(Incident incident)
{
    private readonly ImmutableList<IncidentEvent>.Builder events = ImmutableList.CreateBuilder<IncidentEvent>();

    public Incident State { get; private set; } = incident;

    public DecisionBuilder Add(IncidentEvent happened)
    {
        State = Evolution.Apply(State, happened);
        events.Add(happened);
        return this;
    }

    public Decision Build(Refusal otherwise) =>
        events.Count == 0 ? new Decision.Ignored(otherwise) : new Decision.Accepted(events.ToImmutable(), State);

    public Decision.Accepted Accept() => new(events.ToImmutable(), State);
}
