using Incidents.Application.Actions;
using Incidents.Application.Configuration;
using Incidents.Application.Links;
using Incidents.Application.Notifications;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Application.LinkPages;

/// <summary>Opens the link of a message, and runs its action when asked to. Its holder is taken for the person it was sent to.</summary>
/// <remarks>A link that expired, was never made, or belongs to a person who has left is the same as none: nothing tells them apart.</remarks>
public sealed class OpenLink(
    ILinkStore links,
    IIncidentStore store,
    IOnCallConfigurationProvider configuration,
    AcknowledgeIncident acknowledge,
    EscalateIncident escalate,
    NotificationContentBuilder briefer,
    ActOnSeveral several,
    TimeProvider clock)
{
    /// <summary>Reads the incident behind a link without changing it: the link may be opened by a mail scanner.</summary>
    /// <returns>Null when the link opens nothing.</returns>
    /// <exception cref="StoreUnavailableException">It cannot be read.</exception>
    public async Task<LinkView?> Show(string? token, CancellationToken cancellation)
    {
        var settings = await configuration.CurrentOrNone(cancellation);
        return await Valid(token, settings, cancellation) is { } link && await store.Load(link.Incident, member: null, cancellation) is { } record
            ? await View(record, link, settings, cancellation)
            : null;
    }

    /// <summary>Acts in the name of the person. What cannot be done any more changes nothing; the view then says why.</summary>
    /// <returns>Null when the link opens nothing.</returns>
    /// <exception cref="StoreUnavailableException">Nothing is changed, as far as is known; doing it again does no harm.</exception>
    public async Task<LinkView?> Act(string? token, LinkAction action, CancellationToken cancellation)
    {
        var settings = await configuration.CurrentOrNone(cancellation);
        if (await Valid(token, settings, cancellation) is not { } link)
        {
            return null;
        }

        var by = new Actor(link.Person.Value, link.PersonName, Via.Link);
        var result = action switch
        {
            LinkAction.AcknowledgeAll => (await several.Acknowledge([link.Incident, .. link.Also], by, cancellation))[0].Change ?? throw new StoreUnavailableException($"{link.Incident} cannot be written"),
            LinkAction.Acknowledge => await acknowledge.Handle(link.Incident, by, cancellation),
            LinkAction.Escalate => await escalate.Handle(link.Incident, by, cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "no such action"),
        };
        return result switch
        {
            ChangeResult.Changed changed => await View(changed.After, link, settings, cancellation) with { HasEscalated = action == LinkAction.Escalate },
            ChangeResult.Ignored { Refusal: Refusal.JustEscalated } twice => await View(twice.Record, link, settings, cancellation) with { HasEscalated = true },
            ChangeResult.Ignored { Refusal: Refusal.NoConfiguration } nobody => await View(nobody.Record, link, settings, cancellation) with { Refused = Refusal.NoConfiguration.InWords() },
            ChangeResult.Ignored ignored => await View(ignored.Record, link, settings, cancellation),
            _ => null,
        };
    }

    private async Task<ResponderLink?> Valid(string? token, OnCallConfiguration? settings, CancellationToken cancellation) =>
        LinkToken.Hash(token) is { } hash
        && await links.Find(hash, cancellation) is { Receipt: null } link
        && clock.Now() < link.ExpiresAt
        && (settings is null || Holder(link, settings) is { IsActive: true })
            ? link
            : null;

    private async Task<LinkView> View(IncidentRecord record, ResponderLink link, OnCallConfiguration? settings, CancellationToken cancellation) => new()
    {
        Briefing = settings is null ? Unbriefed(record.Incident) : briefer.Brief(record, settings),
        Others = [.. (await Task.WhenAll(link.Also.Select(number => store.Load(number, member: null, cancellation)))).OfType<IncidentRecord>().Select(other => other.Incident)],
        Link = link,
        Zone = settings is not null && Holder(link, settings) is { } reader ? settings.ZoneOf(reader.Id) : DateTimeZone.Utc,
        At = clock.Now(),
    };

    /// <summary>What can be said of an incident while no configuration can be read.</summary>
    private static NotificationContent Unbriefed(Incident incident) => new() { Incident = incident, ServiceName = incident.Service.Value, Team = new TeamChannel(ChannelKind.Slack, "") };

    private static Person? Holder(ResponderLink link, OnCallConfiguration? settings) => settings?.FindPerson(link.Person);
}
