using NodaTime;

namespace Incidents.Domain.OnCall.Absences;

/// <summary>A time somebody is away. It changes nobody's turn: who is paged is for schedules and overrides to say.</summary>
/// <param name="To">First instant after it.</param>
public sealed record Absence(PersonId Person, Instant From, Instant To);
