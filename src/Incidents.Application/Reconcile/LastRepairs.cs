using NodaTime;

namespace Incidents.Application.Reconcile;

/// <summary>What the newest run in this process found, for the health check.</summary>
public sealed class LastRepairs
{
    private volatile Seen? seen;

    /// <summary>Null before the first run.</summary>
    public (Instant At, Repairs Found)? Newest => seen is { } last ? (last.At, last.Found) : null;

    internal void Set(Instant at, Repairs found) => seen = new Seen(at, found);

    private sealed record Seen(Instant At, Repairs Found);
}
