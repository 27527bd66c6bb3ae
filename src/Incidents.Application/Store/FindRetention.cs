using NodaTime;

namespace Incidents.Application.Store;

/// <summary>How long an incident stays once it is resolved, by the configuration in force; null for good, which is also the answer when nobody can tell.</summary>
public delegate ValueTask<Duration?> FindRetention(CancellationToken cancellation);
