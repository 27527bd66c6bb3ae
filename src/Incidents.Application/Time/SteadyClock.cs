namespace Incidents.Application.Time;

/// <summary>The time of one process, which goes on when the clock of its machine is set back: what is due in five minutes is done five minutes later.</summary>
/// <remarks>
/// A clock that is set ahead is followed at once; one that is set back from <see cref="Rejoin"/> on, or when it has caught up. Who signs, or checks what others have
/// signed, takes <see cref="Clock.Machine"/>.
/// </remarks>
/// <param name="machine">The clock that may be set.</param>
public sealed class SteadyClock(TimeProvider machine) : TimeProvider
{
    // What daemons that keep the time correct in small steps is followed as it is.
    private static readonly TimeSpan SmallStep = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private DateTimeOffset known = machine.GetUtcNow();
    private long at = machine.GetTimestamp();

    /// <summary>The clock of the machine.</summary>
    public TimeProvider Machine => machine;

    /// <summary>How far this one is ahead since that one was set back; zero when it was not.</summary>
    public TimeSpan SetBackBy => GetUtcNow() - machine.GetUtcNow() is var ahead && ahead > SmallStep ? ahead : TimeSpan.Zero;

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    /// <inheritdoc />
    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            var (now, stamp) = (machine.GetUtcNow(), machine.GetTimestamp());
            var goneOn = known + machine.GetElapsedTime(at, stamp);
            (known, at) = (now >= goneOn - SmallStep ? now : goneOn, stamp);
            return known;
        }
    }

    /// <summary>Is at least at that time: an earlier process was.</summary>
    public void NotBefore(DateTimeOffset time)
    {
        lock (gate)
        {
            known = time > known ? time : known;
        }
    }

    /// <summary>Goes by the clock of the machine again.</summary>
    public void Rejoin()
    {
        lock (gate)
        {
            (known, at) = (machine.GetUtcNow(), machine.GetTimestamp());
        }
    }

    /// <inheritdoc />
    public override long GetTimestamp() => machine.GetTimestamp();

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => machine.CreateTimer(callback, state, dueTime, period);
}
