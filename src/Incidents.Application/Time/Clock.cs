using NodaTime;

namespace Incidents.Application.Time;

/// <summary>The one bridge from the host's clock to the domain's time.</summary>
public static class Clock
{
    /// <summary>The present, in UTC.</summary>
    public static Instant Now(this TimeProvider clock) => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>The clock that others see: for signatures, whose receivers compare it with their own.</summary>
    public static TimeProvider Machine(this TimeProvider clock) => clock is SteadyClock steady ? steady.Machine : clock;
}
