using NodaTime;

namespace Incidents.Domain.OnCall.Fairness;

/// <summary>Where somebody lives, as far as their load is concerned.</summary>
/// <param name="Holidays">Public holidays; empty when nobody knows.</param>
public sealed record PersonLocale(DateTimeZone Zone, IReadOnlySet<LocalDate> Holidays);
