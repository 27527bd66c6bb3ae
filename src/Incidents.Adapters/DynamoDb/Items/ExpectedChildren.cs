using System.Collections.Immutable;
using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.DynamoDb.Items;

/// <summary>Children of open composite alarms and the incidents that expect them: one item, read with every alarm.</summary>
/// <param name="Write">The write that made it; null before the first.</param>
internal sealed record ExpectedChildren(ImmutableDictionary<string, IncidentNumber> Parents, string? Write)
{
    /// <summary>Children beyond this push out those of the oldest incidents: every alarm reads this item, so it stays small.</summary>
    public const int Most = 400;

    public static ExpectedChildren None { get; } = new(ImmutableDictionary<string, IncidentNumber>.Empty, null);

    public static ExpectedChildren Read(Dictionary<string, AttributeValue> item) => new(
        item[AttributeNames.Children].S.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => entry.Split('='))
            .ToImmutableDictionary(pair => pair[0], pair => new IncidentNumber(int.Parse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture))),
        item.TextOrNull(AttributeNames.Write));

    public IncidentNumber? ParentOf(DedupKey child) => Parents.TryGetValue(Keys.Hash(child.Value), out var number) ? number : null;

    public ExpectedChildren With(IEnumerable<DedupKey> children, IncidentNumber parent)
    {
        var all = Parents.SetItems(children.Select(child => KeyValuePair.Create(Keys.Hash(child.Value), parent)));
        return this with { Parents = all.Count <= Most ? all : all.OrderByDescending(e => e.Value.Value).Take(Most).ToImmutableDictionary() };
    }

    public ExpectedChildren Without(IncidentNumber parent) =>
        this with { Parents = Parents.RemoveRange(Parents.Where(e => e.Value == parent).Select(e => e.Key)) };

    /// <summary>Replaces the item if it is still the one that was read.</summary>
    public WriteRequestBuilder Replace()
    {
        var text = string.Join(' ', Parents.OrderBy(e => e.Value.Value).Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Key}={e.Value.Value}")));
        return new WriteRequestBuilder(Keys.Composites)
            .Set(AttributeNames.Children, AttributeValues.Text(text))
            .Stamp(AttributeNames.Write, AttributeValues.Text(WriteId.New()))
            .WhenStill(AttributeNames.Write, Write is null ? null : AttributeValues.Text(Write));
    }
}
