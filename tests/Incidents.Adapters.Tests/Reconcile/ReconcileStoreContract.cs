using Incidents.Adapters.Tests.Store;
using Incidents.Application.Reconcile;
using Incidents.Application.Store;
using NodaTime;

namespace Incidents.Adapters.Tests.Reconcile;

/// <summary>What reconciling asks of every store.</summary>
public abstract class ReconcileStoreContract : IAsyncLifetime
{
    private protected static readonly CancellationToken None = CancellationToken.None;

    private protected IIncidentStore Incidents { get; set; } = null!;

    private protected IReconcileStore Store { get; set; } = null!;

    private protected abstract Task Prepare();

    public Task InitializeAsync() => Prepare();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task OpenAlarms_AreThoseThatPointToAnIncident()
    {
        var incident = await Incidents.Opened();
        var closed = await Incidents.Opened(Sample.Member("payments-5xx"), "payments");
        await Incidents.Release(await Incidents.Resolved(closed, Sample.Start), [], None);

        var alarm = Assert.Single(await Store.OpenAlarms(None));

        Assert.Equal((Sample.Member(), incident.Number), (alarm.Member, alarm.Open));
    }

    [Fact]
    public async Task LetGo_TakesThePointerAndKeepsTheRest()
    {
        var incident = await Incidents.Opened();

        Assert.Equal(SaveResult.Saved, await Store.LetGo((await Store.OpenAlarms(None))[0], None));

        Assert.Empty(await Store.OpenAlarms(None));
        var own = (await Incidents.Known(Sample.Member())).Own!;
        Assert.Equal((null, incident.Number, Sample.Firing()), (own.Open, own.Last, own.Seen));
    }

    [Fact]
    public async Task LetGo_OfAnAlarmThatHasChangedSince_ChangesNothing()
    {
        await Incidents.Opened();
        var read = (await Store.OpenAlarms(None))[0];
        await Incidents.Remember(Sample.Member(), Sample.Calm(), await Incidents.Known(Sample.Member()), None);

        Assert.Equal(SaveResult.Conflict, await Store.LetGo(read, None));
        Assert.Single(await Store.OpenAlarms(None));
    }

    [Fact]
    public async Task LastRun_OfANewTable_IsNever() => Assert.Null(await Store.LastRun(None));

    [Fact]
    public async Task Mark_OnlyGoesForward()
    {
        await Store.Mark(Sample.Start, None);
        await Store.Mark(Sample.Start - Duration.FromMinutes(5), None);

        Assert.Equal(Sample.Start, await Store.LastRun(None));
    }
}
