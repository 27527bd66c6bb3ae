using Incidents.Application.Notifications;
using Incidents.Application.Runbooks;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Paging;
using Incidents.Domain.People;

namespace Incidents.Application.Postmortems;

/// <summary>Gathers what a postmortem needs from an incident's own events.</summary>
public static class PostmortemFacts
{
    /// <param name="incident">A resolved incident.</param>
    /// <param name="timeline">All its entries, those of joined alarms included, oldest first.</param>
    /// <param name="members">The alarms that joined.</param>
    /// <param name="alarm">The alarm that opened it, where its message could be read.</param>
    /// <param name="runbooks">The runbooks that were attached.</param>
    /// <param name="settings">For the service's name, and for the names of people that must not appear.</param>
    public static PostmortemInput Of(
        Incident incident,
        IReadOnlyList<TimelineEntry> timeline,
        IReadOnlyList<MemberAlarm> members,
        Alarm? alarm,
        IEnumerable<Runbook> runbooks,
        OnCallConfiguration settings)
    {
        var events = timeline.Select(entry => entry.Event).ToList();
        var paged = events.OfType<PageSent>().Select(page => page.Person).ToHashSet();
        return new PostmortemInput
        {
            Number = incident.Number,
            Title = incident.Title,
            Service = settings.ServiceOf(incident).Name,
            Severity = incident.Severity,
            DetectedBy = incident.Source,
            TriggeredAt = incident.TriggeredAt,
            AcknowledgedAt = events.OfType<IncidentAcknowledged>().FirstOrDefault()?.At,
            // What a person took up again had not been restored by the recovery before it.
            RecoveredAt = incident.RecoveredAt ?? (incident is { IsKeptOpen: true, IsOpen: false } ? incident.ResolvedAt : null),
            ResolvedAt = incident.ResolvedAt ?? events[^1].At,
            ResolvedWhileFiring = incident.ResolvedWhileFiring,
            Reopened = incident.Reopened,
            Alarms = [.. Alarms(incident, alarm, members)],
            Timeline = [.. events.Where(e => e.IsStory && e is not PostmortemDrafted).Select(e => new PostmortemEntry(e.At, Describe(e, paged)))],
            Runbooks = [.. runbooks.Select(r => new PostmortemRunbook(r.Id, r.Title))],
            Pages = [.. events.OfType<PageSent>().Where(page => page.Person != PagePlanner.Nobody).Select(page => new PostmortemPage(PostmortemRole.OnCallResponder, page.Channel, page.At))],
            People = [.. settings.People.Values.SelectMany(Names), .. events.Select(ActorOf).OfType<Actor>().Where(by => by != Actor.System).SelectMany(Names)],
        };
    }

    private static IEnumerable<PostmortemAlarm> Alarms(Incident incident, Alarm? opener, IReadOnlyList<MemberAlarm> members) =>
    [
        .. opener is null ? [] : new[] { new PostmortemAlarm(opener.Name, opener.Reason, opener.ChangedAt) },
        .. members.Where(m => m.Member != incident.Opener?.Member).OrderBy(m => m.JoinedAt).Select(m => new PostmortemAlarm(m.Name, m.Reason, m.Changes[0].At)),
    ];

    private static string Describe(IncidentEvent happened, HashSet<PersonId> paged) => happened.Describe(
        actor => PostmortemRoles.Of(actor, paged).InWords(),
        person => person == PagePlanner.Nobody ? person.Value : PostmortemRole.OnCallResponder.InWords());

    private static Actor? ActorOf(IncidentEvent happened) => happened switch
    {
        IncidentTriggered e => e.By,
        IncidentAcknowledged e => e.By,
        AcknowledgementGivenBack e => e.By,
        SeverityChanged e => e.By,
        IncidentResolved e => e.By,
        IncidentReopenedByPerson e => e.By,
        NoteAdded e => e.By,
        _ => null,
    };

    private static IEnumerable<string> Names(Actor actor) => actor.SlackUserId() is { } user ? [actor.Name, user] : [actor.Name];

    /// <summary>A bare id may be a word like any other (`will`, `may`), so it counts as a name only behind an @.</summary>
    private static IEnumerable<string> Names(Person person) =>
        new[] { person.Name, $"@{person.Id}", person.SlackId, person.Email, person.Phone }.OfType<string>();
}
