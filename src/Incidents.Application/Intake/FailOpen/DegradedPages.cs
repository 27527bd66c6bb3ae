using Incidents.Application.Alarms;
using Incidents.Application.Configuration;
using Incidents.Application.Overrides;
using Incidents.Application.Paging;
using Incidents.Application.Time;
using Incidents.Configuration.Loading;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Intake.FailOpen;

/// <summary>
/// Tells who is on call, and the fallback topic, of alarms that cannot become incidents now: by the last known configuration, without the store.
/// One message a service in five minutes, with a count.
/// </summary>
public sealed class DegradedPages(
    IFallback fallback, PageWithoutStore people, IOnCallConfigurationProvider configuration, RuntimeOverrides overrides, AlarmAllowList sources, TimeProvider clock) : IDisposable
{
    private static readonly Duration Quiet = Duration.FromMinutes(5);

    private readonly NotificationThrottle sparingly = new(clock, Quiet);

    /// <summary>Pages for an alarm while the store gives no answer.</summary>
    /// <param name="reason">What the store, or its client, said.</param>
    public async Task<FallbackResult> Tell(AlarmMessage message, string reason, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        if (DegradedPage.Of(message, sources, settings) is not { } page)
        {
            return new FallbackResult.NotNeeded();
        }

        // What cannot wait is not left out because of what could.
        var about = $"{page.Service.Id} {settings.UrgencyOf(page.Service, page.Severity, clock.Now())}";
        return await Tell(about, Shared(page), left => Page(page, reason, settings, left, cancellation), cancellation);
    }

    /// <summary>Reports to the fallback topic that a message has failed for the last time and is parked.</summary>
    public async Task<FallbackResult> TellParked(AlarmMessage message, string reason, CancellationToken cancellation)
    {
        try
        {
            var settings = await configuration.Current(cancellation);
            var page = DegradedPage.Of(message, sources, settings);
            return await Tell($"parked {page?.Service.Id}", thing: "", left => Topic(DegradedPage.Parked(page, message, reason, settings, clock.Now(), left), cancellation), cancellation);
        }
        catch (InvalidConfigurationException broken)
        {
            return await TellBroken(message, broken.Result, cancellation);
        }
    }

    /// <summary>Reports to the fallback topic that there is no configuration to route an alarm by.</summary>
    public Task<FallbackResult> TellBroken(AlarmMessage message, ConfigurationResult.Invalid problem, CancellationToken cancellation) =>
        Tell("broken configuration", thing: "", left => Topic(DegradedPage.WithoutConfiguration(message, sources, problem, left), cancellation), cancellation);

    /// <inheritdoc />
    public void Dispose() => sparingly.Dispose();

    /// <summary>Key of the alarms that would share an incident: a page about one tells its readers only of those.</summary>
    private static string Shared(DegradedPage page) =>
        Grouping.Of(page.Alarm is null ? IncidentSource.Unreadable : IncidentSource.Alarm, page.Service.Rules.Group, page.Alarm) is var group && group == Grouping.Family
            ? $"{page.Alarm?.Member} {page.Name} {page.Severity}"
            : $"{group} {page.Severity}";

    private async Task<FallbackResult> Tell(string about, string thing, Func<SuppressedCount?, Task<IReadOnlyList<PersonId>?>> tell, CancellationToken cancellation) =>
        await sparingly.Tell(about, thing, tell, cancellation) is { } reached ? new FallbackResult.Yes(reached)
        : fallback.ReachesPeople ? new FallbackResult.No()
        : new FallbackResult.OnlyShown();

    /// <summary>People and the topic at once: whichever is slow keeps the others from nothing.</summary>
    private async Task<IReadOnlyList<PersonId>?> Page(DegradedPage page, string reason, OnCallConfiguration settings, SuppressedCount? left, CancellationToken cancellation)
    {
        var now = clock.Now();
        var topic = Topic(page.WhileTheStoreIsDown(reason, overrides.AreKnown, settings, now, left), cancellation);
        var (isTaken, reached) = await people.Send(page, page.WhoShouldLook(settings, now), DegradedPage.Advice(overrides.AreKnown), settings, cancellation);
        return await topic is not null || isTaken ? reached : null;
    }

    private async Task<IReadOnlyList<PersonId>?> Topic(FallbackMessage message, CancellationToken cancellation) =>
        await Publish(message, cancellation) && fallback.ReachesPeople ? [] : null;

    /// <summary>Publishes, and retries once without an answer: there is no later fallback, and a second message is better than none.</summary>
    private async Task<bool> Publish(FallbackMessage message, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await fallback.Publish(message, cancellation);
            if (outcome is DeliveryResult.Delivered or DeliveryResult.Rejected || attempt == MostAttempts)
            {
                return outcome is DeliveryResult.Delivered;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(100, 400)), clock, cancellation);
        }
    }

    private const int MostAttempts = 2;
}

/// <summary>What became of a degraded page.</summary>
public abstract record FallbackResult
{
    private FallbackResult()
    {
    }

    /// <summary>A page went out: this one, or one about the same minutes ago.</summary>
    /// <param name="Reached">Ids of the people for whom a channel that wakes took one that names what this one would.</param>
    public sealed record Yes(IReadOnlyList<PersonId> Reached) : FallbackResult;

    /// <summary>No channel and no topic took it.</summary>
    public sealed record No : FallbackResult;

    /// <summary>No channel took it, and what stands for the fallback topic reaches no person.</summary>
    public sealed record OnlyShown : FallbackResult;

    /// <summary>The message calls for no page.</summary>
    public sealed record NotNeeded : FallbackResult;
}
