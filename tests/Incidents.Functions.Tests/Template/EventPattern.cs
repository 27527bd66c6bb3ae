using System.Text.Json;

namespace Incidents.Functions.Tests.Template;

/// <summary>What EventBridge makes of an event pattern, as far as this template's patterns go: values, `anything-but`, `prefix`, nested objects and `$or`.</summary>
internal static class EventPattern
{
    /// <summary>Whether a rule with this pattern lets the event through.</summary>
    public static bool Matches(Part pattern, JsonElement at) => pattern.Entries.All(entry => entry.Key == "$or"
        ? entry.Value.Items.Any(either => Matches(either, at))
        : at.ValueKind == JsonValueKind.Object && at.TryGetProperty(entry.Key, out var field) && MatchesField(entry.Value, field));

    /// <summary>A list in the event fits when one of its members does.</summary>
    private static bool MatchesField(Part wanted, JsonElement field) => field.ValueKind == JsonValueKind.Array
        ? field.EnumerateArray().Any(member => MatchesField(wanted, member))
        : wanted.Entries.Count > 0
            ? Matches(wanted, field)
            : wanted.Items.Any(one => MatchesValue(one, field));

    private static bool MatchesValue(Part wanted, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return wanted["anything-but"] is { Exists: true } but
            ? !(but["prefix"] is { Exists: true } without ? text.StartsWith(without.Text, StringComparison.Ordinal) : but.Items.Any(one => one.Text == text))
            : wanted["prefix"] is { Exists: true } prefix
                ? text.StartsWith(prefix.Text, StringComparison.Ordinal)
                : wanted.Entries.Count == 0 ? wanted.Text == text : throw new NotSupportedException(string.Join(',', wanted.Entries.Keys));
    }
}
