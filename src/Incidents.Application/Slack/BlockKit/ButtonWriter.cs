using System.Text.Json;

namespace Incidents.Application.Slack.BlockKit;

internal static class ButtonWriter
{
    public static void Write(Utf8JsonWriter json, SlackButton button)
    {
        json.WriteStartObject();
        json.WriteString("type", "button");
        json.WriteString("action_id", button.ActionId);
        BlockKitWriter.WritePlain(json, "text", button.Text, SlackLimits.ButtonText);
        if (button.Value is { } value)
        {
            json.WriteString("value", value);
        }

        if (button.Url is { } url)
        {
            json.WriteString("url", url.AbsoluteUri);
        }

        if (button.Style != SlackButtonStyle.Default)
        {
            json.WriteString("style", button.Style == SlackButtonStyle.Primary ? "primary" : "danger");
        }

        if (button.Confirm is { } confirm)
        {
            WriteConfirm(json, confirm);
        }

        json.WriteEndObject();
    }

    private static void WriteConfirm(Utf8JsonWriter json, SlackConfirm confirm)
    {
        json.WriteStartObject("confirm");
        BlockKitWriter.WritePlain(json, "title", confirm.Title, SlackLimits.ConfirmTitle);
        BlockKitWriter.WritePlain(json, "text", confirm.Text, SlackLimits.ConfirmText);
        BlockKitWriter.WritePlain(json, "confirm", confirm.Yes, SlackLimits.ConfirmAnswer);
        BlockKitWriter.WritePlain(json, "deny", confirm.No, SlackLimits.ConfirmAnswer);
        json.WriteEndObject();
    }
}
