using NodaTime;

namespace Incidents.Application.Configuration.Versions;

/// <summary>That a person was taken out of a version: what is kept is a copy for reading.</summary>
/// <param name="By">Who did it, as they called themselves.</param>
public sealed record Redaction(string By, Instant At);
