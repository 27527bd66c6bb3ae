using System.Text.Json;

namespace Incidents.Application.TextReplies;

/// <summary>A text message that a number of ours received.</summary>
/// <param name="From">The number it came from.</param>
/// <param name="To">The number it was sent to.</param>
public sealed record TextReply(string From, string To, string Body)
{
    private const int Longest = 16 * 1024;

    /// <summary>Reads what AWS End User Messaging publishes for two-way SMS.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms-payload.html</remarks>
    /// <returns>Null when it is something else.</returns>
    public static TextReply? Read(string message)
    {
        if (message.Length > Longest)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(message);
            return Text(json.RootElement, "originationNumber") is { Length: > 0 } from && Text(json.RootElement, "destinationNumber") is { Length: > 0 } to && Text(json.RootElement, "messageBody") is { } body
                ? new TextReply(from, to, body)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Without numbers and text, so that no log gets hold of them.</summary>
    public override string ToString() => "a text reply";

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
