using Incidents.Application.Notifications;
using Incidents.Application.SlackMarkup;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;

namespace Incidents.Application.Slack.Cards;

/// <summary>Who is asked, who has it, who ended it.</summary>
internal static class CardPeople
{
    /// <summary>The line that mentions the people paged while the incident is not acknowledged, and names its holder afterwards.</summary>
    public static Mrkdwn Asked(NotificationContent briefing, CardTimes times, HostCommands commands)
    {
        var incident = briefing.Incident;
        return incident switch
        {
            { ResolvedAt: { } at } => Mrkdwn.Of($"*Resolved* at {times.Date(at, incident.TriggeredAt)} after {CardTimes.Length(at - incident.TriggeredAt)}: {Reason(incident)}.{Draft(briefing, commands)}"),
            _ when briefing.IsShadow && WouldPage(incident) => Mrkdwn.Join(" ", Mrkdwn.Of($"*Shadow mode: nobody is paged.* {InShadow(briefing)}"), Because(briefing)),
            _ when briefing.NewAlarms is { } news =>
                Mrkdwn.Of($"{Mentions(briefing, times)}: you have it, and {(news.Count == 1 ? "an alarm new to it fires" : $"{news.Count} alarms new to it fire")}{CardFacts.Named(news.Count == 1 ? [] : news.Names, news.Count)}. Whatever you do here shows that you know."),
            { OutsiderHasUntil: { } until, AcknowledgedBy: { } by } => Mrkdwn.Join(
                " ",
                Mentions(briefing, times),
                Mrkdwn.Of($"*{by.Name} {(incident.SnoozedUntil is null ? "acknowledged" : "snoozed")} it and is none of the configured people.* The policy goes on at {times.Date(until, incident.TriggeredAt)} unless one of them acknowledges.")),
            _ when IsRaised(incident) && briefing.Paged.Count > 0 && incident.Escalation?.FiredAt > incident.AcknowledgedAt =>
                Mrkdwn.Join(" ", Mrkdwn.Of($"{Mentions(briefing, times)}: it got worse since {incident.AcknowledgedBy?.Name} acknowledged it."), Because(briefing)),
            _ when IsRaised(incident) && briefing.Paged.Count > 0 =>
                Mrkdwn.Of($"{Mentions(briefing, times)}: your help is wanted. {incident.AcknowledgedBy?.Name} has it."),
            { SnoozedUntil: { } until, AcknowledgedBy: { } by } =>
                Mrkdwn.Of($"*Snoozed* by {by.Name} until {times.Date(until, incident.AcknowledgedAt ?? until)}. Then whoever is on call is paged."),
            { Status: IncidentStatus.Acknowledged, AcknowledgedAt: { } at, AcknowledgedBy: { } by } =>
                Mrkdwn.Of($"*Acknowledged* by {by.Name} at {times.Date(at, incident.TriggeredAt)}, {CardTimes.Length(at - incident.TriggeredAt)} after it began."),
            { Quiet: { } quiet } => Mrkdwn.Of($"*Held:* {quiet.Why}. Nobody is paged before {times.Date(quiet.Until, incident.TriggeredAt)}."),
            _ when briefing is { Paged.Count: 0, ToldBefore: { Count: > 0 } told } => Mrkdwn.Of($"*{string.Join(", ", told)}* got a degraded page while the store gave no answer: please acknowledge here."),
            _ when briefing.Paged.Count == 0 => Mrkdwn.Of($"*Nobody is on call for this.* Whoever reads it: please acknowledge."),
            _ => Mrkdwn.Join(" ", Mrkdwn.Of($"{Mentions(briefing, times)}: please acknowledge."), Because(briefing)),
        };
    }

    /// <summary>Where the draft of a postmortem is read, once it is written; empty where none is.</summary>
    public static Mrkdwn Draft(NotificationContent briefing, HostCommands commands) => briefing is { IsDrafted: true, Incident.IsOpen: false }
        ? Mrkdwn.Of($" Its postmortem is drafted: {Mrkdwn.Code(commands.Of($"postmortem {briefing.Incident.Number}"))}")
        : Mrkdwn.Empty;

    /// <summary>Whether a live service would page at this moment.</summary>
    public static bool WouldPage(Incident incident) => incident is { Status: IncidentStatus.Triggered, Quiet: null } || IsRaised(incident);

    /// <summary>`would page Ana now`, for the lock screen.</summary>
    public static Mrkdwn WouldPage(NotificationContent briefing) =>
        Mrkdwn.Of($"would page {(briefing.Paged.Count == 0 ? "nobody" : string.Join(", ", briefing.Paged.Select(person => person.Name)))} now");

