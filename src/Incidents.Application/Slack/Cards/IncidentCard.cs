using Incidents.Application.Alarms;
using Incidents.Application.Notifications;
using Incidents.Application.Slack.BlockKit;
using Incidents.Application.SlackMarkup;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Slack.Cards;

/// <summary>The card of an incident: what broke, who is asked, what to press, what to do first.</summary>
/// <remarks>
/// What is needed half asleep comes first: the mention, the reason, the buttons, then the runbook. The parts that must stay are cut so that
/// together they fit, whatever their text; the runbook and the sender's own description are left out when there is no room for them.
/// </remarks>
public sealed class IncidentCard(CardLinks reach)
{
    private const int LongestLockScreen = 400;
    private const int LongestAsked = 1_400;
    private const int LongestSummary = 160;
    private const int LongestName = 400;
    private const int LongestWhat = 2_000;
    private const int LongestFacts = 2_100;
    private const int LongestText = 1_500;
    private const int LongestDescription = 500;

    /// <summary>Renders the incident as it stands.</summary>
    /// <param name="briefing">What is known.</param>
    /// <param name="mayBeRepeat">Whether an earlier attempt may have posted this card; the card then says so.</param>
    public SlackMessage Render(NotificationContent briefing, bool mayBeRepeat = false)
    {
        var times = Times(briefing);
        SlackBlock[] blocks =
        [
            new SlackBlock.Header(Header(briefing)),
            new SlackBlock.Section(CardPeople.Asked(briefing, times, reach.Commands).Cut(LongestAsked)),
            new SlackBlock.Section(What(briefing).Cut(LongestWhat)),
            new SlackBlock.Section(CardFacts.Lines(briefing, times, isNamed: FitsHeader(briefing)).Cut(LongestFacts)),
            briefing.NewAlarms is null ? CardButtons.Row(briefing, reach) : CardButtons.Answers(briefing, reach),
            new SlackBlock.Context(CardButtons.InWords(briefing.Incident, reach)),
            new SlackBlock.Context(CardPeople.InsteadOf(briefing.Incident)),
            .. CardRunbooks.Blocks(briefing, reach),
            new SlackBlock.Context(Description(briefing)) { Expendable = true },
            new SlackBlock.Context(mayBeRepeat ? Mrkdwn.Of($"You may have seen this page before: Slack gave no answer to an earlier attempt.") : Mrkdwn.Empty),
        ];
        return new SlackMessage(LockScreen(briefing, times, mayBeRepeat), blocks);
    }

    /// <summary>The card without any layout, for when Slack refuses it: mention, lock-screen line, commands.</summary>
    public SlackMessage RenderBare(NotificationContent briefing, bool mayBeRepeat)
    {
        var times = Times(briefing);
        return new SlackMessage(Mrkdwn.Lines(
            LockScreen(briefing, times, mayBeRepeat),
            CardPeople.Asked(briefing, times, reach.Commands),
            CardButtons.InWords(briefing.Incident, reach with { PublicUrl = null })));
    }

    /// <summary>`Sev1 checkout: checkout-5xx: 5xx 12% > 5% · INC-142 · Ana until 03:19`.</summary>
    private static Mrkdwn LockScreen(NotificationContent briefing, CardTimes times, bool mayBeRepeat)
    {
        var incident = briefing.Incident;
        var state = incident.Status switch
        {
            _ when briefing.IsShadow && CardPeople.WouldPage(incident) => Mrkdwn.Join(" · ", CardPeople.WouldPage(briefing), Mrkdwn.Of($"{CardPeople.Step(incident.Escalation)}")),
            IncidentStatus.Triggered when incident.Quiet is { } quiet => Mrkdwn.Of($"held until {times.Of(quiet.Until, incident.TriggeredAt)}"),
            IncidentStatus.Triggered => Mrkdwn.Join(" · ", CardPeople.Duty(briefing, times), Mrkdwn.Of($"{CardPeople.Step(incident.Escalation)}")),
            _ when incident.OutsiderHasUntil is { } until => Mrkdwn.Of($"{incident.AcknowledgedBy?.Name} stopped the pages until {times.Of(until, incident.TriggeredAt)}"),
            _ when CardPeople.IsRaised(incident) => CardPeople.Duty(briefing, times),
            _ when incident.SnoozedUntil is { } until => Mrkdwn.Of($"snoozed by {incident.AcknowledgedBy?.Name} until {times.Of(until, incident.AcknowledgedAt ?? until)}"),
            IncidentStatus.Acknowledged => Mrkdwn.Of($"acknowledged by {incident.AcknowledgedBy?.Name}"),
            _ => Mrkdwn.Of($"resolved"),
        };
        return Mrkdwn.Join(
            " · ",
            Mrkdwn.Of($"{(briefing.IsShadow ? ShadowWords.Mark : "")}"),
            Mrkdwn.Of($"{incident.Severity.ToString()} {briefing.ServiceAndAccount}: {HeadlineWords.Line(briefing, LongestSummary)}"),
            Mrkdwn.Of($"{incident.Number.ToString()}"),
            state,
            mayBeRepeat ? Mrkdwn.Of($"possible repeat") : Mrkdwn.Empty).Cut(LongestLockScreen);
    }

