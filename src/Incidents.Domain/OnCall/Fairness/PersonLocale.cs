using NodaTime;

namespace Incidents.Domain.OnCall.Fairness;

/// <summary>Where a person lives, as far as their load is concerned.</summary>
/// <param name="Holidays">Public holidays; empty when they are not known.</param>
public sealed record PersonLocale(DateTimeZone Zone, IReadOnlySet<LocalDate> Holidays);
