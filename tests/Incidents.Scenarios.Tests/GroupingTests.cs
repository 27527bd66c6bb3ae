using Incidents.Application.Intake;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests;

public class GroupingTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly IncidentNumber First = new(1);

    [Fact]
    public async Task AlarmsOfOneServiceWithinFiveMinutes_Join()
    {
        using var house = new ScenarioHost();
        await house.Fire("checkout-5xx");
        await house.Pass(4 * Minute);
        var second = await house.Fire("checkout-latency");

        Assert.Equal((AlarmDecision.Joined, First), (second.Decision, second.Incident!.Incident.Number));
        Assert.Equal(1, house.Channel.Pages);
        Assert.Contains((await house.Story(First)).Timeline, e => e.Event is AlarmJoined { Name: "checkout-latency" });
    }

    [Fact]
    public async Task LaterThanThat_TheyAreAnotherIncident()
    {
        using var house = new ScenarioHost();
        await house.Fire("checkout-5xx");
        await house.Pass(6 * Minute);
        await house.Fire("checkout-latency");

        Assert.Equal(2, house.Channel.Pages);
    }

    [Fact]
    public async Task AlarmsOfOtherServices_DoNotJoin()
    {
        using var house = new ScenarioHost();
        await house.Fire("checkout-5xx");
        await house.Fire("payments-5xx");

        Assert.Equal(2, house.Channel.Pages);
    }

    [Fact]
    public async Task ItRecoversOnlyWhenAllAlarmsAreOk()
    {
        using var house = new ScenarioHost();
        await house.Fire("checkout-5xx");
        await house.Fire("checkout-latency");
        await house.Pass(Minute);
        await house.Recover("checkout-5xx");
        await house.Pass(20 * Minute);
        Assert.True((await house.Look(First)).IsOpen);

        var last = await house.Recover("checkout-latency");
        Assert.Equal(AlarmDecision.Recovered, last.Decision);
        await house.Pass(6 * Minute);
        Assert.False((await house.Look(First)).IsOpen);
    }

    [Fact]
    public async Task AJoinedAlarmSeenAgain_ChangesNothing_BeforeAndAfterTheEnd()
    {
        using var house = new ScenarioHost();
        await house.Fire("checkout-5xx");
        var at = house.Clock.Now();
        await house.Fire("checkout-latency", at: at);
        Assert.Equal(AlarmDecision.Ignored, (await house.Fire("checkout-latency", at: at)).Decision);

        await house.Resolve(First);
        Assert.Equal(AlarmDecision.Ignored, (await house.Fire("checkout-latency", at: at)).Decision);
        Assert.Equal(1, house.Channel.Pages);
    }

    [Fact]
    public async Task AWorseAlarm_RaisesAndPagesAlsoWhenAcknowledged()
    {
        using var house = new ScenarioHost();
        await house.Fire("checkout-5xx");
        await house.Acknowledge(First);
        await house.Send(AlarmBody.Metric("checkout-down", "ALARM", house.Clock.Now(), description: "SEV1 everything is down"));

        Assert.Equal(Severity.Sev1, (await house.Look(First)).Severity);
        Assert.Equal(2, house.Channel.Pages);
    }

    [Theory]
    [InlineData("elsewhere-cpu")]
    [InlineData("payments-cpu")]
    public async Task AChildAfterItsComposite_JoinsWithoutAPage_WhateverItsService(string child)
    {
        using var house = new ScenarioHost();
        await house.Send(AlarmBody.Composite("checkout-degraded", "ALARM", house.Clock.Now(), "checkout-5xx", child));
        await house.Pass(10 * Minute);
        var joined = await house.Fire(child);

        Assert.Equal((AlarmDecision.Joined, First), (joined.Decision, joined.Incident!.Incident.Number));
        Assert.Equal(1, house.Channel.Pages);
    }

    [Fact]
    public async Task ACompositeAfterItsChild_JoinsWithoutAPage()
    {
        using var house = new ScenarioHost();
        await house.Fire("elsewhere-cpu");
        await house.Pass(10 * Minute);
        var joined = await house.Send(AlarmBody.Composite("checkout-degraded", "ALARM", house.Clock.Now(), "elsewhere-cpu"));

        Assert.Equal(AlarmDecision.Joined, joined.Decision);
        Assert.Equal(1, house.Channel.Pages);
    }

    [Fact]
    public async Task A29_ContributorsOfOneAlarm_AreMembersOfOneIncident()
    {
        using var house = new ScenarioHost();
        await house.Send(AlarmBody.Contributor("checkout-lag", "ALARM", house.Clock.Now(), "a"));
        await house.Pass(10 * Minute);
        await house.Send(AlarmBody.Contributor("checkout-lag", "ALARM", house.Clock.Now(), "b"));
        Assert.Equal(1, house.Channel.Pages);

        await house.Pass(Minute);
        await house.Send(AlarmBody.Contributor("checkout-lag", "OK", house.Clock.Now(), "a"));
        await house.Pass(10 * Minute);
        Assert.True((await house.Look(First)).IsOpen);

        await house.Send(AlarmBody.Contributor("checkout-lag", "OK", house.Clock.Now(), "b"));
        await house.Pass(10 * Minute);
        Assert.False((await house.Look(First)).IsOpen);
    }

    [Fact]
    public async Task A36_TheSameNameInTwoRegions_IsTwoAlarms()
    {
        using var house = new ScenarioHost(configuration: ScenarioHost.Configuration.Replace("alarms: [\"checkout-*\"],", "alarms: [\"checkout-*\"], group: service-everywhere,", StringComparison.Ordinal));
        await house.Fire("checkout-5xx");
        var other = await house.Fire("checkout-5xx", region: "us-east-1");

        Assert.Equal(AlarmDecision.Joined, other.Decision);
        await house.Pass(Minute);
        await house.Recover("checkout-5xx");
        await house.Pass(10 * Minute);
        Assert.True((await house.Look(First)).IsOpen);
    }

    [Fact]
    public async Task F20_AThousandAlarmsOfOneService_LoseNoneAndPageOnce()
    {
        using var house = new ScenarioHost();
        await house.Fire("checkout-0");
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(async () =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) <= 1_000;)
            {
                await house.Fire($"checkout-{i}");
            }
        })));
        await house.Pass(Minute);

        Assert.Equal(1_000, (await house.Look(First)).Joined.Total);
        Assert.Equal(1, house.Channel.Pages);
        Assert.InRange(house.Channel.Heard.Count, 2, 20);
    }
}
