using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Application.Links;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.Links;

/// <summary>One link. Nothing in it leads back to the token.</summary>
internal static class LinkItem
{
    // Whether a link has expired is decided by its own time; the clock of the table only cleans up, and may be early or late.
    private static readonly Duration KeptAfterwards = Duration.FromDays(1);

    public static WriteRequestBuilder Write(string hash, ResponderLink link) => new WriteRequestBuilder(Keys.Link(hash))
        .Set(AttributeNames.Incident, AttributeValues.Number(link.Incident.Value))
        .Set(AttributeNames.Person, AttributeValues.Text(link.Person.Value))
        .Set(AttributeNames.PersonName, AttributeValues.Text(link.PersonName))
        .Set(AttributeNames.Until, AttributeValues.Text(SortableTime.Write(link.ExpiresAt)))
        .Set(TableSchema.TimeToLive, AttributeValues.Number((link.ExpiresAt + KeptAfterwards).ToUnixTimeSeconds()))
        .SetUnlessNull(AttributeNames.Also, link.Also.IsEmpty ? null : AttributeValues.Listed(link.Also))
        .SetUnlessNull(AttributeNames.TestPage, link.Receipt?.TestPage)
        .SetUnlessNull(AttributeNames.Channel, link.Receipt?.Channel)
        .Stamp(AttributeNames.Write, AttributeValues.Text(WriteId.New()))
        .WhenStill(AttributeNames.Until, value: null);

    public static ResponderLink Read(Dictionary<string, AttributeValue> item) => new(
        new IncidentNumber((int)(item.NumberOrNull(AttributeNames.Incident) ?? throw new KeyNotFoundException(AttributeNames.Incident))),
        new PersonId(item[AttributeNames.Person].S),
        item[AttributeNames.PersonName].S,
        SortableTime.Read(item[AttributeNames.Until].S))
    {
        Also = [.. item.ListedIn(AttributeNames.Also)],
        Receipt = item.TextOrNull(AttributeNames.TestPage) is { } page ? new TestReceipt(page, item[AttributeNames.Channel].S) : null,
    };
}
