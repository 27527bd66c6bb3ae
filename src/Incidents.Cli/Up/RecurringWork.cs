using Incidents.Application.Redaction;
using Incidents.Application.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Incidents.Cli.Up;

/// <summary>Work that comes round as long as the process lives: whatever a round throws is said, and the next one comes.</summary>
/// <param name="name">Says what it is, at the beginning of a sentence.</param>
internal abstract partial class RecurringWork(string name, TimeSpan every, ILogger log, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan SameAgain = TimeSpan.FromMinutes(1);

    private (string Text, long At)? said;

    /// <summary>One round.</summary>
    /// <exception cref="StoreUnavailableException">The tick says so once a minute; here it is not said again.</exception>
    protected abstract Task Round(CancellationToken cancellation);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, clock);
        do
        {
            try
            {
                await Round(stoppingToken);
            }
            catch (StoreUnavailableException)
            {
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Say(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>What fails every second is said every minute.</summary>
    private void Say(Exception failure)
    {
        var text = $"{failure.GetType().Name}: {failure.Message}";
        if (said is { } last && last.Text == text && clock.GetElapsedTime(last.At) < SameAgain)
        {
            return;
        }

        said = (text, clock.GetTimestamp());
        RoundFailed(name, Redactor.Redact(failure.ToString()));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Work} failed, and goes on: {Failure}")]
    private partial void RoundFailed(string work, string failure);
}
