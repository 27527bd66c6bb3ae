using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Incidents.Adapters.DynamoDb;

/// <summary>Numbers and texts as attribute values, and back.</summary>
internal static class Values
{
    public static AttributeValue Text(string text) => new(text);

    public static AttributeValue Number(long number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    public static long? NumberOrNull(this Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) ? long.Parse(value.N, CultureInfo.InvariantCulture) : null;

    public static string? TextOrNull(this Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) ? value.S : null;

    public static bool IsEqualTo(this AttributeValue? value, AttributeValue other) => value is not null && value.S == other.S && value.N == other.N;
}
