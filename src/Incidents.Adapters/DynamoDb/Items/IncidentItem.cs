using System.Collections.Immutable;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.Items;

/// <summary>The head item: the state of an incident and its newest events.</summary>
/// <param name="Write">The write that made it.</param>
/// <param name="Recent">The newest events, the last of the timeline, as text.</param>
/// <param name="Unknown">Fields of the state that a newer version added.</param>
internal sealed record IncidentItem(Incident Incident, string Write, ImmutableList<string> Recent, Dictionary<string, JsonElement>? Unknown)
{
    /// <summary>When DynamoDB may remove it; null for never.</summary>
    public Instant? ExpiresAt { get; init; }

    /// <summary>Readers of one schema understand all that was written in it; a change they would misread takes the next number.</summary>
    public const int Schema = 1;

    public const string OpenIncident = "incident";

    /// <exception cref="StoreUnavailableException">A newer version wrote the item, or its body cannot be parsed.</exception>
    public static IncidentItem Read(Dictionary<string, AttributeValue> item)
    {
        var number = Keys.NumberOf(item[AttributeNames.Partition].S);
        if (item.NumberOrNull(AttributeNames.Schema) is > Schema and var schema)
        {
            throw new StoreUnavailableException($"{number} was written by a newer version of Incidents (schema {schema}, this version reads {Schema}): deploy the newer version again");
        }

        return item.ReadAs(i =>
        {
            var (state, recent) = BodyJson.Read(CompressedText.Unpack(i[AttributeNames.Body]), StoredFormat.Json.StoredIncident);
            var incident = state.ToIncident(number, i.NumberOrNull(AttributeNames.Version) ?? 0);
            return new IncidentItem(incident, i.TextOrNull(AttributeNames.Write) ?? "", recent, state.Unknown)
            {
                ExpiresAt = i.NumberOrNull(TableSchema.TimeToLive) is { } end ? Instant.FromUnixTimeSeconds(end) : null,
            };
        });
    }

    /// <summary>The newest events in their places.</summary>
    public IReadOnlyList<TimelineEntry> Entries() => Chunk.Entries(Recent, first: Incident.TimelineLength - Recent.Count + 1);
}
