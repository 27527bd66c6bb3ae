using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Maintenance;
using Incidents.Application.Maintenance;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Domain.Maintenance;
using NodaTime;

namespace Incidents.Adapters.Tests.Store;

/// <summary>What every store of maintenance windows has to do.</summary>
public abstract class MaintenanceStoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private IMaintenanceStore store = null!;

    /// <summary>The store as another worker sees it.</summary>
    private protected abstract IMaintenanceStore AnotherWorker();

    private protected abstract Task Prepare();

    public async Task InitializeAsync()
    {
        await Prepare();
        store = AnotherWorker();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Load_WhenNothingWasEverPlanned_IsEmpty()
    {
        Assert.Equal((0, 0L), ((await store.Load(None)).Windows.Count, (await store.Load(None)).Revision));
        Assert.Empty(await store.Past(None));
    }

    [Fact]
    public async Task V15_Save_OfAWindowThatRecurs_GivesBackItsRounds()
    {
        var window = Window("mw-1") with { Every = "SU 02:00", Length = Duration.FromHours(1), Zone = "Europe/Berlin" };
        await store.Save(await store.Load(None), [window], [], None);

        var read = (await AnotherWorker().Load(None)).Windows[0];
        Assert.Equal((window.Every, window.Length, window.Zone), (read.Every, read.Length, read.Zone));
        Assert.Equal("SU 02:00", read.Recurs?.ToString());
    }

    [Fact]
    public async Task Save_ThenLoad_GivesBackAllOfIt()
    {
        var window = Window("mw-1") with
        {
            EndedAt = Sample.Start + Duration.FromMinutes(5),
            Services = [new ServiceId("checkout"), new ServiceId("payments")],
            Alarms = [new Glob("*-\"latency\"-🔥")],
            Tags = [new("tier", "a=b")],
        };

        Assert.Equal(SaveResult.Saved, await store.Save(await store.Load(None), [window, Window("mw-2")], [], None));

        var book = await AnotherWorker().Load(None);
        Assert.Equal(["mw-1", "mw-2"], book.Windows.Select(w => w.Id));
        var read = book.Windows[0];
        Assert.Equal((window.Reason, window.By, window.From, window.To, window.EndedAt), (read.Reason, read.By, read.From, read.To, read.EndedAt));
        Assert.Equal(window.Services, read.Services);
        Assert.Equal(window.Alarms, read.Alarms);
        Assert.Equal(window.Tags, read.Tags);
    }

    [Fact]
    public async Task Save_OnAnOlderBook_IsConflictAndChangesNothing()
    {
        var old = await store.Load(None);
        await AnotherWorker().Save(old, [Window("mw-1")], [], None);

        Assert.Equal(SaveResult.Conflict, await store.Save(old, [Window("mw-2")], [], None));
        Assert.Equal(SaveResult.Conflict, await store.Save(old, [], [Window("mw-2")], None));

        Assert.Equal("mw-1", Assert.Single((await store.Load(None)).Windows).Id);
        Assert.Empty(await store.Past(None));
    }

    [Fact]
    public async Task Save_ByManyAtOnce_LosesNone()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            var worker = AnotherWorker();
            MaintenanceBook book;
            do
            {
                book = await worker.Load(None);
            }
            while (await worker.Save(book, [.. book.Windows, Window($"mw-{i}")], [], None) == SaveResult.Conflict);
        })));

        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"mw-{i}"), (await store.Load(None)).Windows.Select(w => w.Id).Order());
    }

    [Fact]
    public async Task Past_HoldsTheLast100_TheNewestFirst()
    {
        for (var i = 0; i < 103; i += 1)
        {
            Assert.Equal(SaveResult.Saved, await store.Save(await store.Load(None), [Window("mw-on")], [Window($"mw-{i}")], None));
        }

        var past = await AnotherWorker().Past(None);

        Assert.Equal(Enumerable.Range(3, 100).Reverse().Select(i => $"mw-{i}"), past.Select(w => w.Id));
        Assert.Equal("mw-on", Assert.Single((await store.Load(None)).Windows).Id);
    }

    [Fact]
    public async Task Save_OfAsMuchAsMayBePlanned_Fits()
    {
        var wide = Window("mw-wide") with { Reason = new string('\u2028', 250), Alarms = [.. Enumerable.Range(0, 4).Select(i => new Glob(new string('界', 249) + i))] };

        Assert.Equal(SaveResult.Saved, await store.Save(await store.Load(None), [.. Enumerable.Repeat(wide, 50)], [.. Enumerable.Repeat(wide, 100)], None));
        Assert.Equal(50, (await AnotherWorker().Load(None)).Windows.Count);
    }

    private protected static MaintenanceWindow Window(string id) => new()
    {
        Id = id,
        Reason = "moving the database",
        By = new Actor("ada", "Ada", Via.Console),
        From = Sample.Start,
        To = Sample.Start + Duration.FromHours(1),
        Services = [new ServiceId("checkout")],
    };
}

public sealed class InMemoryMaintenanceStoreTests : MaintenanceStoreContract
{
    private readonly InMemoryMaintenanceStore store = new();

    private protected override IMaintenanceStore AnotherWorker() => store;

    private protected override Task Prepare() => Task.CompletedTask;
}

[Collection(EmbeddedStoreTests.Name)]
public sealed class DynamoMaintenanceStoreTests(EmbeddedStore embedded) : MaintenanceStoreContract
{
    private static readonly FixedClock Clock = new(Sample.Start);

    private readonly CapacityMeter meter = new();
    private string table = "";

    [Fact]
    public async Task Load_OfAFewWindows_IsOneReadUnit()
    {
        var worker = AnotherWorker();
        await worker.Save(await worker.Load(CancellationToken.None), [.. Enumerable.Range(0, 5).Select(i => Window($"mw-{i}"))], [], CancellationToken.None);
        var before = meter.Total;

        await worker.Load(CancellationToken.None);

        Assert.Equal(new Usage(1, 1, 0), meter.Total - before);
    }

    private protected override IMaintenanceStore AnotherWorker() => new DynamoMaintenanceStore(embedded.Client, table, Clock, meter);

    private protected override async Task Prepare() => table = await embedded.NewTable();
}
