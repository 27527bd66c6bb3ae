using NodaTime;

namespace Incidents.Application;

/// <summary>The one bridge from the host's clock to the domain's time.</summary>
public static class Clock
{
    /// <summary>The present, in UTC.</summary>
    public static Instant Now(this TimeProvider clock) => Instant.FromDateTimeOffset(clock.GetUtcNow());
}
