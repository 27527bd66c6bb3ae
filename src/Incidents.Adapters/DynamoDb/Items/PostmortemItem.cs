using System.Text;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.Items;

/// <summary>The postmortem draft of an incident.</summary>
internal static class PostmortemItem
{
    private const int Around = 64;

    /// <param name="end">When it may vanish; null for never.</param>
    public static WriteRequestBuilder Write(IncidentNumber number, string markdown, Instant? end) => new WriteRequestBuilder(Keys.Postmortem(number))
        .Set(AttributeNames.Body, CompressedText.Pack(Encoding.UTF8.GetBytes(CutText.Fit(markdown)), ItemSize.Unit - Around))
        .SetOrRemove(TableSchema.TimeToLive, AttributeValues.UnixTime(end));

    public static string Read(Dictionary<string, AttributeValue> item) => Encoding.UTF8.GetString(CompressedText.Unpack(item[AttributeNames.Body]));
}
