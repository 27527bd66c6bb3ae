using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Application.Links;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.Links;

/// <summary>One link. Nothing in it leads back to the token.</summary>
internal static class LinkItem
{
    // Whether a link has expired is decided by its own time; the clock of the table only cleans up, and may be early or late.
    private static readonly Duration KeptAfterwards = Duration.FromDays(1);

    public static Change Write(string hash, ResponderLink link) => new Change(Keys.Link(hash))
        .Set(Names.Incident, Values.Number(link.Incident.Value))
        .Set(Names.Person, Values.Text(link.Person))
        .Set(Names.PersonName, Values.Text(link.PersonName))
        .Set(Names.Until, Values.Text(SortableTime.Write(link.ExpiresAt)))
        .Set(TableSchema.TimeToLive, Values.Number((link.ExpiresAt + KeptAfterwards).ToUnixTimeSeconds()))
        .SetUnlessNull(Names.Also, link.Also.IsEmpty ? null : Values.Listed(link.Also))
        .SetUnlessNull(Names.TestPage, link.Receipt?.TestPage)
        .SetUnlessNull(Names.Channel, link.Receipt?.Channel)
        .Stamp(Names.Write, Values.Text(WriteId.New()))
        .WhenStill(Names.Until, value: null);

    public static ResponderLink Read(Dictionary<string, AttributeValue> item) => new(
        new IncidentNumber((int)(item.NumberOrNull(Names.Incident) ?? throw new KeyNotFoundException(Names.Incident))),
        item[Names.Person].S,
        item[Names.PersonName].S,
        SortableTime.Read(item[Names.Until].S))
    {
        Also = [.. item.ListedIn(Names.Also)],
        Receipt = item.TextOrNull(Names.TestPage) is { } page ? new TestReceipt(page, item[Names.Channel].S) : null,
    };
}
