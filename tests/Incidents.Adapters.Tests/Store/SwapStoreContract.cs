using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Adapters.DynamoDb.Overrides;
using Incidents.Adapters.DynamoDb.Swaps;
using Incidents.Application.Overrides;
using Incidents.Application.Schedules.Swaps;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Swaps;
using NodaTime;

namespace Incidents.Adapters.Tests.Store;

/// <summary>What every store of swaps has to do.</summary>
public abstract class SwapStoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private ISwapStore store = null!;

    /// <summary>The store as another worker sees it.</summary>
    private protected abstract ISwapStore AnotherWorker();

    private protected abstract IOverrideStore Overrides();

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
        Assert.Equal((0, 0L), (book.Swaps.Count, book.Revision));
    }

    [Fact]
    public async Task Save_ThenLoad_GivesBackAllOfIt_InTheOrderMade()
    {
        var all = One("sw-1") with
        {
            Reason = "Zoë's wedding 🔥",
            Taker = new PersonId("bea"),
            TakenAt = Sample.Start + Duration.FromMinutes(5),
            Override = "ov-1",
            CancelledAt = Sample.Start + Duration.FromMinutes(6),
            CancelledBy = new Actor("bea", "Bea", Via.Api),
            Told = new(SwapState.Taken, Sample.Start + Duration.FromMinutes(5)),
        };

        Assert.Equal(SaveResult.Saved, await store.Save(await store.Load(None), [One("sw-2"), all], None));

        Assert.Equal([One("sw-2"), all], (await AnotherWorker().Load(None)).Swaps);
    }

    [Fact]
    public async Task Save_OnAnOlderBook_IsConflictAndChangesNothing()
    {
        var old = await store.Load(None);
        await AnotherWorker().Save(old, [One("sw-1")], None);

        Assert.Equal(SaveResult.Conflict, await store.Save(old, [One("sw-2")], None));
        Assert.Equal("sw-1", Assert.Single((await store.Load(None)).Swaps).Id);
    }

    [Fact]
    public async Task Take_WritesSwapAndOverride()
    {
        await store.Save(await store.Load(None), [One("sw-1")], None);

        var result = await store.Take(await store.Load(None), [One("sw-1") with { Taker = new PersonId("bea") }], await Overrides().Load(None), [Override("ov-1")], None);

        Assert.Equal(SaveResult.Saved, result);
        Assert.Equal(new PersonId("bea"), Assert.Single((await AnotherWorker().Load(None)).Swaps).Taker);
        Assert.Equal("ov-1", Assert.Single((await Overrides().Load(None)).Overrides).Id);
    }

    [Fact]
    public async Task Take_WhenEitherHasChanged_WritesNeither()
    {
        await store.Save(await store.Load(None), [One("sw-1")], None);
        var (swaps, overrides) = (await store.Load(None), await Overrides().Load(None));

        await Overrides().Save(overrides, [Override("ov-other")], None);
        Assert.Equal(SaveResult.Conflict, await store.Take(swaps, [One("sw-1") with { Taker = new PersonId("bea") }], overrides, [Override("ov-1")], None));

        overrides = await Overrides().Load(None);
        await store.Save(swaps, [One("sw-1"), One("sw-2")], None);
        Assert.Equal(SaveResult.Conflict, await store.Take(swaps, [One("sw-1") with { Taker = new PersonId("bea") }], overrides, [Override("ov-1")], None));

        Assert.All((await store.Load(None)).Swaps, swap => Assert.Null(swap.Taker));
        Assert.Equal("ov-other", Assert.Single((await Overrides().Load(None)).Overrides).Id);
    }

    [Fact]
    public async Task Save_OfAsManyAsThereMayBe_Fits()
    {
        var wide = One("sw-wide") with { Reason = new string('界', 250), CancelledAt = Sample.Start, CancelledBy = new Actor("bea", "Bea", Via.Api) };

        Assert.Equal(SaveResult.Saved, await store.Save(await store.Load(None), [.. Enumerable.Repeat(wide, 300)], None));
        Assert.Equal(300, (await AnotherWorker().Load(None)).Swaps.Count);
    }

    private static SwapRequest One(string id) => new()
    {
        Id = id,
        Schedule = new ScheduleId("primary"),
        Requester = new PersonId("ada"),
        From = Sample.Start,
        To = Sample.Start + Duration.FromHours(1),
        By = new Actor("ada", "Ada", Via.Console),
        MadeAt = Sample.Start,
    };

    private static MadeOverride Override(string id) => new()
    {
        Id = id,
        Schedule = new ScheduleId("primary"),
        Kind = OverrideKind.Replace,
        Replaces = new PersonId("ada"),
        Users = [new PersonId("bea")],
        From = Sample.Start,
        To = Sample.Start + Duration.FromHours(1),
        By = new Actor("bea", "Bea", Via.Console),
        MadeAt = Sample.Start,
    };
}

public sealed class InMemorySwapStoreTests : SwapStoreContract, IDisposable
{
    private readonly InMemoryOverrideStore overrides = new();
    private readonly InMemorySwapStore store;

    public InMemorySwapStoreTests() => store = new(overrides);

    public void Dispose() => store.Dispose();

    private protected override ISwapStore AnotherWorker() => store;

    private protected override IOverrideStore Overrides() => overrides;

    private protected override Task Prepare() => Task.CompletedTask;
}

[Collection(EmbeddedStoreTests.Name)]
public sealed class DynamoSwapStoreTests(EmbeddedStore embedded) : SwapStoreContract
{
    private static readonly FixedClock Clock = new(Sample.Start);

    private string table = "";

    private protected override ISwapStore AnotherWorker() => new DynamoSwapStore(embedded.Client, table, Clock);

    private protected override IOverrideStore Overrides() => new DynamoOverrideStore(embedded.Client, table, Clock);

    private protected override async Task Prepare() => table = await embedded.NewTable();
}
