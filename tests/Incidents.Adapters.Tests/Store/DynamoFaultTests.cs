using System.Net;
using System.Text.Json.Nodes;
using Incidents.Adapters.DynamoDb;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.Tests.Store;

/// <summary>What the wire and the service do to calls.</summary>
[Collection(EmbeddedStoreTests.Name)]
public sealed class DynamoFaultTests(EmbeddedStore embedded) : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly FaultyWire wire = new();
    private string table = "";
    private DynamoIncidentStore store = null!;

    public async Task InitializeAsync()
    {
        table = await embedded.NewTable();
        store = new DynamoIncidentStore(wire.Connect(embedded.Endpoint), table, new FixedClock(Sample.Start));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Save_WhoseAnswerIsLost_IsSavedOnceWhenTheSdkTriesAgain()
    {
        var incident = await store.Opened();
        wire.LoseAnswer("UpdateItem", request: Next("UpdateItem"));

        incident = await store.Saved(Sample.Note(incident));

        Assert.Equal(3, wire.Requests["UpdateItem"]);
        Assert.Equal(incident.Version, (await store.Read(incident.Number)).Incident.Version);
        Assert.Single((await store.Timeline(incident.Number, None)).Select(e => e.Event).OfType<NoteAdded>());
        await store.Saved(Sample.Note(incident));
    }

    [Fact]
    public async Task Open_WhoseAnswerIsLost_IsOpenedOnceWhenTheSdkTriesAgain()
    {
        wire.LoseAnswer("TransactWriteItems");

        var incident = await store.Opened();

        Assert.Equal(2, wire.Requests["TransactWriteItems"]);
        Assert.Equal(1, (await store.Read(incident.Number)).Incident.Version);
    }

    [Fact]
    public async Task SaveMember_WhoseAnswerIsLost_IsSaved()
    {
        var incident = await store.Opened();
        wire.LoseAnswer("UpdateItem", request: Next("UpdateItem"));

        Assert.Equal(SaveResult.Saved, await store.SaveMember(incident.Number, Sample.Joining("checkout-latency", Sample.Start), expected: null, None));
    }

    [Fact]
    public async Task Remember_WhoseAnswerIsLost_IsSaved()
    {
        wire.LoseAnswer("UpdateItem");

        Assert.Equal(SaveResult.Saved, await store.Remember(Sample.Member(), Sample.Calm(), new AlarmContext(), None));
    }

    [Fact]
    public async Task F25_Throttling_IsTriedAgainALittleThenSaysSo()
    {
        wire.Answer("UpdateItem", HttpStatusCode.BadRequest, """{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException","message":"slow down"}""");

        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.NextNumber(None));

        Assert.Equal(3, wire.Requests["UpdateItem"]);
        Assert.Equal($"DynamoDB UpdateItem on table {table} failed: ProvisionedThroughputExceededException. The table is asked for more than it takes at the moment: try again.", failure.Message);
    }

    [Fact]
    public async Task F25_ThrottlingThatPasses_IsNotNoticed()
    {
        wire.Answer("UpdateItem", HttpStatusCode.BadRequest, """{"__type":"com.amazonaws.dynamodb.v20120810#ThrottlingException","message":"slow down"}""", request: 1);

        Assert.Equal(1, (await store.NextNumber(None)).Value);
    }

    [Fact]
    public async Task F26_AServiceThatIsDown_IsOneException()
    {
        wire.Answer("BatchGetItem", HttpStatusCode.InternalServerError, """{"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError","message":"sorry"}""");

        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Known(Sample.Member()));

        Assert.StartsWith($"DynamoDB BatchGetItem on table {table} failed: InternalServerError.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F26_AnAnswerThatNeverComes_IsOneException()
    {
        foreach (var request in Enumerable.Range(1, 3))
        {
            wire.LoseAnswer("BatchGetItem", request);
        }

        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Known(Sample.Member()));

        Assert.Contains($"BatchGetItem on table {table}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F72_AMissingPermission_NamesTheActionTheTableAndTheFixAndNoCredential()
    {
        wire.Answer("TransactWriteItems", HttpStatusCode.BadRequest, """{"__type":"com.amazon.coral.service#AccessDeniedException","Message":"User: arn:aws:sts::123456789012:assumed-role/x is not authorized to perform: dynamodb:UpdateItem"}""");

        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Opened());

        Assert.Equal($"DynamoDB TransactWriteItems on table {table} failed: AccessDeniedException. Allow dynamodb:UpdateItem on the table {table} and its indexes to the role this runs as.", failure.Message);
        Assert.DoesNotContain("planted-secret-key", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAlarm_WhenKeysAreLeftOver_AsksForThemAgain()
    {
        var incident = await store.Opened();
        var key = Keys.Alarm(Sample.Member());
        var leftOver = new JsonObject
        {
            ["Responses"] = new JsonObject { [table] = new JsonArray() },
            ["UnprocessedKeys"] = new JsonObject
            {
                [table] = new JsonObject { ["ConsistentRead"] = true, ["Keys"] = new JsonArray(new JsonObject { ["pk"] = Text(key.Partition), ["sk"] = Text(key.Sort) }) },
            },
        };
        wire.Answer("BatchGetItem", HttpStatusCode.OK, leftOver.ToJsonString(), request: Next("BatchGetItem"));

        Assert.Equal(incident.Number, (await store.Known(Sample.Member())).Own?.Open);
    }

    [Fact]
    public async Task ACallThatIsCancelled_IsCancelledAndNotTheStoresFault()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.LoadAlarm(Sample.Query(Sample.Member()), cancellation.Token));
    }

    private static JsonObject Text(string text) => new() { ["S"] = text };

    private int Next(string action) => wire.Requests.GetValueOrDefault(action) + 1;
}
