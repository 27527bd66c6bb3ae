using Incidents.Application.Slack.BlockKit;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Slack.Cards;

/// <summary>What can be pressed, and how to do the same without pressing.</summary>
internal static class CardButtons
{
    private static readonly SlackConfirm StillFiring = new(
        "An alarm is still firing", "Resolving now ends the pages and marks the incident as resolved while firing.", "Resolve", "Not yet");

    private static readonly SlackConfirm NextStep = new("Page the next step now?", "Whoever is asked now stays asked; the next step of the policy is paged at once.", "Page them", "Not yet");

    private static readonly SlackConfirm FirstStep = new("Page whoever is on call now?", "Nobody has been paged for this yet.", "Page them", "Not yet");

    private static readonly SlackConfirm NotOver = new("Reopen it?", "It is yours then, and nobody is paged. What its figures say is corrected.", "Reopen", "Not yet");

    private static readonly SlackConfirm EndSnooze = new("End the snooze now?", "Nobody has it then, and whoever is on call is paged.", "Page them", "Not yet");

    /// <summary>The buttons that fit the state; none where presses would reach nobody.</summary>
    public static SlackBlock Row(Incident incident, CardReach reach) => reach.PublicUrl is null
        ? new SlackBlock.Actions()
        : new SlackBlock.Actions([.. Elements(incident, reach).Append(Merge(incident, reach)).OfType<SlackElement>()]);

    /// <summary>The buttons below the question whether they still have it.</summary>
    public static SlackBlock Answers(Incident incident, CardReach reach) => reach.PublicUrl is null || incident.Status != IncidentStatus.Acknowledged
        ? Row(incident, reach)
        : new SlackBlock.Actions([.. new SlackElement?[]
        {
            Press(incident, CardAction.StillOnIt, reach, $"{SlackText.Cut(incident.AcknowledgedBy?.Name ?? "", LongestName)}: still on it") with { Style = SlackButtonStyle.Primary },
            Press(incident, CardAction.GiveBack, reach, "Give back"),
            Resolve(incident, reach),
            Open(incident, reach),
        }.OfType<SlackElement>()]);

    /// <summary>The commands that do the same; nothing where buttons are shown.</summary>
    public static Mrkdwn InWords(Incident incident, CardReach reach) => incident switch
    {
        { IsOpen: false } => Mrkdwn.Empty,
        _ when reach.PublicUrl is not null => Mrkdwn.Empty,
        { Status: IncidentStatus.Triggered } => Mrkdwn.Of($"Acknowledge: {Command("ack", incident)} · resolve: {Command("resolve", incident)}"),
        { AskedStillOnIt: true } => Mrkdwn.Of($"Still on it: {Command("ack", incident)} · give back: {Command("give-back", incident)} · resolve: {Command("resolve", incident)}"),
        { SnoozedUntil: not null } => Mrkdwn.Of($"End the snooze: {Command("give-back", incident)} · resolve: {Command("resolve", incident)}"),
        _ => Mrkdwn.Of($"Resolve: {Command("resolve", incident)}"),
    };

    /// <summary>What recovers by itself is neither put off nor passed on; what is snoozed is somebody's until they end that.</summary>
    private static IEnumerable<SlackElement?> Elements(Incident incident, CardReach reach) => incident switch
    {
        { IsOpen: false, MergedInto: null } when !incident.Source.IsCheck() => [Press(incident, CardAction.Reopen, reach, "Reopen") with { Confirm = NotOver }, Open(incident, reach)],
        { IsOpen: false } => [Open(incident, reach)],
        { Status: IncidentStatus.Triggered, IsResolvingItself: true } => [Acknowledge(incident, reach), Resolve(incident, reach), Open(incident, reach)],
        { Status: IncidentStatus.Triggered } => [Acknowledge(incident, reach), Escalate(incident, reach), Snooze(incident, reach), Resolve(incident, reach), Open(incident, reach)],
        { IsResolvingItself: true } => [Resolve(incident, reach), Open(incident, reach)],
        { SnoozedUntil: not null } => [Press(incident, CardAction.GiveBack, reach, "End snooze") with { Confirm = EndSnooze }, Resolve(incident, reach), Open(incident, reach)],
        _ => [Resolve(incident, reach), Escalate(incident, reach), Snooze(incident, reach), Open(incident, reach)],
    };

    private static SlackButton? Merge(Incident incident, CardReach reach) => incident is { IsOpen: true, Beside: { } other }
        ? Press(incident, CardAction.Merge, reach, $"Merge into {other.Number}") with
        {
            Confirm = new SlackConfirm($"Merge into {other.Number}?", "This incident ends as a duplicate, and its alarms go over to the other.", "Merge", "Not yet"),
        }
        : null;

    private static SlackButton Acknowledge(Incident incident, CardReach reach) =>
        Press(incident, CardAction.Acknowledge, reach, "Acknowledge") with { Style = SlackButtonStyle.Primary };

    private static SlackButton Escalate(Incident incident, CardReach reach) =>
        Press(incident, CardAction.Escalate, reach, "Escalate") with { Confirm = incident.Escalation is null ? FirstStep : NextStep };

    private static SlackButton Resolve(Incident incident, CardReach reach) =>
        Press(incident, CardAction.Resolve, reach, "Resolve", confirmed: incident.IsFiring) with { Confirm = incident.IsFiring ? StillFiring : null };

    /// <summary>Null where the installation's name leaves no room for the choice: the values of a menu are short.</summary>
    private static SlackMenu? Snooze(Incident incident, CardReach reach)
    {
        var button = new CardButton(reach.Stack, incident.Number, CardAction.Snooze);
        var options = SnoozeChoice.For(incident.Severity).Select(choice => new SlackOption(choice.Label, (button with { Snooze = choice }).ToValue())).ToList();
        return options.TrueForAll(option => option.Value.Length <= SlackOption.LongestValue) ? new SlackMenu(button.ActionId, "Snooze", options) : null;
    }

    private static SlackButton? Open(Incident incident, CardReach reach) => reach.IncidentPage(incident.Number) is { } page
        ? new SlackButton(CardButton.LinkPrefix + "incident", $"Open {incident.Number}") { Url = page }
        : null;

    private static Mrkdwn Command(string verb, Incident incident) => Mrkdwn.Code($"incidents {verb} {incident.Number}");

    private static SlackButton Press(Incident incident, CardAction action, CardReach reach, string label, bool confirmed = false)
    {
        var button = new CardButton(reach.Stack, incident.Number, action, confirmed);
        return new SlackButton(button.ActionId, label) { Value = button.ToValue() };
    }

    private const int LongestName = 50;
}
