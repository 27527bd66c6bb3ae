using Incidents.Application.DueWork;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Incidents.Cli.Up;

/// <summary>On one machine looking costs nothing, so what falls due between two ticks need not wait for the next one.</summary>
internal sealed partial class SweepEverySecond(DueIncidentProcessor sweep, IIncidentStore store, ILogger<SweepEverySecond> log, TimeProvider clock)
    : RecurringWork("The sweep of every second", TimeSpan.FromSeconds(1), log, clock)
{
    private static readonly Duration Soon = Duration.FromMinutes(1);

    private readonly ILogger<SweepEverySecond> log = log;
    private readonly TimeProvider clock = clock;
    private bool isApart;

    protected override async Task Round(CancellationToken cancellation)
    {
        await sweep.Run(clock.Now() + Duration.FromSeconds(10), cancellation);
        if (clock is SteadyClock steady)
        {
            await Rejoin(steady, cancellation);
        }
    }

    /// <summary>Once no incident is open and no message waits, a clock that was set back delays no page.</summary>
    private async Task Rejoin(SteadyClock steady, CancellationToken cancellation)
    {
        var by = steady.SetBackBy;
        if (by == TimeSpan.Zero)
        {
            isApart = false;
            return;
        }

        if (!isApart)
        {
            isApart = true;
            SetBack(TimeSpan.FromSeconds(Math.Round(by.TotalSeconds)));
        }

        if ((await store.OpenIncidents(cancellation)).Count == 0 && await sweep.NextDue(clock.Now() + Soon, cancellation) is null)
        {
            steady.Rejoin();
            isApart = false;
            Rejoined();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock of this machine was set back by {By}. What is due goes on by the time that passes; the clock counts again once no incident is open")]
    private partial void SetBack(TimeSpan by);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No incident is open: the clock of this machine counts again")]
    private partial void Rejoined();
}
