using System.Text.Json;

namespace Incidents.Application.Slack.Inbound;

/// <summary>Reads one of the `actions` of an interaction: a button that was pressed, or the option that was chosen in a menu.</summary>
/// <remarks>Source: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload</remarks>
internal static class PressedElement
{
    private const int LongestActionId = 255;
    private const int LongestOption = 150;

    /// <summary>What cannot be understood has no value, and so asks for nothing.</summary>
    public static PressedButton Read(JsonElement action)
    {
        var id = action.TextAt("action_id") is { Length: <= LongestActionId } given ? given : "";
        return new PressedButton(id, action.TextAt("type") switch
        {
            "static_select" or "overflow" => action.TextAt("selected_option", "value") is { Length: <= LongestOption } option ? option : null,
            "button" or null => action.TextAt("value"),
            _ => null,
        });
    }
}