    /// <summary>In the time zone of the person who is paged; the service's when none is.</summary>
    internal static CardTimes Times(NotificationContent briefing) =>
        new(briefing.Paged.Select(person => person.Zone).FirstOrDefault(briefing.Zone));

    private static string Header(NotificationContent briefing) =>
        $"{(briefing.IsShadow ? $"⚪ {ShadowWords.Mark} ·" : Light(briefing.Incident))} {briefing.Incident.Severity} {briefing.ServiceAndAccount}: {HeadlineWords.First(briefing)}";

    /// <summary>Whether what it is called stands there in full: then nothing below says it again.</summary>
    private static bool FitsHeader(NotificationContent briefing) => SlackText.Plain(Header(briefing)).Length <= SlackLimits.Header;

    /// <summary>What the header has no room for, or does not say: a card names an alarm once, and a title once.</summary>
    private static Mrkdwn What(NotificationContent briefing)
    {
        var title = briefing.Incident.Title;
        var rest = briefing.Incident.IsTitleGiven && HeadlineWords.LeadsWithAlarm(briefing) ? Mrkdwn.Of($"Called: {title}")
            : !FitsHeader(briefing) && !HeadlineWords.LeadsWithAlarm(briefing) ? Mrkdwn.Of($"*{title}*")
            : Mrkdwn.Empty;
        return Mrkdwn.Lines(rest, Cause(briefing));
    }

    private static Mrkdwn Measured(NotificationContent briefing, AlarmCause cause)
    {
        // The sentence below names a composite's child already.
        var metric = cause.Composite?.Triggering is [var child, ..] && cause.Metric == AlarmWords.ChildName(child.Key) ? null : cause.Metric;
        return HeadlineWords.LeadsWithAlarm(briefing)
            ? metric is null ? Mrkdwn.Empty : Mrkdwn.Of($"*{SlackText.Cut(metric, LongestSummary)}*")
            : Mrkdwn.Of($"*{AlarmWords.Line(cause.Name, metric, LongestName)}*");
    }

    private static Mrkdwn Cause(NotificationContent briefing) => briefing switch
    {
        { Cause: { } cause } => Mrkdwn.Lines(
            Measured(briefing, cause),
            Mrkdwn.Of($"{cause.Why}").Cut(LongestText),
            cause.Caveat is { } caveat ? Mrkdwn.Of($"_{caveat}_") : Mrkdwn.Empty),
        { Incident.Source: IncidentSource.Unreadable } => Mrkdwn.Lines(
            Mrkdwn.Of($"*A message arrived that nobody can read.* It may have been an alarm, so look:"),
            Mrkdwn.Fenced(briefing.Text ?? "").Cut(LongestText)),
        { Incident.Source: IncidentSource.Message } => Mrkdwn.Lines(
            Mrkdwn.Of($"A message on the alarm topic that is no alarm:"),
            Mrkdwn.Fenced(briefing.Text ?? "").Cut(LongestText)),
        _ => Mrkdwn.Of($"Declared by a person, not by an alarm."),
    };

    private static Mrkdwn Description(NotificationContent briefing) => briefing.Cause is { Description.Length: > 0 } alarm
        ? Mrkdwn.Of($"Description of the alarm: {alarm.Description}").Cut(LongestDescription)
        : Mrkdwn.Empty;

    private static string Light(Incident incident) => incident.Status switch
    {
        IncidentStatus.Triggered => "🔴",
        IncidentStatus.Acknowledged => "🟡",
        _ => "🟢",
    };
}
