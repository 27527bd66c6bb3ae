using Incidents.Application.Time;
using NodaTime;

namespace Incidents.Cli.Simulation;

/// <summary>Stands still until it is moved. Timers ring when it is moved to their time or past it, the earliest first.</summary>
/// <remarks>For one thread: the caller that moves it also runs the timers' callbacks.</remarks>
internal sealed class VirtualClock(Instant start) : TimeProvider
{
    private readonly PriorityQueue<VirtualTimer, (Instant At, long Order)> timers = new();
    private Instant now = start;
    private long order;

    public override long TimestampFrequency => NodaConstants.TicksPerSecond;

    /// <summary>Moves it forward; a time that has passed leaves it where it is. Waits for nothing.</summary>
    public void MoveTo(Instant time)
    {
        while (timers.TryPeek(out _, out var next) && next.At <= time)
        {
            now = Instant.Max(now, next.At);
            timers.Dequeue().Ring(next.Order);
        }

        now = Instant.Max(now, RoundUp(time));
    }

    /// <summary>Sees a piece of work to its end; where it waits for time to pass, time passes.</summary>
    public async Task Finish(Task work)
    {
        while (!work.IsCompleted && timers.TryPeek(out _, out var next))
        {
            MoveTo(next.At);
        }

        await work;
    }

    public override DateTimeOffset GetUtcNow() => now.ToDateTimeOffset();

    public override long GetTimestamp() => now.ToUnixTimeTicks();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>The host's clock counts in ticks of 100 ns: rounded down, what is due would never quite be.</summary>
    private static Instant RoundUp(Instant time) =>
        Instant.FromUnixTimeTicks(time.ToUnixTimeTicks()) is var whole && whole < time ? whole + Duration.FromTicks(1) : whole;

    private sealed class VirtualTimer(VirtualClock clock, Action callback) : ITimer
    {
        private long armed = -1;
        private TimeSpan period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            this.period = period;
            armed = -1;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                armed = clock.order++;
                clock.timers.Enqueue(this, (RoundUp(clock.Now() + Duration.FromTimeSpan(dueTime)), armed));
            }

            return true;
        }

        /// <param name="order">A timer that was changed or disposed since has another, and stays silent.</param>
        public void Ring(long order)
        {
            if (order != armed)
            {
                return;
            }

            Change(period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan, period);
            callback();
        }

        public void Dispose() => armed = -1;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
