using Incidents.Application;
using Incidents.Application.Sweep;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Incidents.Cli.Up;

/// <summary>On one machine looking costs nothing, so what falls due between two ticks need not wait for the next one.</summary>
internal sealed class SweepEverySecond(SweepIncidents sweep, ILogger<SweepEverySecond> log, TimeProvider clock)
    : RecurringWork("The sweep of every second", TimeSpan.FromSeconds(1), log, clock)
{
    private readonly TimeProvider clock = clock;

    protected override Task Round(CancellationToken cancellation) => sweep.Run(clock.Now() + Duration.FromSeconds(10), cancellation);
}