    private static Mrkdwn InShadow(NotificationContent briefing) => briefing.Paged.Count == 0
        ? Mrkdwn.Of($"It would page nobody now, for nobody is on call.")
        : Mrkdwn.Lines(briefing.Paged.Select(person => Mrkdwn.Of($"It would page *{person.Name}* now by {person.WouldBePagedBy}.")));

    /// <summary>`step 2`, `step 1 again`, `the catch-all`; empty for the step with which every policy begins.</summary>
    public static string Step(EscalationState? at) => at switch
    {
        null or { Round: 1, Step: 1 } => "",
        { Step: 0 } => "the catch-all",
        { Round: 1 } => $"step {at.Step}",
        _ => $"step {at.Step} again",
    };

    /// <summary>Why people are paged now who were not paged at the beginning: `Ana has not answered: step 2.`</summary>
    private static Mrkdwn Because(NotificationContent briefing)
    {
        if (briefing.Incident.Escalation is not { Why: { Length: > 0 } why } at)
        {
            return Mrkdwn.Empty;
        }

        var reason = why == EscalationState.NobodyAnswered && briefing.AskedBefore is { } before
            ? Mrkdwn.Of($"{before} has not answered")
            : Mrkdwn.Of($"{Sentence(why)}");
        return Step(at) is { Length: > 0 } step ? Mrkdwn.Of($"{reason}: {step}.") : Mrkdwn.Of($"{reason}.");
    }

    private static readonly string[] OwnWords = ["the ", "it ", "an ", "support ", "nobody ", "more "];

    /// <summary>Begun with a capital where the words are ours: a name stays as it is written.</summary>
    private static string Sentence(string why) =>
        OwnWords.Any(word => why.StartsWith(word, StringComparison.Ordinal)) ? $"{char.ToUpperInvariant(why[0])}{why[1..]}" : why;

    /// <summary>Says when Slack stands in for a channel that did not take the page in time.</summary>
    public static Mrkdwn InsteadOf(Incident incident) =>
        incident.IsOpen && incident.Pages.Find(page => page.Channel == ChannelKind.Slack && page.Tried is { IsEmpty: false }) is { Tried: { } tried }
            ? Mrkdwn.Of($"Here because {string.Join(", ", tried.Distinct())} did not take the page in time.")
            : Mrkdwn.Empty;

    private static Mrkdwn Mentions(NotificationContent briefing, CardTimes times) => Mrkdwn.Join(", ", briefing.Paged.Select(person => Named(person, briefing, times)));

    /// <summary>Whether people are paged although it is acknowledged, because it got worse or help was asked for.</summary>
    public static bool IsRaised(Incident incident) => incident.IsOpen && incident.Pages.Any(page => page.RequestedAt > incident.AcknowledgedAt && !incident.IsForNews(page));

    /// <summary>`Ana until 03:19`, for the lock screen.</summary>
    public static Mrkdwn Duty(NotificationContent briefing, CardTimes times) => briefing.Paged.Count switch
    {
        0 => briefing.ToldBefore is { Count: > 0 } told ? Mrkdwn.Of($"{string.Join(", ", told)} paged before") : Mrkdwn.Of($"nobody on call"),
        1 => Duty(briefing.Paged[0], briefing, times),
        var people => Mrkdwn.Of($"{Duty(briefing.Paged[0], briefing, times)} and {people - 1} more"),
    };

    private static Mrkdwn Named(PagedPerson person, NotificationContent briefing, CardTimes times)
    {
        var name = person.SlackId is { } id ? Mrkdwn.Mention(id) : Mrkdwn.Of($"*{person.Name}*");
        return person.AwayUntil is { } back ? Mrkdwn.Of($"{name} (has time off until {times.Date(back, briefing.Incident.TriggeredAt)})")
            : person.Until is { } until ? Mrkdwn.Of($"{name} (on call until {times.Date(until, briefing.Incident.TriggeredAt)})") : name;
    }

    private static Mrkdwn Duty(PagedPerson person, NotificationContent briefing, CardTimes times) => person.Until is { } until
        ? Mrkdwn.Of($"{person.Name} until {times.Of(until, briefing.Incident.TriggeredAt)}")
        : Mrkdwn.Of($"{person.Name}");

    /// <summary>Why it ended, as the end of a sentence.</summary>
    public static string Reason(Incident incident) => incident switch
    {
        { ResolveReason: ResolveReason.Duplicate } => "it is told in another incident",
        { ResolvedWhileFiring: true } => "a person resolved it while an alarm was still in ALARM",
        { ResolveReason: ResolveReason.RecoveredByItself, IsUnconfirmed: true } => "all alarms went back to OK by their messages, not confirmed by CloudWatch",
        { ResolveReason: ResolveReason.RecoveredByItself } => "all alarms went back to OK",
        { ResolveReason: ResolveReason.FalseAlarm } => "it was a false alarm",
        _ => "a person resolved it",
    };
}
