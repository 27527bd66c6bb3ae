using Incidents.Application.Alarms;
using Incidents.Application.Notifications;
using Incidents.Application.SlackMarkup;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Slack.Cards;

/// <summary>The lines of facts on a card.</summary>
internal static class CardFacts
{
    private const int MostChildren = 8;

    /// <param name="isNamed">What the incident is called stands above already.</param>
    public static Mrkdwn Lines(NotificationContent briefing, CardTimes times, bool isNamed)
    {
        var incident = briefing.Incident;
        return Mrkdwn.Lines(
            Mrkdwn.Of($"*{incident.Severity.ToString()}* · {briefing.ServiceAndAccount} · {incident.Number.ToString()} · since {times.Date(incident.TriggeredAt, incident.TriggeredAt)}"),
            incident.Reopened > 0 ? Mrkdwn.Of($"Reopened, {Ordinal(incident.Reopened + 1)} time") : Mrkdwn.Empty,
            incident.FlappingSince is { } flapping ? Mrkdwn.Of($"*Flapping* since {times.Date(flapping, incident.TriggeredAt)}: open until its alarms stay OK") : Mrkdwn.Empty,
            Recovery(incident, times),
            Where(briefing, isNamed),
            Children(briefing.Cause?.Composite),
            Joined(briefing),
            Beside(incident));
    }

    private static Mrkdwn Recovery(Incident incident, CardTimes times)
    {
        if (incident.AskAgainAt is { } asked)
        {
            return Mrkdwn.Of($"*Not over:* its alarms told that they are OK, and CloudWatch says ALARM; it is asked again at {times.Date(asked, incident.TriggeredAt)}");
        }

        if (!incident.IsOpen || incident.RecoveredAt is not { } recovered)
        {
            return Mrkdwn.Empty;
        }

        var then = incident.ResolveAt is { } at ? Mrkdwn.Of($"it resolves at {times.Date(at, recovered)} if nothing fires again") : Mrkdwn.Of($"resolve it when you have looked");
        return Mrkdwn.Of($"*Recovered:* all alarms are OK since {times.Date(recovered, incident.TriggeredAt)}; {then}");
    }

    private static Mrkdwn Where(NotificationContent briefing, bool isNamed)
    {
        if (briefing.Cause is not { } alarm)
        {
            return Mrkdwn.Empty;
        }

        var page = alarm.Console is { } url ? Mrkdwn.Link(url, "open in CloudWatch") : Mrkdwn.Empty;
        return Mrkdwn.Join(
            " · ", isNamed || !HeadlineWords.LeadsWithAlarm(briefing) ? Mrkdwn.Empty : Mrkdwn.Of($"Alarm {Mrkdwn.Code(alarm.Name)}"), Mrkdwn.Of($"{alarm.Origin?.Region}"), Mrkdwn.Of($"{alarm.Origin?.Account}"), page);
    }

    private static Mrkdwn Children(CompositeRule? rule)
    {
        if (rule is null or { Children.Count: 0 })
        {
            return Mrkdwn.Empty;
        }

        // The reason names the one that changed last.
        var last = rule.Triggering.Take(1).Select(child => child.Key).ToHashSet();
        var others = rule.Children.Where(child => !last.Contains(child)).ToList();
        var more = others.Count > MostChildren ? Mrkdwn.Of($"{others.Count - MostChildren} more") : Mrkdwn.Empty;
        return others.Count == 0
            ? Mrkdwn.Empty
            : Mrkdwn.Of($"Made of {Mrkdwn.Join(", ", [Mrkdwn.Of($"{(last.Count > 0 ? "that alarm" : "")}"), .. others.Take(MostChildren).Select(child => Mrkdwn.Code(AlarmWords.ChildName(child))), more])}");
    }

    /// <summary>The others beside the one that the card is about, which stands above.</summary>
    private static Mrkdwn Joined(NotificationContent briefing)
    {
        var incident = briefing.Incident;
        if (incident.Joined.Total == 0 || incident is not { Lead: { } lead, Opener: { } opener } || lead.Member == opener.Member)
        {
            return All(incident);
        }

        var names = (incident.Joined.Names ?? []).Where(name => name != lead.Name).Prepend(AlarmWords.ChildName(opener.Member.Key)).Take(NewAlarms.MostNames).ToList();
        var firing = incident.Joined.Firing + (opener.IsFiring ? 1 : 0) - (incident.IsFiring ? 1 : 0);
        return Mrkdwn.Of($"{InWords(incident).Replace("more", "other", StringComparison.Ordinal)}{Named(names, incident.Joined.Total)}, {firing} firing");
    }

    private static Mrkdwn All(Incident incident) => incident.Joined.Total == 0
        ? Mrkdwn.Empty
        : Mrkdwn.Of($"{InWords(incident)} joined{Named(incident.Joined.Names ?? [], incident.Joined.Total)}{Firing(incident)}");

    /// <summary>`2 more alarms`; what is no alarm is called a message.</summary>
    internal static string InWords(Incident incident) => $"{incident.Joined.Total} more {Kind(incident)}{(incident.Joined.Total == 1 ? "" : "s")}";

    /// <summary>What is no alarm does not fire.</summary>
    internal static string Firing(Incident incident) => Kind(incident) == "alarm" ? $", {incident.Joined.Firing} of them firing" : "";

    internal static Mrkdwn Named(IReadOnlyList<string> names, int count) => names.Count == 0
        ? Mrkdwn.Empty
        : count > names.Count
            ? Mrkdwn.Of($": {Mrkdwn.Join(", ", [.. names.Select(Mrkdwn.Code)])} and {count - names.Count} more")
            : Mrkdwn.Of($": {Mrkdwn.Join(", ", [.. names.Select(Mrkdwn.Code)])}");

    private static string Kind(Incident incident) => incident.Source is IncidentSource.Message or IncidentSource.Unreadable ? "message" : "alarm";

    private static Mrkdwn Beside(Incident incident) => incident is { IsOpen: true, Beside: { } other }
        ? Mrkdwn.Of($"{other.Number.ToString()} of the same service is open, {(other.Holder is { } holder ? $"{holder} has it" : "nobody has it yet")}.")
        : Mrkdwn.Empty;

    private static string Ordinal(int number) => number switch
    {
        2 => "2nd",
        3 => "3rd",
        _ => $"{number}th",
    };
}
