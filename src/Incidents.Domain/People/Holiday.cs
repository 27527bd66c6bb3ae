using NodaTime;

namespace Incidents.Domain.People;

/// <summary>A public holiday of a country. It counts in reports of fairness; paging does not depend on it.</summary>
/// <param name="Name">What people call it.</param>
public sealed record Holiday(LocalDate Date, string Name);
