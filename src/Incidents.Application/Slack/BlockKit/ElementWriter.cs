using System.Diagnostics;
using System.Text.Json;

namespace Incidents.Application.Slack.BlockKit;

/// <summary>Writes buttons and menus.</summary>
internal static class ElementWriter
{
    public static void Write(Utf8JsonWriter json, SlackElement element)
    {
        json.WriteStartObject();
        switch (element)
        {
            case SlackButton button:
                WriteButton(json, button);
                break;
            case SlackMenu menu:
                WriteMenu(json, menu);
                break;
            default:
                throw new UnreachableException();
        }

        if (element.Confirm is { } confirm)
        {
            WriteConfirm(json, confirm);
        }

        json.WriteEndObject();
    }

    private static void WriteButton(Utf8JsonWriter json, SlackButton button)
    {
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
    }

    private static void WriteMenu(Utf8JsonWriter json, SlackMenu menu)
    {
        json.WriteString("type", "static_select");
        json.WriteString("action_id", menu.ActionId);
        BlockKitWriter.WritePlain(json, "placeholder", menu.Text, SlackLimits.MenuText);
        json.WriteStartArray("options");
        foreach (var option in menu.Options.Take(SlackLimits.Options))
        {
            json.WriteStartObject();
            BlockKitWriter.WritePlain(json, "text", option.Text, SlackLimits.OptionText);
            json.WriteString("value", option.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
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
