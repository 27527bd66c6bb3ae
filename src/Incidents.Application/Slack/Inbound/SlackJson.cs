using System.Text.Json;

namespace Incidents.Application.Slack.Inbound;

/// <summary>Reads JSON that came from outside: bounded, without doubled names and without text that is no text.</summary>
internal static class SlackJson
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>The document when it is one object within bounds; null otherwise. The caller disposes it.</summary>
    public static JsonDocument? TryParse(string json)
    {
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(json, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object && HoldsOnlyText(document.RootElement))
            {
                return document;
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            // Lone surrogates surface as InvalidOperationException (escaped) or ArgumentException (raw).
        }

        document?.Dispose();
        return null;
    }

    /// <summary>The string at a path of property names; null when it is missing, null or of another kind.</summary>
    public static string? TextAt(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }

    private static bool HoldsOnlyText(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().All(property => IsText(property.Name) && HoldsOnlyText(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().All(HoldsOnlyText),
        JsonValueKind.String => IsText(element.GetString()!),
        _ => true,
    };

    private static bool IsText(string value) => !value.Contains('\0', StringComparison.Ordinal);
}
