using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Items;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Application.Idempotency;
using Incidents.Application.Store;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.Idempotency;

/// <summary>Answers in the table of the incidents: one item each, cleaned up two days later.</summary>
/// <param name="meter">Adds up what the calls cost; null where costs are not counted.</param>
public sealed class DynamoKeptAnswers(IAmazonDynamoDB client, string table, TimeProvider clock, CapacityMeter? meter = null) : IKeptAnswers
{
    // Whether an answer still counts is decided by its own time.
    private static readonly Duration Kept = Duration.FromDays(2);
    private readonly TableCalls calls = new(client, table, meter, clock);

    /// <inheritdoc />
    public async Task<KeptAnswer?> Find(string id, CancellationToken cancellation) => (await calls.Get(Keys.Answer(id), cancellation))?.ReadAs(Read);

    /// <inheritdoc />
    public async Task<SaveResult> Save(string id, KeptAnswer? known, KeptAnswer next, CancellationToken cancellation) => (await calls.Write(
        new WriteRequestBuilder(Keys.Answer(id))
            .Set(AttributeNames.AskedFor, AttributeValues.Text(next.Request))
            .Set(AttributeNames.Since, AttributeValues.Text(SortableTime.Write(next.At)))
            .SetOrRemove(AttributeNames.AnswerStatus, next.Status is { } status ? AttributeValues.Number(status) : null)
            .SetOrRemove(AttributeNames.AnswerType, Text(next.Type))
            .SetOrRemove(AttributeNames.Body, Text(next.Body))
            .SetOrRemove(AttributeNames.AnswerLocation, Text(next.Location))
            .Set(TableSchema.TimeToLive, AttributeValues.Number((next.At + Kept).ToUnixTimeSeconds()))
            .Stamp(AttributeNames.Write, AttributeValues.Text(WriteId.New()))
            .WhenStill(AttributeNames.Since, known is null ? null : AttributeValues.Text(SortableTime.Write(known.At)))
            .WhenStill(AttributeNames.AnswerStatus, known?.Status is { } before ? AttributeValues.Number(before) : null),
        cancellation)).Done ? SaveResult.Saved : SaveResult.Conflict;

    private static AttributeValue? Text(string? text) => text is null ? null : AttributeValues.Text(text);

    private static KeptAnswer Read(Dictionary<string, AttributeValue> item) => new(item[AttributeNames.AskedFor].S, SortableTime.Read(item[AttributeNames.Since].S))
    {
        Status = (int?)item.NumberOrNull(AttributeNames.AnswerStatus),
        Type = item.TextOrNull(AttributeNames.AnswerType),
        Body = item.TextOrNull(AttributeNames.Body),
        Location = item.TextOrNull(AttributeNames.AnswerLocation),
    };
}
