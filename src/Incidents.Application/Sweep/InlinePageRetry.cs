using Incidents.Application.DueWork;
using Incidents.Application.Store;
using Incidents.Application.Time;
using NodaTime;

namespace Incidents.Application.Sweep;

/// <summary>Stays a few seconds with pages that a channel asked to wait with: the next tick may be most of a minute away.</summary>
public sealed class InlinePageRetry(DueIncidentProcessor sweep, TimeProvider clock)
{
    /// <summary>How long the first three retries take, and a little.</summary>
    public static readonly Duration Patience = Duration.FromSeconds(14);

    /// <summary>Sweeps each time something falls due, until nothing does before <paramref name="leave"/>. What stays is the tick's.</summary>
    public async Task Run(Instant leave, CancellationToken cancellation)
    {
        try
        {
            // By the time that passes: a clock that is set back meanwhile makes no wait longer.
            var (begin, patience) = (clock.GetTimestamp(), leave - clock.Now());
            for (var sweeps = 0; sweeps < MostSweeps && clock.Now() < leave && Left() > Duration.Zero && await sweep.NextDue(leave, cancellation) is { } next; sweeps++)
            {
                var wait = Duration.Max(Duration.Min(next - clock.Now(), Left()), Shortest);
                await Task.Delay(wait.ToTimeSpan(), clock, cancellation);
                await sweep.Run(leave, cancellation);
            }

            Duration Left() => patience - Duration.FromTimeSpan(clock.GetElapsedTime(begin));
        }
        catch (StoreUnavailableException)
        {
            // The alarm is handled; a delivery that seems to have failed would only bring it back.
        }
    }

    private const int MostSweeps = 12;
    private static readonly Duration Shortest = Duration.FromMilliseconds(200);
}
