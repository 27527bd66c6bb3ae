using System.Text.Json;

namespace Incidents.Application.Slack.Inbound;

/// <summary>Reads the form that Slack posts when a user presses a button.</summary>
/// <remarks>Source: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload</remarks>
public sealed class SlackInteractions(SlackHosts hosts)
{
    /// <summary>Most actions read from one interaction: as many as one actions block can hold.</summary>
    public const int MostActions = 25;

    private const int LongestUserId = 40;

    /// <summary>Reads a form that passed the <see cref="SlackRequestVerifier"/>.</summary>
    public SlackInteraction Read(ReadOnlySpan<byte> form)
    {
        if (FormFields.Values(form, "payload") is not [{ Length: > 0 } payload])
        {
            return new SlackInteraction.Unreadable(InteractionFault.NoSinglePayload);
        }

        using var document = SlackJson.TryParse(payload);
        return document is null
            ? new SlackInteraction.Unreadable(InteractionFault.BadJson)
            : Read(document.RootElement);
    }

    private SlackInteraction Read(JsonElement root)
    {
        if (root.TextAt("type") is not { } type)
        {
            return new SlackInteraction.Unreadable(InteractionFault.MissingField);
        }

        if (type is not ("block_actions" or "view_submission"))
        {
            return new SlackInteraction.Unused(type);
        }

        if (Sender(root) is not { } sender)
        {
            return new SlackInteraction.Unreadable(InteractionFault.MissingField);
        }

        return type == "block_actions" ? Buttons(root, sender) : new SlackInteraction.DialogSubmitted(sender);
    }

    private SlackInteraction Buttons(JsonElement root, SlackSender sender)
    {
        if (!root.TryGetProperty("actions", out var actions)
            || actions.ValueKind != JsonValueKind.Array
            || actions.GetArrayLength() is < 1 or > MostActions)
        {
            return new SlackInteraction.Unreadable(InteractionFault.ActionCount);
        }

        var responseUrl = root.TextAt("response_url");
        if (responseUrl is not null && !hosts.IsResponseUrl(responseUrl))
        {
            return new SlackInteraction.Unreadable(InteractionFault.ForeignResponseUrl);
        }

        return new SlackInteraction.ButtonsPressed
        {
            Sender = sender,
            ChannelId = root.TextAt("container", "channel_id") ?? root.TextAt("channel", "id"),
            MessageTs = root.TextAt("container", "message_ts") ?? root.TextAt("message", "ts"),
            ResponseUrl = responseUrl is null ? null : new Uri(responseUrl),
            TriggerId = root.TextAt("trigger_id"),
            Buttons = [.. actions.EnumerateArray().Select(PressedElement.Read)],
        };
    }

    private static SlackSender? Sender(JsonElement root) => root.TextAt("user", "id") is { Length: > 0 and <= LongestUserId } user && user.All(char.IsAsciiLetterOrDigit)
        ? new SlackSender(user, root.TextAt("user", "team_id"), root.TextAt("team", "id"), root.TextAt("enterprise", "id"), root.TextAt("api_app_id")) { HasNoTeam = root.TryGetProperty("team", out var team) && team.ValueKind == JsonValueKind.Null }
        : null;
}
