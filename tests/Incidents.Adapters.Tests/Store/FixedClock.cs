using NodaTime;

namespace Incidents.Adapters.Tests.Store;

/// <summary>Stands still until it is moved; timers run in real time.</summary>
internal sealed class FixedClock(Instant now) : TimeProvider
{
    public Instant Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}
