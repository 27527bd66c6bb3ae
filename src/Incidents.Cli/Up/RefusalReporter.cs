using Incidents.Application.Refusals;
using Microsoft.Extensions.Logging;

namespace Incidents.Cli.Up;

/// <summary>Says once a minute what was refused since.</summary>
internal sealed class RefusalReporter(RefusalCounts refusals, ILogger<RefusalReporter> log, TimeProvider clock) : RecurringWork("Telling what was refused", TimeSpan.FromMinutes(1), log, clock)
{
    protected override Task Round(CancellationToken cancellation)
    {
        refusals.Tell();
        return Task.CompletedTask;
    }
}
