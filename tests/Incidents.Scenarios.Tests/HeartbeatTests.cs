using Incidents.Application.Heartbeats;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Heartbeats;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests;

/// <summary>A job that is to be heard every hour, with ten minutes of grace.</summary>
public sealed class HeartbeatTests : IDisposable
{
    private const string Job = "hourly-export";
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly Actor Ana = new("ana", "Ana", Via.CommandLine);

    private readonly ScenarioHost house = new(configuration: ScenarioHost.Configuration + "\nheartbeats: { hourly-export: { every: 1h, grace: 10m, service: payments, severity: sev1 } }\n");

    public void Dispose() => house.Dispose();

    [Fact]
    public async Task AJobFallsSilentAndComesBack()
    {
        await Beat();
        await Pass(69);
        Assert.Empty(house.Channel.Heard);

        await Pass(2);
        var incident = await house.Look(new IncidentNumber(1));
        Assert.Equal(("heartbeat hourly-export", new ServiceId("payments"), Severity.Sev1, true), (incident.Title, incident.Service, incident.Severity, incident.IsFiring));
        Assert.Equal("No heartbeat since 2026-09-14 03:12 UTC: one is due every 1 h, with 10 min of grace.", await Reason());
        await Pass(20);
        Assert.Equal(1, house.Channel.Pages);

        await Beat();
        Assert.False((await house.Look(incident.Number)).IsFiring);
        await Pass(31);
        Assert.Equal(ResolveReason.RecoveredByItself, (await house.Look(incident.Number)).ResolveReason);
        Assert.Equal(HeartbeatStatus.Beating, (await Look()).Status);
    }

    [Fact]
    public async Task AJobThatWasNeverHeard_CountsFromTheFirstTick()
    {
        await Pass(1);
        await Pass(69);
        Assert.Empty(house.Channel.Heard);
        await Pass(3);

        Assert.Equal(1, house.Channel.Pages);
        Assert.Equal((HeartbeatStatus.Missed, new IncidentNumber(1)), ((await Look()).Status, (await Look()).Log?.Incident));
    }

    [Fact]
    public async Task TwoTicksAtOnce_OpenOneIncident()
    {
        await Beat();
        house.Clock.Jump(80 * Minute);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => house.Get<CheckHeartbeats>().Run(CancellationToken.None))));

        Assert.Equal(1, house.Channel.Pages);
        Assert.Single(await house.Store.OpenIncidents(CancellationToken.None));
    }

    [Fact]
    public async Task WhoeverMarkedTheMissAndDied_IsFollowedByTheNextTick()
    {
        await Beat();
        house.Clock.Jump(80 * Minute);
        var store = house.Get<IHeartbeatStore>();
        await store.MarkMissed(Job, (await Look()).Log!, house.Clock.Now() - (10 * Minute), CancellationToken.None);

        await Pass(1);

        Assert.Equal(1, house.Channel.Pages);
        await store.Beat(Job, house.Clock.Now(), CancellationToken.None);
        await Pass(1);
        Assert.False((await house.Look(new IncidentNumber(1))).IsFiring);
        Assert.Equal(HeartbeatStatus.Beating, (await Look()).Status);
    }

    [Fact]
    public async Task Muted_ItFiresAtTheEndOfTheMute()
    {
        await Beat();
        await house.Get<MuteHeartbeat>().Handle(Job, house.Clock.Now() + (180 * Minute), "the export moves", Ana, CancellationToken.None);
        await Pass(179);
        Assert.Equal((HeartbeatStatus.Muted, 0), ((await Look()).Status, house.Channel.Pages));

        await Pass(2);
        Assert.Equal(1, house.Channel.Pages);
    }

    [Fact]
    public async Task AMuteThatIsEnded_IsOver()
    {
        await Beat();
        await house.Get<MuteHeartbeat>().Handle(Job, house.Clock.Now() + (180 * Minute), "the export moves", Ana, CancellationToken.None);
        await house.Get<MuteHeartbeat>().End(Job, CancellationToken.None);
        await Pass(72);

        Assert.Equal(1, house.Channel.Pages);
    }

    [Fact]
    public async Task ResolvedWhileStillSilent_ItDoesNotComeBackByItself_ButTheNextMissDoes()
    {
        await Pass(75);
        await house.Resolve(new IncidentNumber(1));
        await Pass(60);
        Assert.Equal(1, house.Channel.Pages);

        await Beat();
        await Pass(75);
        Assert.Equal(2, house.Channel.Pages);
    }

    [Fact]
    public async Task AnUnknownName_IsToldHowToMendIt()
    {
        var unknown = Assert.IsType<HeartbeatResult.Unknown>(await house.Get<RecordHeartbeat>().Handle("hourly-exprt", CancellationToken.None));

        Assert.Equal("Did you mean \"hourly-export\"? Else add it to the configuration.", unknown.Advice);
    }

    [Fact]
    public async Task F74_F76_TheTicksOwnHeartbeat_IsLateAfterThreeMinutes()
    {
        var own = house.Get<TickHeartbeat>();
        Assert.False((await own.Look(CancellationToken.None)).IsLate);
        await own.Beat(CancellationToken.None);
        house.Clock.Jump(3 * Minute);
        Assert.Equal((false, 3 * Minute), ((await own.Look(CancellationToken.None)).IsLate, (await own.Look(CancellationToken.None)).Age));

        house.Clock.Jump(Duration.FromSeconds(1));
        Assert.True((await own.Look(CancellationToken.None)).IsLate);
    }

    private Task<HeartbeatResult> Beat() => house.Get<RecordHeartbeat>().Handle(Job, CancellationToken.None);

    private async Task<HeartbeatView> Look() => (await house.Get<ListHeartbeats>().Handle(CancellationToken.None))[0];

    private async Task<string> Reason() =>
        ((IncidentTriggered)(await house.Story(new IncidentNumber(1))).Timeline.First(e => e.Event is IncidentTriggered).Event).Why;

    private async Task Pass(int minutes)
    {
        for (var i = 0; i < minutes; i++)
        {
            Assert.Empty(await house.Get<CheckHeartbeats>().Run(CancellationToken.None));
            await house.Pass(Minute);
        }
    }
}
