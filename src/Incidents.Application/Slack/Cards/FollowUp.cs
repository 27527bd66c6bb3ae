using Incidents.Application.Notifications;
using Incidents.Application.Slack.BlockKit;
using Incidents.Application.SlackMarkup;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Slack.Cards;

/// <summary>The one short message about a change that did not come from a press on the card. Mentions only the holder who is asked "still on it?" or is told of alarms that joined, and the person who resolved it while an alarm fires.</summary>
public sealed class FollowUp(CardLinks reach)
{
    /// <summary>Renders the news; a question brings its buttons along.</summary>
    public SlackMessage Render(NotificationContent briefing, UpdateKind news)
    {
        var incident = briefing.Incident;
        var times = IncidentCard.Times(briefing);
        var text = Mrkdwn.Of($"{ShadowWords.Before(briefing.IsShadow)}{Name(incident)} {briefing.ServiceAndAccount}: {News(briefing, briefing.Incident, Mentioned(briefing, news), news, times, reach.Commands)}");
        return Asks(incident, news)
            ? new SlackMessage(text, new SlackBlock.Section(text), news == UpdateKind.StillOnIt ? CardButtons.Answers(briefing, reach) : CardButtons.Row(briefing, reach), new SlackBlock.Context(CardButtons.InWords(incident, reach)))
            : new SlackMessage(text, new SlackBlock.Section(text));
    }

    private static bool Asks(Incident incident, UpdateKind news) =>
        (incident.IsOpen || news == UpdateKind.Reminder) && news is UpdateKind.GivenBack or UpdateKind.Recovered or UpdateKind.Reopened or UpdateKind.Reminder or UpdateKind.StillOnIt or UpdateKind.Held;

    /// <summary>The one person whom the message addresses; null when it addresses none.</summary>
    public static PagedPerson? Mentioned(NotificationContent briefing, UpdateKind news) => news switch
    {
        UpdateKind.StillOnIt => briefing.Holder,
        UpdateKind.AlarmsJoined when briefing.Incident.Status == IncidentStatus.Acknowledged => briefing.Holder,
        UpdateKind.Reminder when !briefing.Incident.IsOpen => briefing.Holder,
        _ => null,
    };

    private static Mrkdwn News(NotificationContent briefing, Incident incident, PagedPerson? holder, UpdateKind news, CardTimes times, HostCommands commands) => news switch
    {
        UpdateKind.StillOnIt => Mrkdwn.Of($"{Mention(incident, holder)}, still on it? Without an answer {(HasWatchAt(holder, incident.AcknowledgedUntil) ? "you are" : "whoever is on call then is")} paged at {times.Date(incident.AcknowledgedUntil ?? incident.TriggeredAt, incident.TriggeredAt)}, and then the next step."),
        UpdateKind.Snoozed => Mrkdwn.Of($"snoozed by {incident.AcknowledgedBy?.Name} until {times.Date(incident.SnoozedUntil ?? incident.TriggeredAt, incident.TriggeredAt)}."),
        UpdateKind.Mitigated => Mrkdwn.Of($"mitigated after {Since(incident, incident.MitigatedAt)}: customers are no longer hurt."),
        UpdateKind.SeverityLowered => Mrkdwn.Of($"lowered to {incident.Severity.ToString()}."),
        UpdateKind.Held when incident.Quiet is { } quiet => Mrkdwn.Of($"{Line(briefing)}. {quiet.Why}. Nobody is paged before {times.Date(quiet.Until, incident.TriggeredAt)}."),
        UpdateKind.Held => Mrkdwn.Of($"{Line(briefing)}: opened without a page."),
        UpdateKind.Acknowledged => Mrkdwn.Of($"acknowledged by {incident.AcknowledgedBy?.Name} after {Since(incident, incident.AcknowledgedAt)}."),
        UpdateKind.GivenBack => Mrkdwn.Of($"given back by {incident.AcknowledgedBy?.Name}. Nobody has it now."),
        UpdateKind.AlarmsJoined when incident.Joined is { Again: { Length: > 0 } name } => Mrkdwn.Of($"{ForHolder(incident, holder)}{Mrkdwn.Code(name)} fires again."),
        UpdateKind.AlarmsJoined => Mrkdwn.Of($"{ForHolder(incident, holder)}{CardFacts.InWords(incident)} joined{CardFacts.Named([.. (incident.Joined.Names ?? []).Take(incident.Joined.News > 0 ? incident.Joined.News : NewAlarms.MostNames)], incident.Joined.News > 0 ? incident.Joined.News : incident.Joined.Total)}{CardFacts.Firing(incident)}."),
        UpdateKind.Recovered => Recovered(incident, times),
        UpdateKind.Reopened when incident.Status == IncidentStatus.Acknowledged => Mrkdwn.Of($"reopened by {incident.AcknowledgedBy?.Name}, who has it. Nobody is paged."),
        UpdateKind.Reopened => Mrkdwn.Of($"back again, time {incident.Reopened}: an alarm of it fired. The page that is out stands."),
        UpdateKind.Resolved => Mrkdwn.Of($"resolved after {Since(incident, incident.ResolvedAt)}: {CardPeople.Reason(incident)}.{CardPeople.Draft(briefing, commands)}"),
        _ when incident.IsOpen => Mrkdwn.Of($"still open since {times.Date(incident.TriggeredAt, Instant.MaxValue)}{Holder(incident)}."),
        _ when holder?.SlackId is { } id => Mrkdwn.Of($"{Mrkdwn.Mention(id)}, you resolved it, and an alarm of it is still in ALARM."),
        _ => Mrkdwn.Of($"resolved, and an alarm of it is still in ALARM."),
    };

    private static Mrkdwn Recovered(Incident incident, CardTimes times)
    {
        var since = incident.RecoveredAt ?? incident.TriggeredAt;
        return incident.ResolveAt is { } at
            ? Mrkdwn.Of($"recovered, resolve? All alarms are OK since {times.Date(since, incident.TriggeredAt)}; it resolves at {times.Date(at, since)} if nothing fires again.")
            : Mrkdwn.Of($"recovered, resolve? All alarms are OK since {times.Date(since, incident.TriggeredAt)}.");
    }

    private static Mrkdwn ForHolder(Incident incident, PagedPerson? holder) =>
        incident.Status == IncidentStatus.Acknowledged ? Mrkdwn.Of($"{Mention(incident, holder)}: ") : Mrkdwn.Empty;

    private static Mrkdwn Mention(Incident incident, PagedPerson? holder) =>
        holder?.SlackId is { } id ? Mrkdwn.Mention(id) : Mrkdwn.Of($"{incident.AcknowledgedBy?.Name}");

    private static string Line(NotificationContent briefing) => HeadlineWords.Line(briefing, LongestLine);

    private const int LongestLine = 300;

    /// <summary>Whether the holder's shift lasts beyond that time; true when their shift is not known.</summary>
    private static bool HasWatchAt(PagedPerson? holder, Instant? at) => holder is null || holder.Until > at;

    private static string Since(Incident incident, Instant? at) => CardTimes.Length((at ?? incident.TriggeredAt) - incident.TriggeredAt);

    private static Mrkdwn Holder(Incident incident) =>
        incident.Status == IncidentStatus.Acknowledged ? Mrkdwn.Of($", acknowledged by {incident.AcknowledgedBy?.Name}") : Mrkdwn.Of($", and nobody has it");

    private Mrkdwn Name(Incident incident) =>
        reach.IncidentPage(incident.Number) is { } page ? Mrkdwn.Link(page, incident.Number.ToString()) : Mrkdwn.Of($"{incident.Number.ToString()}");
}
