using NodaTime;

namespace Incidents.Application.Configuration.Versions;

/// <summary>Records that a person was removed from a version; the copy kept is for reading only.</summary>
/// <param name="By">Who did it, as they called themselves.</param>
public sealed record Redaction(string By, Instant At);
