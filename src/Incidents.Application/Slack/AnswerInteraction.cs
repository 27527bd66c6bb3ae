using Incidents.Application.Actions;
using Incidents.Application.Configuration;
using Incidents.Application.Notifications;
using Incidents.Application.Refusals;
using Incidents.Application.Slack.BlockKit;
using Incidents.Application.Slack.Inbound;
using Incidents.Application.SlackMarkup;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Slack;

/// <summary>Presses of buttons and choices in menus: verify, commit, replace the card, answer; all within Slack's three seconds.</summary>
/// <remarks>Every refusal after the signature is shown to the clicker alone. A press may be delivered again at any time.</remarks>
public sealed class AnswerInteraction(
    SlackRequestVerifier gate,
    SlackInteractions interactions,
    SlackInstallation installation,
    IOnCallConfigurationProvider configuration,
    CardActionDispatcher carryOut,
    NotificationContentBuilder briefer,
    NotificationChannels channels,
    ISlackWebhook webhook,
    TimeProvider clock,
    RefusalCounts? refusals = null)
{
    /// <returns>The HTTP status of an empty answer.</returns>
    /// <exception cref="StoreUnavailableException">Nothing is changed; Slack shows the clicker that it failed.</exception>
    public async Task<int> Handle(SlackRequest request, CancellationToken cancellation)
    {
        return await gate.Check(request, clock.Machine().Now(), cancellation) switch
        {
            SlackVerdict.Accepted accepted => await Handle(interactions.Read(accepted.Form.Span), cancellation),
            SlackVerdict.Refused refused => Refuse(refused),
            var unknown => throw new InvalidOperationException($"no answer for {unknown.GetType().Name}"),
        };
    }

    private int Refuse(SlackVerdict.Refused refused)
    {
        refusals?.Count(refused.Reason.Kind(), refused.Reason.ToString());
        return refused.Status;
    }

    private async Task<int> Handle(SlackInteraction interaction, CancellationToken cancellation)
    {
        switch (interaction)
        {
            case SlackInteraction.ButtonsPressed pressed:
                foreach (var button in pressed.Buttons)
                {
                    await Press(pressed, button, cancellation);
                }

                return 200;
            case SlackInteraction.Unreadable:
                return 400;
            default:
                return 200;
        }
    }

    private async Task Press(SlackInteraction.ButtonsPressed pressed, PressedButton button, CancellationToken cancellation)
    {
        switch (CardButton.Read(button, installation.Stack))
        {
            case ButtonReading.Understood understood:
                await Press(pressed, understood.Button, cancellation);
                break;
            case ButtonReading.Refused refused:
                await Whisper(pressed, refused.Reason.ToClicker(), cancellation);
                break;
        }
    }

    private async Task Press(SlackInteraction.ButtonsPressed pressed, CardButton button, CancellationToken cancellation)
    {
        var settings = await configuration.CurrentOrNone(cancellation);
        var sender = pressed.Sender;
        var left = settings?.FindBySlackId(sender.UserId) is { IsActive: false };

        // While no configuration can be read, it is unknown who is a responder: a press by any member of the workspace is then carried out, and recorded.
        var user = new SlackUser(left ? SlackUserKind.Deactivated : SlackUserKind.NotTold, settings?.IsResponder(sender.UserId) ?? true);
        if (SlackIdentity.Authorize(installation.App(settings), sender, user, button.Action) is { } refusal)
        {
            refusals?.Count(refusal.Kind(), $"{refusal}: team {sender.TeamId ?? "none"}, app {sender.AppId ?? "none"}, user {sender.UserId}");
            await Whisper(pressed, refusal.ToClicker(), cancellation);
            return;
        }

        var by = Acting.OfSlack(settings, sender.UserId);
        if (button.Action == CardAction.PageAlso)
        {
            // The question was put to the clicker alone; what answers it stands in its place.
            await Say(pressed, await carryOut.Ask(button, by, cancellation), button.To is null ? SlackDelivery.OnlyToClicker : SlackDelivery.InPlaceOfCard, cancellation);
            return;
        }

        if (button.Also is not null)
        {
            await Answer(pressed, await carryOut.HandleAll(button, by, cancellation), settings, cancellation);
            return;
        }

        var result = await carryOut.Handle(button, by, CardOf(pressed), cancellation);
        await Answer(pressed, result, settings, cancellation);
    }

    /// <summary>A card that was out of date is repaired, and the clicker learns the truth.</summary>
    private async Task Answer(SlackInteraction.ButtonsPressed pressed, ChangeResult result, OnCallConfiguration? settings, CancellationToken cancellation)
    {
        switch (result)
        {
            case ChangeResult.Changed when settings is null:
                await Whisper(pressed, Unreadable.Remark, cancellation);
                break;
            case ChangeResult.Ignored ignored:
                await Whisper(pressed, StateInWords(ignored, pressed.Sender.UserId, settings), cancellation);
                if (CardOf(pressed) is { } card && settings is not null)
                {
                    await channels.Tell(new Notification.State(briefer.Brief(ignored.Record, settings)), card, cancellation);
                }

                break;
            case ChangeResult.NotFound:
                await Whisper(pressed, ButtonRefusal.NoSuchIncident.ToClicker(), cancellation);
                break;
        }
    }

    /// <summary>The message then shows where each of them stands, and the clicker alone reads what was refused.</summary>
    private async Task Answer(SlackInteraction.ButtonsPressed pressed, IReadOnlyList<SeveralResult> results, OnCallConfiguration? settings, CancellationToken cancellation)
    {
        if (settings is null)
        {
            await Whisper(pressed, Unreadable.Remark, cancellation);
        }

        var refused = results.Where(r => r.Problem is not null).ToList();
        if (refused.Count > 0)
        {
            var done = results.Count - refused.Count;
            await Whisper(pressed, $"{done} of {results.Count} done. Not changed: {string.Join("; ", refused.Take(MostRefusals).Select(r => $"{r.Number} ({r.Problem})"))}{(refused.Count > MostRefusals ? $" and {refused.Count - MostRefusals} more" : "")}.", cancellation);
        }

        var records = results.Select(r => r.Change switch
        {
            ChangeResult.Changed changed => changed.After,
            ChangeResult.Ignored ignored => ignored.Record,
            _ => null,
        }).OfType<IncidentRecord>().ToList();
        if (CardOf(pressed) is { } card && records.Count > 0 && settings is not null)
        {
            await channels.Tell(new Notification.StateOfSeveral([.. records.Select(record => briefer.Brief(record, settings))]), card, cancellation);
        }
    }

    private static MessageRef? CardOf(SlackInteraction.ButtonsPressed pressed) => pressed.ResponseUrl is { } url ? SlackWebhookChannel.Clicked(url) : null;

    private const int MostRefusals = 20;

    private static Mrkdwn StateInWords(ChangeResult.Ignored ignored, string clicker, OnCallConfiguration? settings)
    {
        var incident = ignored.Record.Incident;
        var times = new CardTimes(settings?.FindBySlackId(clicker) is { } person ? settings.ZoneOf(person.Id) : settings?.ZoneOf(settings.ServiceOf(incident)) ?? DateTimeZone.Utc);
        return ignored.Refusal switch
        {
            Refusal.AlreadyAcknowledged when incident.AcknowledgedAt is { } at => Mrkdwn.Of($"{incident.Number.ToString()} was acknowledged by {incident.AcknowledgedBy?.Name} at {times.Date(at, incident.TriggeredAt)}."),
            Refusal.AlreadyResolved when incident.ResolvedAt is { } at => Mrkdwn.Of($"{incident.Number.ToString()} was resolved at {times.Date(at, incident.TriggeredAt)}."),
            _ => Mrkdwn.Of($"{incident.Number.ToString()}: {ignored.Refusal.InWords()}."),
        };
    }

    /// <summary>Shows a message to the clicker alone. A failure is ignored: the action is already decided.</summary>
    private Task Whisper(SlackInteraction.ButtonsPressed pressed, string text, CancellationToken cancellation) => Whisper(pressed, Mrkdwn.Text(text), cancellation);

    private Task Whisper(SlackInteraction.ButtonsPressed pressed, Mrkdwn text, CancellationToken cancellation) => Say(pressed, SlackMessage.Of(text), SlackDelivery.OnlyToClicker, cancellation);

    private async Task Say(SlackInteraction.ButtonsPressed pressed, SlackMessage message, SlackDelivery delivery, CancellationToken cancellation)
    {
        if (pressed.ResponseUrl is { } url)
        {
            await webhook.Respond(url, message.ToJson(delivery), cancellation);
        }
    }
}

/// <summary>This installation as Slack sees it.</summary>
/// <param name="Stack">Its name, in every button it makes.</param>
/// <param name="WebhookTeam">Tells the workspace the webhook posts to, or null as long as it is not known.</param>
public sealed record SlackInstallation(string Stack, Func<string?>? WebhookTeam)
{
    /// <summary>What a signed click is held against.</summary>
    /// <param name="settings">Null when it cannot be read.</param>
    public InstalledSlackApp App(OnCallConfiguration? settings) =>
        new(settings?.Slack.TeamId ?? WebhookTeam?.Invoke(), settings?.Slack.AppId, settings?.Slack.EnterpriseId);
}
