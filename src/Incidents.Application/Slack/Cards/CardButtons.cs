using Incidents.Application.Actions;
using Incidents.Application.Notifications;
using Incidents.Application.Slack.BlockKit;
using Incidents.Application.SlackMarkup;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Slack.Cards;

/// <summary>What can be pressed, and how to do the same without pressing.</summary>
internal static class CardButtons
{
    private static readonly SlackConfirm StillFiring = new(
        "An alarm is still firing", "Resolving now ends the pages and marks the incident as resolved while firing.", "Resolve", "Not yet");

    private static readonly SlackConfirm NextStep = new("Page the next step now?", "Nobody is on call for it, so the channel and the fallback hear of it. Whoever is asked now stays asked.", "Page them", "Not yet");

    private static readonly SlackConfirm FirstStep = new("Page whoever is on call now?", "Nobody has been paged for this yet.", "Page them", "Not yet");

    private static readonly SlackConfirm NotOver = new("Reopen it?", "It is yours then, and nobody is paged. What its figures say is corrected.", "Reopen", "Not yet");

    private static readonly SlackConfirm Declared = new("Resolve it?", "A person declared it, so no alarm says that it is over.", "Resolve", "Not yet");

    private static readonly SlackConfirm EndSnooze = new("End the snooze now?", "Nobody has it then, and whoever is on call is paged.", "Page them", "Not yet");

    /// <summary>The buttons that fit the state; none where presses cannot reach this installation.</summary>
    public static SlackBlock Row(NotificationContent briefing, CardLinks reach) => reach.PublicUrl is null
        ? new SlackBlock.Actions()
        : new SlackBlock.Actions([.. Elements(briefing, reach).Append(Merge(briefing.Incident, reach)).OfType<SlackElement>()]);

    /// <summary>The buttons below the question whether they still have it.</summary>
    public static SlackBlock Answers(NotificationContent briefing, CardLinks reach) => briefing.Incident is not { Status: IncidentStatus.Acknowledged } incident || reach.PublicUrl is null
        ? Row(briefing, reach)
        : new SlackBlock.Actions([.. StayOn.All.Select(stay => StillOnIt(incident, reach, stay)), Press(incident, CardAction.GiveBack, reach, "Give back"), Resolve(incident, reach), .. Opening(incident, reach)]);

    private static IEnumerable<SlackButton> Opening(Incident incident, CardLinks reach) => Open(incident, reach) is { } open ? [open] : [];

    /// <summary>The commands that do the same; nothing where buttons are shown.</summary>
    public static Mrkdwn InWords(Incident incident, CardLinks reach) => incident switch
    {
        { IsOpen: false } => Mrkdwn.Empty,
        _ when reach.PublicUrl is not null => Mrkdwn.Empty,
        { NeedsResponder: true } => Mrkdwn.Of($"Acknowledge: {Command("ack", incident, reach)} · resolve: {Command("resolve", incident, reach)}"),
        { AskedStillOnIt: true } => Mrkdwn.Of($"Still on it: {Command("ack", incident, reach)} · give back: {Command("give-back", incident, reach)} · resolve: {Command("resolve", incident, reach)}"),
        { SnoozedUntil: not null } => Mrkdwn.Of($"End the snooze: {Command("give-back", incident, reach)} · resolve: {Command("resolve", incident, reach)}"),
        _ => Mrkdwn.Of($"Resolve: {Command("resolve", incident, reach)}"),
    };

    /// <summary>What recovers by itself is neither put off nor passed on; what is snoozed stays with its holder until they end the snooze.</summary>
    private static IEnumerable<SlackElement?> Elements(NotificationContent briefing, CardLinks reach) => briefing.Incident switch
    {
        { IsOpen: false, MergedInto: null } incident when !incident.Source.IsCheck() => [Press(incident, CardAction.Reopen, reach, "Reopen") with { Confirm = NotOver }, Open(incident, reach)],
        { IsOpen: false } incident => [Open(incident, reach)],
        { IsResolvingItself: true, NeedsResponder: true } incident => [Acknowledge(incident, reach), Resolve(incident, reach), Open(incident, reach)],
        { IsResolvingItself: true } incident => [Resolve(incident, reach), Open(incident, reach)],
        { SnoozedUntil: not null, IsHeldByOutsider: false } incident => [Press(incident, CardAction.GiveBack, reach, "End snooze") with { Confirm = EndSnooze }, Resolve(incident, reach), Open(incident, reach), PageAlso(incident, reach)],
        { NeedsResponder: true } => [Acknowledge(briefing.Incident, reach), Escalate(briefing, reach), Snooze(briefing.Incident, reach), Resolve(briefing.Incident, reach), Open(briefing.Incident, reach), PageAlso(briefing.Incident, reach)],
        var incident => [Resolve(incident, reach), Escalate(briefing, reach), Snooze(incident, reach), Open(incident, reach), PageAlso(incident, reach)],
    };

