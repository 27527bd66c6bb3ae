using Incidents.Application.Briefing;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Slack.Cards;

/// <summary>Who is asked, who has it, who ended it.</summary>
internal static class CardPeople
{
    /// <summary>The line that wakes somebody while nobody has the incident, and that says who has it afterwards.</summary>
    public static Mrkdwn Asked(IncidentBriefing briefing, CardTimes times)
    {
        var incident = briefing.Incident;
        return incident switch
        {
            { ResolvedAt: { } at } => Mrkdwn.Of($"*Resolved* at {times.Of(at, incident.TriggeredAt)} after {CardTimes.Length(at - incident.TriggeredAt)}: {Reason(incident)}."),
            _ when IsRaised(incident) && briefing.Paged.Count > 0 =>
                Mrkdwn.Of($"{Mrkdwn.Join(", ", briefing.Paged.Select(person => Named(person, briefing, times)))}: it got worse since {incident.AcknowledgedBy?.Name} acknowledged it."),
            { Status: IncidentStatus.Acknowledged, AcknowledgedAt: { } at, AcknowledgedBy: { } by } =>
                Mrkdwn.Of($"*Acknowledged* by {by.Name} at {times.Of(at, incident.TriggeredAt)}, {CardTimes.Length(at - incident.TriggeredAt)} after it began."),
            _ when briefing.Paged.Count == 0 => Mrkdwn.Of($"*Nobody is on call for this.* Whoever reads it: please acknowledge."),
            _ => Mrkdwn.Of($"{Mrkdwn.Join(", ", briefing.Paged.Select(person => Named(person, briefing, times)))}: please acknowledge."),
        };
    }

    /// <summary>Somebody is paged although somebody has it: it got worse.</summary>
    public static bool IsRaised(Incident incident) => incident.IsOpen && incident.Pages.Any(page => page.RequestedAt > incident.AcknowledgedAt);

    /// <summary>`Ana until 03:19`, for the lock screen.</summary>
    public static Mrkdwn Duty(IncidentBriefing briefing, CardTimes times) => briefing.Paged.Count switch
    {
        0 => Mrkdwn.Of($"nobody on call"),
        1 => Duty(briefing.Paged[0], briefing, times),
        var people => Mrkdwn.Of($"{Duty(briefing.Paged[0], briefing, times)} and {people - 1} more"),
    };

    private static Mrkdwn Named(PagedPerson person, IncidentBriefing briefing, CardTimes times)
    {
        var name = person.SlackId is { } id ? Mrkdwn.Mention(id) : Mrkdwn.Of($"*{person.Name}*");
        return person.Until is { } until ? Mrkdwn.Of($"{name} (on call until {times.Of(until, briefing.Incident.TriggeredAt)})") : name;
    }

    private static Mrkdwn Duty(PagedPerson person, IncidentBriefing briefing, CardTimes times) => person.Until is { } until
        ? Mrkdwn.Of($"{person.Name} until {times.Of(until, briefing.Incident.TriggeredAt)}")
        : Mrkdwn.Of($"{person.Name}");

    /// <summary>Why it ended, as the end of a sentence.</summary>
    public static string Reason(Incident incident) => incident switch
    {
        { ResolvedWhileFiring: true } => "a person resolved it while an alarm was still in ALARM",
        { ResolveReason: ResolveReason.RecoveredByItself } => "all alarms went back to OK",
        { ResolveReason: ResolveReason.FalseAlarm } => "it was a false alarm",
        { ResolveReason: ResolveReason.Duplicate } => "it is told in another incident",
        _ => "a person resolved it",
    };
}
