using NodaTime;

namespace Incidents.Scenarios.Tests;

/// <summary>A machine whose clock can be set: time passes when told to, or on waits, and setting the clock is no time that passes.</summary>
internal sealed class SetMachine(Instant start) : TimeProvider
{
    private Instant clock = start;
    private long passed;

    /// <summary>Is done once, at the next wait.</summary>
    public Action? AtNextWait { get; set; }

    public TimeSpan Passed => TimeSpan.FromTicks(passed);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Pass(Duration time)
    {
        clock += time;
        passed += time.BclCompatibleTicks;
    }

    public void Set(Duration by) => clock += by;

    public override DateTimeOffset GetUtcNow() => clock.ToDateTimeOffset();

    public override long GetTimestamp() => passed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
        {
            Pass(Duration.FromTimeSpan(dueTime));
            var act = AtNextWait;
            AtNextWait = null;
            act?.Invoke();
        }

        return System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
    }
}
