using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Heartbeats;
using Incidents.Application.Heartbeats;
using Incidents.Application.Store;
using Incidents.Application.TestPages;
using Incidents.Domain;
using Incidents.Domain.Heartbeats;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.Tests.Store;

/// <summary>What every store of heartbeats has to do.</summary>
public abstract class HeartbeatStoreContract : IAsyncLifetime
{
    private protected const string Job = "nightly-backup";
    private protected static readonly CancellationToken None = CancellationToken.None;
    private static readonly HeartbeatMute Mute = new(At(500), "the \"tape\" is full", new Actor("ada", "Ada", Via.Api));

    private protected IHeartbeatStore Store { get; private set; } = null!;

    /// <summary>The store as another worker sees it.</summary>
    private protected abstract IHeartbeatStore AnotherWorker();

    private protected abstract Task Prepare();

    public async Task InitializeAsync()
    {
        await Prepare();
        Store = AnotherWorker();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Start_CountsFromTheFirstSight()
    {
        await Store.Start(Job, At(0), None);
        await AnotherWorker().Start(Job, At(60), None);

        Assert.Equal(new HeartbeatLog { Since = At(0) }, await Look());
        Assert.Empty(await Store.Load(["another"], None));
    }

    [Fact]
    public async Task Beat_WhenNoneIsMissing_IsKeptAndNothingElseIsToDo()
    {
        Assert.Null(await Store.Beat(Job, At(5), None));
        Assert.Null(await AnotherWorker().Beat(Job, At(9), None));

        Assert.Equal(new HeartbeatLog { Since = At(5), LastBeat = At(9) }, await Look());
    }

    [Fact]
    public async Task MarkMissed_ByTwoAtOnce_OneWins()
    {
        await Store.Start(Job, At(0), None);
        var known = await Look();

        var results = await Task.WhenAll(new[] { Store, AnotherWorker() }.Select(worker => Task.Run(() => worker.MarkMissed(Job, known, At(100), None))));

        Assert.Equal([SaveResult.Saved, SaveResult.Conflict], results.Order());
        Assert.Equal((At(100), false, null), await Miss());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task MarkMissed_WhenABeatOrAMuteCameMeanwhile_IsConflict(bool beat)
    {
        await Store.Start(Job, At(0), None);
        var known = await Look();
        await (beat ? AnotherWorker().Beat(Job, At(99), None) : AnotherWorker().Mute(Job, Mute, At(99), None));

        Assert.Equal(SaveResult.Conflict, await Store.MarkMissed(Job, known, At(100), None));
        Assert.Equal((null, false, null), await Miss());
    }

    [Fact]
    public async Task MarkMissed_UnderAMuteThatIsOver_IsSaved()
    {
        await Store.Mute(Job, Mute, At(0), None);

        Assert.Equal(SaveResult.Saved, await Store.MarkMissed(Job, await Look(), At(500), None));
    }

    [Fact]
    public async Task Beat_AfterAMiss_IsAfterIt_EvenByAClockThatIsBehind()
    {
        await Missed();

        var log = await Store.Beat(Job, At(99), None);

        Assert.Equal(At(100), log?.Missed);
        Assert.True(log?.LastBeat > log?.Missed);
        Assert.Equal(log, await Look());
    }

    [Fact]
    public async Task MarkTold_KeepsTheIncident()
    {
        await Missed();

        await Store.MarkTold(Job, At(100), new IncidentNumber(7), None);

        Assert.Equal((At(100), true, new IncidentNumber(7)), await Miss());
    }

    [Fact]
    public async Task MarkTold_OfNoIncident_IsToldAllTheSame()
    {
        await Missed();

        await Store.MarkTold(Job, At(100), incident: null, None);

        Assert.Equal((At(100), true, null), await Miss());
    }

    [Fact]
    public async Task MarkToldAndEndMiss_OfAnotherMiss_ChangeNothing()
    {
        await Missed();

        await Store.MarkTold(Job, At(90), new IncidentNumber(7), None);
        await Store.EndMiss(Job, At(90), None);

        Assert.Equal((At(100), false, null), await Miss());
    }

    [Fact]
    public async Task EndMiss_LeavesTheBeat()
    {
        await Missed();
        await Store.MarkTold(Job, At(100), new IncidentNumber(7), None);
        await Store.Beat(Job, At(120), None);

        await Store.EndMiss(Job, At(100), None);

        Assert.Equal(new HeartbeatLog { Since = At(0), LastBeat = At(120) }, await Look());
        Assert.Null(await Store.Beat(Job, At(130), None));
    }

    [Fact]
    public async Task Mute_IsKeptUntilItIsTakenAway()
    {
        await Store.Mute(Job, Mute, At(3), None);
        Assert.Equal(new HeartbeatLog { Since = At(3), Mute = Mute }, await Look());

        await Store.Mute(Job, mute: null, At(4), None);
        Assert.Null((await Look()).Mute);
    }

    [Fact]
    public async Task KeepSweep_IsTheLastOne()
    {
        Assert.Null(await Store.LastSweep(None));
        await Store.KeepSweep(At(1), None);
        await AnotherWorker().KeepSweep(At(61), None);

        Assert.Equal(At(61), await Store.LastSweep(None));
    }

    [Fact]
    public async Task V28_TestPage_LeftToATick_IsGivenToTheNextSweep_Once()
    {
        AskedTest first = new("T1", new PersonId("ana"), AllChannels: false, Asleep: true), second = new("T2", new PersonId("ben"), AllChannels: true, Asleep: false);
        await Store.Leave(first, None);
        await AnotherWorker().Leave(second, None);

        Assert.Equal([first, second], await Store.KeepSweep(At(1), None));
        Assert.Empty(await AnotherWorker().KeepSweep(At(61), None));
        Assert.Equal(At(61), await Store.LastSweep(None));
    }

    private protected static Instant At(int seconds) => Sample.Start + Duration.FromSeconds(seconds);

    private async Task<HeartbeatLog> Look() => (await AnotherWorker().Load([Job, "another"], None))[Job];

    private async Task<(Instant?, bool, IncidentNumber?)> Miss() => await Look() is var log ? (log.Missed, log.IsTold, log.Incident) : default;

    private async Task Missed()
    {
        await Store.Start(Job, At(0), None);
        Assert.Equal(SaveResult.Saved, await Store.MarkMissed(Job, await Look(), At(100), None));
    }
}

public sealed class InMemoryHeartbeatStoreTests : HeartbeatStoreContract
{
    private readonly InMemoryHeartbeatStore store = new();

    private protected override IHeartbeatStore AnotherWorker() => store;

    private protected override Task Prepare() => Task.CompletedTask;
}

[Collection(EmbeddedStoreTests.Name)]
public sealed class DynamoHeartbeatStoreTests(EmbeddedStore embedded) : HeartbeatStoreContract
{
    private static readonly FixedClock Clock = new(Sample.Start);

    private readonly CapacityMeter meter = new();
    private string table = "";

    [Fact]
    public async Task ABeatAndASweep_AreOneWriteUnitEach()
    {
        await Store.Beat(Job, At(0), None);
        await Store.KeepSweep(At(0), None);
        var before = meter.Total;

        await Store.Beat(Job, At(60), None);
        Assert.Equal(new Usage(1, 0, 1), meter.Total - before);
        await Store.KeepSweep(At(60), None);
        Assert.Equal(new Usage(2, 0, 2), meter.Total - before);
    }

    [Fact]
    public async Task Load_OfAHundred_IsOneCall()
    {
        var names = Enumerable.Range(0, 100).Select(i => $"job-{i}").ToArray();
        await Task.WhenAll(names.Select(name => Store.Start(name, At(0), None)));
        var before = meter.Total;

        Assert.Equal(100, (await Store.Load(names, None)).Count);

        Assert.Equal(1, (meter.Total - before).Calls);
    }

    private protected override IHeartbeatStore AnotherWorker() => new DynamoHeartbeatStore(embedded.Client, table, Clock, meter);

    private protected override async Task Prepare() => table = await embedded.NewTable();
}
