using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Incidents.Scenarios.Tests;

/// <summary>A machine whose clock can be set: time passes when told to, or on waits, and setting the clock is no time that passes.</summary>
/// <remarks>Of <see cref="FakeTimeProvider"/> alone, what <see cref="TimeProvider.GetTimestamp"/> counts would be set back with the clock.</remarks>
internal sealed class SetMachine : FakeTimeProvider
{
    private readonly long began;
    private TimeSpan ahead;

    public SetMachine(Instant start)
        : base(start.ToDateTimeOffset()) => began = GetTimestamp();

    /// <summary>Is done once, at the next wait.</summary>
    public Action? AtNextWait { get; set; }

    public TimeSpan Passed => GetElapsedTime(began);

    public void Pass(Duration time) => Advance(time.ToTimeSpan());

    public void Set(Duration by) => ahead += by.ToTimeSpan();

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public override long GetTimestamp() => base.GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
        {
            Advance(dueTime);
            var act = AtNextWait;
            AtNextWait = null;
            act?.Invoke();
        }

        return System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
    }
}
