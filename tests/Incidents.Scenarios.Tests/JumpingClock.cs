using NodaTime;

namespace Incidents.Scenarios.Tests;

/// <summary>Stands still until told to jump. Delays are over at once, so that nothing waits for real time.</summary>
internal sealed class JumpingClock(Instant start) : TimeProvider
{
    private Instant now = start;

    public void Jump(Duration time) => now += time;

    public override DateTimeOffset GetUtcNow() => now.ToDateTimeOffset();

    /// <summary>Whoever waits finds the clock at the end of the wait.</summary>
    public bool JumpsOnWaits { get; set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (JumpsOnWaits && dueTime > TimeSpan.Zero)
        {
            Jump(Duration.FromTimeSpan(dueTime));
        }

        return TimeProvider.System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
    }
}
