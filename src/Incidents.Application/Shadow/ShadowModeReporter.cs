using Incidents.Application.Configuration;
using Incidents.Application.Notices;
using Incidents.Application.Notifications;
using Incidents.Application.SlackMarkup;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Application.Shadow;

/// <summary>Sums up each morning at nine what the services in shadow mode would have done to whom, in one message a channel.</summary>
/// <remarks>
/// Run with every tick; without such a service it makes no call. After an outage one message covers all the days. The clock is that of the support hours
/// of the channel's first service that has any, else UTC.
/// </remarks>
public sealed class ShadowModeReporter(NotificationLog told, ReviewShadow review, IOnCallConfigurationProvider configuration, NotificationChannels channels, TimeProvider clock)
{
    private static readonly LocalTime Nine = new(9, 0);

    /// <returns>What could not be done, in sentences. Never throws for reasons of the store.</returns>
    public async Task<IReadOnlyList<string>> Run(CancellationToken cancellation)
    {
        var failures = new List<string>();
        try
        {
            var settings = await configuration.Current(cancellation);
            var trials = settings.Services.Values.Where(service => service.IsShadow).ToLookup(settings.TeamChannelOf);
            var mornings = trials.ToDictionary(trial => $"shadow {trial.Key}", trial => (Services: trial.ToList(), trial.Key, At: LastMorning(ZoneOf(trial))));
            foreach (var (subject, before) in await told.News(mornings.ToDictionary(one => one.Key, one => InstantPattern.General.Format(one.Value.At)), cancellation))
            {
                var (services, channel, until) = mornings[subject];
                if (InstantPattern.General.Parse(before) is not { Success: true, Value: var since } || since >= until)
                {
                    continue;
                }

                var found = await review.Look(services, since, until, settings, cancellation);
                var text = ShadowSummary.Of(services, found, since.InZone(ZoneOf(services)));
                if (await channels.Tell(new Notification.Notice(channel, [text]), replaces: null, cancellation) is DeliveryResult.Rejected rejected)
                {
                    failures.Add($"summary of shadow mode for {channel}: {rejected.Answer}");
                }
            }
        }
        catch (Exception failure) when (failure is StoreUnavailableException or InvalidConfigurationException)
        {
            failures.Add($"summary of shadow mode: {failure.Message}");
        }

        return failures;
    }

    private static DateTimeZone ZoneOf(IEnumerable<Service> services) => services.Select(service => service.SupportHours?.Zone).FirstOrDefault(zone => zone is not null) ?? DateTimeZone.Utc;

    private Instant LastMorning(DateTimeZone zone)
    {
        var now = clock.Now();
        var today = (now.InZone(zone).Date + Nine).InZoneLeniently(zone).ToInstant();
        return today <= now ? today : (now.InZone(zone).Date.PlusDays(-1) + Nine).InZoneLeniently(zone).ToInstant();
    }
}
