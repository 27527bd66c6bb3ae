using Incidents.Application.Slack.BlockKit;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Slack.Cards;

/// <summary>What can be pressed, and how to do the same without pressing.</summary>
internal static class CardButtons
{
    private static readonly SlackConfirm StillFiring = new(
        "An alarm is still firing", "Resolving now ends the pages and marks the incident as resolved while firing.", "Resolve", "Not yet");

    /// <summary>The buttons that fit the state; none where presses would reach nobody.</summary>
    public static SlackBlock Row(Incident incident, CardReach reach)
    {
        if (reach.PublicUrl is null)
        {
            return new SlackBlock.Actions();
        }

        List<SlackButton> buttons = [];
        if (incident.Status == IncidentStatus.Triggered)
        {
            buttons.Add(Press(incident, CardAction.Acknowledge, reach) with { Style = SlackButtonStyle.Primary });
        }

        if (incident.IsOpen)
        {
            buttons.Add(Press(incident, CardAction.Resolve, reach, confirmed: incident.IsFiring) with { Confirm = incident.IsFiring ? StillFiring : null });
        }

        if (reach.IncidentPage(incident.Number) is { } page)
        {
            buttons.Add(new SlackButton(CardButton.LinkPrefix + "incident", $"Open {incident.Number}") { Url = page });
        }

        return new SlackBlock.Actions(buttons);
    }

    /// <summary>The commands that do the same; nothing where buttons are shown.</summary>
    public static Mrkdwn InWords(Incident incident, CardReach reach) => incident switch
    {
        { IsOpen: false } => Mrkdwn.Empty,
        _ when reach.PublicUrl is not null => Mrkdwn.Empty,
        { Status: IncidentStatus.Triggered } => Mrkdwn.Of($"Acknowledge: {Command("ack", incident)} · resolve: {Command("resolve", incident)}"),
        _ => Mrkdwn.Of($"Resolve: {Command("resolve", incident)}"),
    };

    private static Mrkdwn Command(string verb, Incident incident) => Mrkdwn.Code($"incidents {verb} {incident.Number}");

    private static SlackButton Press(Incident incident, CardAction action, CardReach reach, bool confirmed = false)
    {
        var button = new CardButton(reach.Stack, incident.Number, action, confirmed);
        return new SlackButton(button.ActionId, action.ToString()) { Value = button.ToValue() };
    }
}
