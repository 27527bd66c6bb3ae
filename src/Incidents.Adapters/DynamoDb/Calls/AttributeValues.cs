using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.Calls;

/// <summary>Numbers and texts as attribute values, and back.</summary>
internal static class AttributeValues
{
    public static AttributeValue Text(string text) => new(text);

    public static AttributeValue Number(long number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    /// <summary>In whole seconds, as the time to live wants it; null for never.</summary>
    public static AttributeValue? UnixTime(Instant? time) => time is { } at ? Number(at.ToUnixTimeSeconds()) : null;

    public static long? NumberOrNull(this Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) ? long.Parse(value.N, CultureInfo.InvariantCulture) : null;

    public static string? TextOrNull(this Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) ? value.S : null;

    /// <summary>Incidents in one text.</summary>
    public static string Listed(IEnumerable<IncidentNumber> numbers) => string.Join(',', numbers.Select(n => n.Value.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The incidents that stand in one text; none without the attribute.</summary>
    public static IEnumerable<IncidentNumber> ListedIn(this Dictionary<string, AttributeValue> item, string name) =>
        (item.TextOrNull(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => new IncidentNumber(int.Parse(n, CultureInfo.InvariantCulture)));

    public static bool IsEqualTo(this AttributeValue? value, AttributeValue other) => value is not null && value.S == other.S && value.N == other.N;
}
