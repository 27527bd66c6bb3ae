using Incidents.Application;
using Incidents.Application.Store;
using Incidents.Application.Sweep;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Incidents.Cli.Up;

/// <summary>On one machine looking costs nothing, so what falls due between two ticks need not wait for the next one.</summary>
internal sealed class SweepEverySecond(SweepIncidents sweep, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await second.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await sweep.Run(clock.Now() + Duration.FromSeconds(10), stoppingToken);
            }
            catch (StoreUnavailableException)
            {
                // The tick says so once a minute.
            }
        }
    }
}