    private static SlackButton? Merge(Incident incident, CardLinks reach) => incident is { IsOpen: true, Beside: { } other }
        ? Press(incident, CardAction.Merge, reach, $"Merge into {other.Number}") with
        {
            Confirm = new SlackConfirm($"Merge into {other.Number}?", "This incident ends as a duplicate, and its alarms go over to the other.", "Merge", "Not yet"),
        }
        : null;

    private static SlackButton Acknowledge(Incident incident, CardLinks reach) =>
        Press(incident, CardAction.Acknowledge, reach, "Acknowledge") with { Style = SlackButtonStyle.Primary };

    private static SlackButton Escalate(NotificationContent briefing, CardLinks reach) =>
        Press(briefing.Incident, CardAction.Escalate, reach, "Escalate") with { Confirm = Escalating(briefing) };

    /// <summary>Names whom it would page: the clicker confirms before a page can wake a person.</summary>
    private static SlackConfirm Escalating(NotificationContent briefing) => briefing switch
    {
        { NextStep: { } names, Incident.Escalation: null } => new($"Page {SlackText.Cut(names, LongestName)} now?", $"{SlackText.Cut(names, LongestNames)} would be paged. Nobody has been paged for this yet.", "Page them", "Not yet"),
        { NextStep: { } names } => new($"Page {SlackText.Cut(names, LongestName)} now?", $"{SlackText.Cut(names, LongestNames)} would be paged at once. Whoever is asked now stays asked.", "Page them", "Not yet"),
        { Incident.Escalation: null } => FirstStep,
        _ => NextStep,
    };

    /// <summary>Whom, and then by their names whether, is asked of the clicker alone (<see cref="AskToPage"/>): a menu of everybody would not fit on each card.</summary>
    private static SlackButton PageAlso(Incident incident, CardLinks reach) => Press(incident, CardAction.PageAlso, reach, "Page also…");

    private static SlackButton StillOnIt(Incident incident, CardLinks reach, StayOn stay)
    {
        var button = new CardButton(reach.Stack, incident.Number, CardAction.StillOnIt) { Stay = stay };
        return stay == StayOn.All[0]
            ? new SlackButton(button.ActionId, $"{SlackText.Cut(incident.AcknowledgedBy?.Name ?? "", LongestName)}: still on it") { Value = button.ToValue(), Style = SlackButtonStyle.Primary }
            : new SlackButton(button.ActionId, $"for {stay.Label}") { Value = button.ToValue() };
    }

    private static SlackButton Resolve(Incident incident, CardLinks reach) => Press(incident, CardAction.Resolve, reach, "Resolve", confirmed: incident.IsFiring) with
    {
        Confirm = incident.IsFiring ? StillFiring : incident.Source == IncidentSource.Declared ? Declared : null,
    };

    /// <summary>Null where the installation's name leaves no room for the choice: the values of a menu are short.</summary>
    private static SlackMenu? Snooze(Incident incident, CardLinks reach)
    {
        var button = new CardButton(reach.Stack, incident.Number, CardAction.Snooze);
        var options = SnoozeChoice.For(incident.Severity).Select(choice => new SlackOption(choice.Label, (button with { Snooze = choice }).ToValue())).ToList();
        return options.TrueForAll(option => option.Value.Length <= SlackOption.LongestValue) ? new SlackMenu(button.ActionId, "Snooze", options) : null;
    }

    private static SlackButton? Open(Incident incident, CardLinks reach) => reach.IncidentPage(incident.Number) is { } page
        ? new SlackButton(CardButton.LinkPrefix + "incident", $"Open {incident.Number}") { Url = page }
        : null;

    private static Mrkdwn Command(string verb, Incident incident, CardLinks reach) => Mrkdwn.Code(reach.Commands.Of($"{verb} {incident.Number}"));

    private static SlackButton Press(Incident incident, CardAction action, CardLinks reach, string label, bool confirmed = false)
    {
        var button = new CardButton(reach.Stack, incident.Number, action, confirmed);
        return new SlackButton(button.ActionId, label) { Value = button.ToValue() };
    }

    private const int LongestName = 50;
    private const int LongestNames = 120;
}
