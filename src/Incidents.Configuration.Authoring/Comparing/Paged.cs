using Incidents.Domain.OnCall;

namespace Incidents.Configuration.Authoring.Comparing;

/// <summary>Whom a step pages.</summary>
/// <param name="People">Active ones only; nobody when not even the catch-all has anybody.</param>
/// <param name="OneOf">Incidents take turns among them; otherwise all are paged.</param>
public sealed record Paged(PersonSet People, bool OneOf);
