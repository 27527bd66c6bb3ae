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
        new Change(Keys.Answer(id))
            .Set(Names.AskedFor, Values.Text(next.Request))
            .Set(Names.Since, Values.Text(SortableTime.Write(next.At)))
            .SetOrRemove(Names.AnswerStatus, next.Status is { } status ? Values.Number(status) : null)
            .SetOrRemove(Names.AnswerType, Text(next.Type))
            .SetOrRemove(Names.Body, Text(next.Body))
            .SetOrRemove(Names.AnswerLocation, Text(next.Location))
            .Set(TableSchema.TimeToLive, Values.Number((next.At + Kept).ToUnixTimeSeconds()))
            .Stamp(Names.Write, Values.Text(WriteId.New()))
            .WhenStill(Names.Since, known is null ? null : Values.Text(SortableTime.Write(known.At)))
            .WhenStill(Names.AnswerStatus, known?.Status is { } before ? Values.Number(before) : null),
        cancellation)).Done ? SaveResult.Saved : SaveResult.Conflict;

    private static AttributeValue? Text(string? text) => text is null ? null : Values.Text(text);

    private static KeptAnswer Read(Dictionary<string, AttributeValue> item) => new(item[Names.AskedFor].S, SortableTime.Read(item[Names.Since].S))
    {
        Status = (int?)item.NumberOrNull(Names.AnswerStatus),
        Type = item.TextOrNull(Names.AnswerType),
        Body = item.TextOrNull(Names.Body),
        Location = item.TextOrNull(Names.AnswerLocation),
    };
}
