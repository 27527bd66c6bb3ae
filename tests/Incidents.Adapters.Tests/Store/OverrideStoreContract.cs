using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Adapters.DynamoDb.Overrides;
using Incidents.Application.Overrides;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Adapters.Tests.Store;

/// <summary>What every store of overrides has to do.</summary>
public abstract class OverrideStoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private IOverrideStore store = null!;

    /// <summary>The store as another worker sees it.</summary>
    private protected abstract IOverrideStore AnotherWorker();

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
        Assert.Equal((0, 0L), (book.Overrides.Count, book.Revision));
    }

    [Fact]
    public async Task Save_ThenLoad_GivesBackAllOfIt_InTheOrderMade()
    {
        var made = One("ov-1") with
        {
            Kind = OverrideKind.Replace,
            Users = [new PersonId("bea"), new PersonId("Zoë \"Z\" 🔥")],
            Replaces = new PersonId("ada"),
            Layer = "night",
            CancelledAt = Sample.Start + Duration.FromMinutes(5),
            CancelledBy = new Actor("bea", "Bea", Via.Api),
        };

        Assert.Equal(SaveResult.Saved, await store.Save(await store.Load(None), [One("ov-2"), made], None));

        var book = await AnotherWorker().Load(None);
        Assert.Equal(["ov-2", "ov-1"], book.Overrides.Select(one => one.Id));
        Assert.Equal(made.Users, book.Overrides[1].Users);
        Assert.Equal(made with { Users = [] }, book.Overrides[1] with { Users = [] });
    }

    [Fact]
    public async Task Save_OnAnOlderBook_IsConflictAndChangesNothing()
    {
        var old = await store.Load(None);
        await AnotherWorker().Save(old, [One("ov-1")], None);

        Assert.Equal(SaveResult.Conflict, await store.Save(old, [One("ov-2")], None));
        Assert.Equal("ov-1", Assert.Single((await store.Load(None)).Overrides).Id);
    }

    [Fact]
    public async Task Save_OfAsManyAsThereMayBe_Fits()
    {
        var wide = One("ov-wide") with { Users = [.. Enumerable.Range(0, 20).Select(i => new PersonId($"someone-with-a-long-name-{i}"))], Layer = new string('界', 200) };

        Assert.Equal(SaveResult.Saved, await store.Save(await store.Load(None), [.. Enumerable.Repeat(wide, 300)], None));
        Assert.Equal(300, (await AnotherWorker().Load(None)).Overrides.Count);
    }

    private static MadeOverride One(string id) => new()
    {
        Id = id,
        Schedule = new ScheduleId("primary"),
        Kind = OverrideKind.Cover,
        From = Sample.Start,
        To = Sample.Start + Duration.FromHours(1),
        Users = [new PersonId("ada")],
        By = new Actor("ada", "Ada", Via.Console),
        MadeAt = Sample.Start,
    };
}

public sealed class InMemoryOverrideStoreTests : OverrideStoreContract
{
    private readonly InMemoryOverrideStore store = new();

    private protected override IOverrideStore AnotherWorker() => store;

    private protected override Task Prepare() => Task.CompletedTask;
}

[Collection(EmbeddedStoreTests.Name)]
public sealed class DynamoOverrideStoreTests(EmbeddedStore embedded) : OverrideStoreContract
{
    private static readonly FixedClock Clock = new(Sample.Start);

    private string table = "";

    private protected override IOverrideStore AnotherWorker() => new DynamoOverrideStore(embedded.Client, table, Clock);

    private protected override async Task Prepare() => table = await embedded.NewTable();
}
