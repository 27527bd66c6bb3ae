using System.Globalization;
using Amazon.DynamoDBv2.Model;
using NodaTime;

namespace Incidents.Adapters.DynamoDb;

/// <summary>Numbers and texts as attribute values, and back.</summary>
internal static class Values
{
    public static AttributeValue Text(string text) => new(text);

    public static AttributeValue Number(long number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    /// <summary>In whole seconds, as the time to live wants it; null for never.</summary>
    public static AttributeValue? UnixTime(Instant? time) => time is { } at ? Number(at.ToUnixTimeSeconds()) : null;

    public static long? NumberOrNull(this Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) ? long.Parse(value.N, CultureInfo.InvariantCulture) : null;

    public static string? TextOrNull(this Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) ? value.S : null;

    public static bool IsEqualTo(this AttributeValue? value, AttributeValue other) => value is not null && value.S == other.S && value.N == other.N;
}
