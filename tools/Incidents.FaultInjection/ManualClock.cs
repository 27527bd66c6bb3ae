using NodaTime;

namespace Incidents.FaultInjection;

/// <summary>A clock that moves only when told to. A timer under a second fires at once; a longer one, which is a timeout, never fires.</summary>
internal sealed class ManualClock(Instant start) : TimeProvider
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    public Instant Now { get; private set; } = start;

    public void Move(Duration time) => Now += time;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override long GetTimestamp() => Now.ToUnixTimeTicks();

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero && dueTime < Short)
        {
            callback(state);
        }

        return new Idle();
    }

    private sealed class Idle : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
