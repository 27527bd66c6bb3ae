using System.Text.Json;

namespace Incidents.Application.Json;

/// <summary>Reads JSON of unverified shape: returns null for a field that is missing, null or of another kind.</summary>
internal static class JsonFields
{
    private const int MostPairs = 50;

    /// <summary>The first of <paramref name="names"/> that is there and not null.</summary>
    public static JsonElement? Field(this JsonElement element, params ReadOnlySpan<string> names)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var name in names)
            {
                if (element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
                {
                    return value;
                }
            }
        }

        return null;
    }

    /// <summary>Whether the object names the property at all, be it null.</summary>
    public static bool Names(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out _);

    /// <summary>A string, or a number or truth value as it is written.</summary>
    public static string? Text(this JsonElement element, params ReadOnlySpan<string> names) => element.Field(names)?.AsText();

    /// <inheritdoc cref="Text" />
    public static string? AsText(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    /// <summary>A finite number; NaN, the infinities and what overflows to them are null.</summary>
    public static double? Number(this JsonElement element, params ReadOnlySpan<string> names) =>
        Finite.Parse(element.Text(names));

    /// <summary>The members of an array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement? list) =>
        list is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>Names with values, written as a map or as a list of `{name, value}` or `{key, value}`; the first fifty of them.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Pairs(this JsonElement? pairs) => pairs switch
    {
        { ValueKind: JsonValueKind.Object } map =>
            [.. map.EnumerateObject().Take(MostPairs).Select(pair => KeyValuePair.Create(pair.Name, pair.Value.AsText() ?? ""))],
        { ValueKind: JsonValueKind.Array } list =>
        [
            .. from item in list.EnumerateArray().Take(MostPairs)
               let name = item.Text("name", "Name", "key", "Key")
               where name is not null
               select KeyValuePair.Create(name, item.Text("value", "Value") ?? ""),
        ],
        _ => [],
    };
}
