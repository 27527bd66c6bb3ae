using System.Text.Json;

namespace Incidents.Web.Preview;

/// <summary>What Slack would say to a message before it shows it, as far as cards can run into it.</summary>
/// <remarks>Source: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks#handling_errors</remarks>
internal static class PayloadCheck
{
    private const int MostBlocks = 50;

    /// <summary>The message, kept beyond the buffer it was read from; null with Slack's word for what is wrong with it.</summary>
    public static (JsonElement? Payload, string? Refusal) Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return Judge(root) is { } refusal ? (null, refusal) : (root.Clone(), null);
        }
        catch (JsonException)
        {
            return (null, "invalid_payload");
        }
    }

    private static string? Judge(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return "invalid_payload";
        }

        if (root.TryGetProperty("blocks", out var blocks) && (blocks.ValueKind != JsonValueKind.Array || blocks.GetArrayLength() > MostBlocks))
        {
            return "invalid_blocks";
        }

        return root.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String && text.GetString()!.Length > 0 ? null : "no_text";
    }
}
