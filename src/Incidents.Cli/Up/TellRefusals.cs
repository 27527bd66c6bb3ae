using Incidents.Application.Refusals;
using Microsoft.Extensions.Hosting;

namespace Incidents.Cli.Up;

/// <summary>Says once a minute what was refused since.</summary>
internal sealed class TellRefusals(RefusalCounts refusals, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await minute.WaitForNextTickAsync(stoppingToken))
        {
            refusals.Tell();
        }
    }
}
