using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Adapters.DynamoDb.TimeOff;
using Incidents.Application.Absences;
using Incidents.Application.Schedules.TimeOff;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall.Absences;
using NodaTime;

namespace Incidents.Adapters.Tests.Store;

/// <summary>What every store of time off has to do.</summary>
public abstract class TimeOffStoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private ITimeOffStore store = null!;

    /// <summary>The store as another worker sees it.</summary>
    private protected abstract ITimeOffStore AnotherWorker();

    private protected abstract Task Prepare();

    public async Task InitializeAsync()
    {
        await Prepare();
        store = AnotherWorker();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Load_WhenNoneWasEverMade_IsEmpty()
    {
        var book = await store.Load(None);
        Assert.Equal((0, 0L), (book.Entries.Count, book.Revision));
    }

    [Fact]
    public async Task Save_ThenLoad_GivesBackAllOfIt_InTheOrderMade()
    {
        var all = One("to-1") with { Source = "uid@calendar ✈", CancelledAt = Sample.Start + Duration.FromMinutes(6), CancelledBy = new Actor("bea", "Bea", Via.Api) };

        Assert.Equal(SaveResult.Saved, await store.Save(await store.Load(None), [One("to-2"), all], None));

        Assert.Equal([One("to-2"), all], (await AnotherWorker().Load(None)).Entries);
    }

    [Fact]
    public async Task Save_OnAnOlderBook_IsConflictAndChangesNothing()
    {
        var old = await store.Load(None);
        await AnotherWorker().Save(old, [One("to-1")], None);

        Assert.Equal(SaveResult.Conflict, await store.Save(old, [One("to-2")], None));
        Assert.Equal("to-1", Assert.Single((await store.Load(None)).Entries).Id);
    }

    [Fact]
    public async Task Save_OfAsManyAsThereMayBe_Fits()
    {
        var many = Enumerable.Range(0, 2 * MakeTimeOff.MostEntries).Select(i => One($"to-{Guid.NewGuid():N}") with { Source = Guid.NewGuid() + new string('u', 100) }).ToList();

        Assert.Equal(SaveResult.Saved, await store.Save(await store.Load(None), many, None));
        Assert.Equal(many.Count, (await AnotherWorker().Load(None)).Entries.Count);
    }

    private static MadeTimeOff One(string id) => new()
    {
        Id = id,
        Person = new PersonId("ada"),
        From = Sample.Start,
        To = Sample.Start + Duration.FromDays(7),
        By = new Actor("ada", "Ada", Via.Console),
        MadeAt = Sample.Start,
    };
}

public sealed class InMemoryTimeOffStoreTests : TimeOffStoreContract
{
    private readonly InMemoryTimeOffStore store = new();

    private protected override ITimeOffStore AnotherWorker() => store;

    private protected override Task Prepare() => Task.CompletedTask;
}

[Collection(EmbeddedStoreTests.Name)]
public sealed class DynamoTimeOffStoreTests(EmbeddedStore embedded) : TimeOffStoreContract
{
    private static readonly FixedClock Clock = new(Sample.Start);

    private string table = "";

    private protected override ITimeOffStore AnotherWorker() => new DynamoTimeOffStore(embedded.Client, table, Clock);

    private protected override async Task Prepare() => table = await embedded.NewTable();
}
