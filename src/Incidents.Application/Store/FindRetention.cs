using NodaTime;

namespace Incidents.Application.Store;

/// <summary>How long an incident stays once it is resolved, by the configuration in force; null keeps it for good, and also when the configuration cannot be read.</summary>
public delegate ValueTask<Duration?> FindRetention(CancellationToken cancellation);
