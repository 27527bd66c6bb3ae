using Incidents.Domain.OnCall;

namespace Incidents.Configuration.Authoring.Comparing;

/// <summary>Whom a step pages.</summary>
/// <param name="People">Active ones only; empty when not even the catch-all has an active person.</param>
/// <param name="OneOf">Incidents take turns among them; otherwise all are paged.</param>
public sealed record Paged(PersonSet People, bool OneOf);
