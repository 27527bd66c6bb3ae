using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Incidents.Functions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Incidents.Cli.Up;

/// <summary>EventBridge's schedule on one machine: calls the tick each minute, and does not wait for it.</summary>
internal sealed partial class TickEveryMinute(TickFunction function, RetryAlarmFunction retry, LocalRetries retries, DataDirectory data, ILogger<TickEveryMinute> log, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(120);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            _ = Tick();
            _ = Retry(stoppingToken);
        }
        while (await minute.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Tick()
    {
        try
        {
            await function.Tick(new ScheduledEvent(), new LocalContext(Timeout, clock, log));
        }
        catch (Exception failure)
        {
            SweepFailed(DiskProblem.Now(data) is { } disk ? $"{failure.Message} {disk}" : failure.Message);
        }
    }

    private async Task Retry(CancellationToken cancellation)
    {
        try
        {
            await retries.TryAgain(retry, new LocalContext(Timeout, clock, log), cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            RetryFailed(failure.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The sweep could not run: {Reason}")]
    private partial void SweepFailed(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "What waits to be tried again could not be read: {Reason}")]
    private partial void RetryFailed(string reason);
}
