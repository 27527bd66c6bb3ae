using System.Text.Json;
using System.Xml.Linq;

namespace Incidents.Adapters.Aws;

/// <summary>Reads what answers of AWS hold. What is not there is null or empty: a new field of theirs must not break a question of ours.</summary>
internal static class Answers
{
    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static bool IsTrue(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    public static JsonElement Part(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    public static IReadOnlyList<JsonElement> Items(this JsonElement element, string name) =>
        element.Part(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    /// <summary>The text of a child, whatever its namespace.</summary>
    public static string? Text(this XElement element, string name) => element.Elements().FirstOrDefault(child => child.Name.LocalName == name)?.Value;

    /// <summary>The members of every list of that name below.</summary>
    public static IEnumerable<XElement> Members(this XElement element, string list) =>
        element.Descendants().Where(below => below.Name.LocalName == list).SelectMany(found => found.Elements());
}
