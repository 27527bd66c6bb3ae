using Incidents.Application.Notifications;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Paging;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Application.Intake.FailOpen;

/// <summary>Sends a degraded page to people by every way that needs no store: Slack, and whatever wakes them.</summary>
/// <remarks>One attempt each, and a second where the first certainly did not arrive: nothing is stored that could be retried later.</remarks>
public sealed class PageWithoutStore(NotificationChannels channels, NotificationContentBuilder briefer, TimeProvider clock) : IDisposable
{
    /// <summary>The store has used up most of what a function has, and the message has still to be kept.</summary>
    private static readonly TimeSpan LeavesTimeForAnother = TimeSpan.FromSeconds(1);

    private readonly NotificationThrottle rings = new(clock, LastMinute.Length);

    /// <returns>Whether any channel took it, and the people for whom one did that wakes.</returns>
    internal async Task<(bool IsTaken, IReadOnlyList<PersonId> Reached)> Send(DegradedPage page, IReadOnlyList<Person> people, string advice, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var now = clock.Now();
        var urgency = settings.UrgencyOf(page.Service, page.Severity, now);
        var briefing = new NotificationContent
        {
            Incident = new Incident
            {
                Number = new IncidentNumber(0),
                Title = page.Alarm is null ? page.What : page.Name,
                Service = page.Service.Id,
                Severity = page.Severity,
                Urgency = urgency,
                Source = page.Alarm is null ? IncidentSource.Unreadable : IncidentSource.Alarm,
                TriggeredAt = page.Since,
            },
            Alarm = page.Alarm,
            ServiceName = page.Service.Name,
            Account = settings.AccountName(page.Alarm?.Origin?.Account),
            Team = settings.TeamChannelOf(page.Service),
            Degraded = advice,
        };
        var key = $"DEGRADED.{page.Service.Id}.{now.ToUnixTimeSeconds()}";
        var card = Attempt(Page.Team, Message(people), cancellation);
        var rung = urgency == Urgency.Low
            ? []
            : await Task.WhenAll(people.SelectMany(person => Ways(person, settings).Select(async kind => (Person: person, Kind: kind, Outcome: await Ring(person, kind, Message([person]), cancellation)))));
        return (
            await card is DeliveryResult.Delivered || rung.Any(way => way.Outcome is DeliveryResult.Delivered),
            [.. rung.Where(way => way.Outcome is DeliveryResult.Delivered && ContactMethods.Wakes(way.Kind)).Select(way => way.Person.Id).Distinct()]);

        PageMessage Message(IReadOnlyList<Person> to) => new Notification.Page { Briefing = briefing with { Paged = briefer.People(to.Select(p => p.Id), settings) }, To = to, Key = key };
    }

    /// <inheritdoc />
    public void Dispose() => rings.Dispose();

    /// <summary>The person's channels that can wake; email for a person without any.</summary>
    private static IReadOnlyList<string> Ways(Person person, OnCallConfiguration settings)
    {
        var ways = settings.NextChannels(person).Where(kind => kind != ChannelKind.Slack).ToLookup(ContactMethods.Wakes);
        return [.. ways[ways[true].Any()]];
    }

    /// <summary>Sends at most one text and one call a minute to a person, however many services fail. An alarm left out counts as not having reached them, for no message named its service.</summary>
    private async Task<DeliveryResult?> Ring(Person person, string kind, PageMessage message, CancellationToken cancellation)
    {
        if (LastMinute.MostAlone(kind) > 1)
        {
            return await Attempt(kind, message, cancellation);
        }

        DeliveryResult? outcome = null;
        await rings.Tell(
            $"{kind} {person.Id}",
            message.Key,
            async _ => (outcome = await Attempt(kind, message, cancellation)) is DeliveryResult.Delivered ? [] : null,
            cancellation);
        return outcome;
    }

    private async Task<DeliveryResult?> Attempt(string kind, PageMessage message, CancellationToken cancellation)
    {
        if (!channels.CanSend(kind, message.Team))
        {
            return null;
        }

        var began = clock.GetTimestamp();
        var outcome = await channels.Page(kind, message, cancellation);
        if (outcome is not DeliveryResult.RetryLater || clock.GetElapsedTime(began) > LeavesTimeForAnother)
        {
            return outcome;
        }

        await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(100, 400)), clock, cancellation);
        return await channels.Page(kind, message with { Attempt = 2 }, cancellation);
    }
}
