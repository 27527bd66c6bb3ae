using Incidents.Application.Alarms;
using Incidents.Application.Configuration;
using Incidents.Application.Paging;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Intake.FailOpen;

/// <summary>Tells the fallback topic of alarms that cannot become incidents now. One message a service in five minutes, with a count.</summary>
public sealed class DegradedPages(IFallback fallback, IConfigurationSource configuration, AlarmSources sources, TimeProvider clock) : IDisposable
{
    private readonly SparinglyTold sparingly = new(clock);

    /// <summary>Tells of an alarm while the store gives no answer.</summary>
    /// <param name="reason">What the store, or its client, said.</param>
    /// <returns>Whether somebody is told; <see cref="Told.NotNeeded"/> for what would wake nobody anyway.</returns>
    public async Task<Told> Tell(AlarmMessage message, string reason, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        return DegradedPage.Of(message, sources, settings) is { } page
            ? await Tell(page.Service.Id, left => page.WhileTheStoreIsDown(reason, settings, clock.Now(), left), cancellation)
            : Told.NotNeeded;
    }

    /// <summary>Tells that a message has failed for the last time and is parked.</summary>
    public async Task<Told> TellParked(AlarmMessage message, string reason, CancellationToken cancellation)
    {
        try
        {
            var settings = await configuration.Current(cancellation);
            var page = DegradedPage.Of(message, sources, settings);
            return await Tell($"parked {page?.Service.Id}", left => DegradedPage.Parked(page, message, reason, settings, clock.Now(), left), cancellation);
        }
        catch (InvalidConfigurationException broken)
        {
            return await TellBroken(message, broken.Result, cancellation);
        }
    }

    /// <summary>Tells that there is no configuration to route an alarm by.</summary>
    public Task<Told> TellBroken(AlarmMessage message, ConfigurationResult.Invalid problem, CancellationToken cancellation) =>
        Tell("broken configuration", left => DegradedPage.WithoutConfiguration(message, sources, problem, left), cancellation);

    /// <inheritdoc />
    public void Dispose() => sparingly.Dispose();

    private async Task<Told> Tell(string about, Func<LeftOut?, FallbackMessage> compose, CancellationToken cancellation) =>
        await sparingly.Tell(about, left => Publish(compose(left), cancellation), cancellation) ? Told.Yes : Told.No;

    /// <summary>Nothing stands behind this, so no answer counts as no: a second message is better than none.</summary>
    private async Task<bool> Publish(FallbackMessage message, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await fallback.Publish(message, cancellation);
            if (outcome is PageOutcome.Sent or PageOutcome.Failed || attempt == MostAttempts)
            {
                return outcome is PageOutcome.Sent;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(100, 400)), clock, cancellation);
        }
    }

    private const int MostAttempts = 2;
}

/// <summary>Whether the fallback topic has told somebody.</summary>
public enum Told
{
    /// <summary>It has, with this message or with one about the same minutes ago.</summary>
    Yes,

    /// <summary>It could not.</summary>
    No,

    /// <summary>There is nothing to wake anybody for.</summary>
    NotNeeded,
}
