using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Adapters.DynamoDb.Notices;
using Incidents.Application.Store;

namespace Incidents.Adapters.Tests.Store;

/// <summary>What every store of what teams were told has to do.</summary>
public abstract class NotificationLogStoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>The store as another worker sees it.</summary>
    private protected abstract INotificationLogStore AnotherWorker();

    private protected abstract Task Prepare();

    public Task InitializeAsync() => Prepare();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Load_WhenNothingWasEverTold_IsEmpty()
    {
        var book = await AnotherWorker().Load(None);
        Assert.Equal((0, 0L), (book.Told.Count, book.Revision));
    }

    [Fact]
    public async Task Save_ThenLoad_GivesBackAllOfIt()
    {
        var told = new Dictionary<string, string> { ["hand-off primary"] = "zoë,ben", ["hand-off night"] = "" };
        Assert.Equal(SaveResult.Saved, await AnotherWorker().Save(NotificationLogEntries.Empty, told, None));

        Assert.Equal(told, (await AnotherWorker().Load(None)).Told);
    }

    [Fact]
    public async Task Save_OnAnOlderBook_IsConflictAndChangesNothing()
    {
        var old = await AnotherWorker().Load(None);
        await AnotherWorker().Save(old, new Dictionary<string, string> { ["a"] = "1" }, None);

        Assert.Equal(SaveResult.Conflict, await AnotherWorker().Save(old, new Dictionary<string, string> { ["a"] = "2" }, None));
        Assert.Equal("1", (await AnotherWorker().Load(None)).Told["a"]);
    }

    [Fact]
    public async Task Save_OfManySchedules_Fits()
    {
        var told = Enumerable.Range(0, 400).ToDictionary(n => $"hand-off schedule-with-a-long-name-{n}", n => $"person-{n},person-{n + 1}");
        Assert.Equal(SaveResult.Saved, await AnotherWorker().Save(NotificationLogEntries.Empty, told, None));

        Assert.Equal(400, (await AnotherWorker().Load(None)).Told.Count);
    }
}

public sealed class InMemoryToldStoreTests : NotificationLogStoreContract
{
    private readonly InMemoryNotificationLogStore store = new();

    private protected override INotificationLogStore AnotherWorker() => store;

    private protected override Task Prepare() => Task.CompletedTask;
}

[Collection(EmbeddedStoreTests.Name)]
public sealed class DynamoToldStoreTests(EmbeddedStore embedded) : NotificationLogStoreContract
{
    private static readonly FixedClock Clock = new(Sample.Start);

    private string table = "";

    private protected override INotificationLogStore AnotherWorker() => new DynamoToldStore(embedded.Client, table, Clock);

    private protected override async Task Prepare() => table = await embedded.NewTable();
}
