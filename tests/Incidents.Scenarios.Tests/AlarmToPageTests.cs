using Incidents.Application.Intake;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests;

public class AlarmToPageTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Fact]
    public async Task ANightOnCall()
    {
        using var house = new ScenarioHost();
        var outcome = await house.Fire("checkout-5xx");
        Assert.Equal(AlarmDecision.Triggered, outcome.Decision);
        var number = outcome.Incident!.Incident.Number;

        await house.Pass(2 * Minute);
        await house.Acknowledge(number);
        await house.Pass(10 * Minute);
        await house.Recover("checkout-5xx");
        await house.Pass(31 * Minute);

        Assert.Equal(["page INC-1 Ana", "tell INC-1 Acknowledged", "tell INC-1 Recovered", "tell INC-1 Resolved"], house.Channel.Heard);
        var incident = await house.Look(number);
        Assert.Equal((IncidentStatus.Resolved, ResolveReason.RecoveredByItself), (incident.Status, incident.ResolveReason));
        Assert.Null(incident.Due);
    }

    [Fact]
    public async Task ResolvedByRecoveryAfter31Minutes_IsExactlyOneFollowUp()
    {
        using var house = new ScenarioHost();
        await house.Fire("checkout-5xx");
        await house.Pass(26 * Minute);
        await house.Recover("checkout-5xx");
        await house.Pass(30 * Minute);

        Assert.Equal(["page INC-1 Ana", "tell INC-1 Resolved"], house.Channel.Heard);
    }

    [Fact]
    public async Task ResolveAfterZero_ResolvesAtOnce()
    {
        using var house = new ScenarioHost();
        await house.Fire("quick-1");
        house.Clock.Jump(Minute);
        var outcome = await house.Recover("quick-1");

        Assert.Equal(AlarmDecision.Recovered, outcome.Decision);
        Assert.Equal(IncidentStatus.Resolved, outcome.Incident!.Incident.Status);
    }

    [Fact]
    public async Task F01_F02_TheSameMessageAgain_ChangesNothing()
    {
        using var house = new ScenarioHost();
        var at = house.Clock.Now();
        await house.Fire("checkout-5xx", at: at);
        var again = await house.Fire("checkout-5xx", at: at);
        await house.Pass(30 * Minute);
        var late = await house.Fire("checkout-5xx", at: at);

        Assert.Equal((AlarmDecision.Ignored, AlarmDecision.Ignored), (again.Decision, late.Decision));
        Assert.Equal(1, house.Channel.Pages);
    }

    [Fact]
    public async Task F01_TheSameMessageAfterTheEnd_ChangesNothing()
    {
        using var house = new ScenarioHost();
        var at = house.Clock.Now();
        await house.Fire("quick-1", at: at);
        house.Clock.Jump(Minute);
        await house.Recover("quick-1");
        var late = await house.Fire("quick-1", at: at);

        Assert.Equal(AlarmDecision.Ignored, late.Decision);
        Assert.Equal(1, house.Channel.Pages);
    }

    [Fact]
    public async Task F03_TwoCopiesAtOnce_AreOneIncidentAndOnePage()
    {
        using var house = new ScenarioHost();
        var at = house.Clock.Now();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => house.Fire("checkout-5xx", at: at))));

        Assert.Equal(1, house.Channel.Pages);
    }

    [Fact]
    public async Task F05_AnOkThatOvertakesItsAlarm_KeepsItFromPaging()
    {
        using var house = new ScenarioHost();
        var at = house.Clock.Now();
        await house.Recover("checkout-5xx", at + Minute);
        var late = await house.Fire("checkout-5xx", at: at);

        Assert.Equal((AlarmDecision.Ignored, "missed, already recovered"), (late.Decision, late.Reason));
        Assert.Empty(house.Channel.Heard);
    }

    [Fact]
    public async Task F06_AFlapWithinSeconds_IsOneIncidentAndOnePage()
    {
        using var house = new ScenarioHost();
        var at = house.Clock.Now();
        await house.Fire("checkout-5xx", at: at);
        await house.Recover("checkout-5xx", at + Duration.FromSeconds(4));
        await house.Fire("checkout-5xx", at: at + Duration.FromSeconds(8));

        Assert.Equal(["page INC-1 Ana"], house.Channel.Heard);
        Assert.True((await house.Look(new IncidentNumber(1))).IsFiring);
    }

    [Fact]
    public async Task F08_AlarmAfterAlarm_PagesWhenNothingIsOpen()
    {
        using var house = new ScenarioHost();
        await house.Fire("checkout-5xx");
        await house.Resolve(new IncidentNumber(1));
        await house.Pass(40 * Minute);
        await house.Fire("checkout-5xx");

        Assert.Equal(2, house.Channel.Pages);
        Assert.Contains("page INC-2 Ana", house.Channel.Heard);
    }

    [Fact]
    public async Task ReopenedWithinTheHalfHour_IsTheSameIncident()
    {
        using var house = new ScenarioHost();
        await house.Fire("quick-1");
        await house.Acknowledge(new IncidentNumber(1));
        await house.Pass(5 * Minute);
        await house.Recover("quick-1");
        await house.Pass(10 * Minute);
        var outcome = await house.Fire("quick-1");

        Assert.Equal((AlarmDecision.Triggered, 1), (outcome.Decision, outcome.Incident!.Incident.Reopened));
        Assert.Equal(2, house.Channel.Pages);

        await house.Recover("quick-1", house.Clock.Now() + Minute);
        Assert.False((await house.Look(new IncidentNumber(1))).IsOpen);
    }

    [Fact]
    public async Task A50_AChangeOlderThanTheLastSeen_IsALineInTheTimelineAndNothingElse()
    {
        using var house = new ScenarioHost();
        var at = house.Clock.Now();
        await house.Fire("checkout-5xx", at: at);
        var older = await house.Recover("checkout-5xx", at - Minute);

        Assert.Equal((AlarmDecision.Ignored, "older than what was last seen"), (older.Decision, older.Reason));
        Assert.True((await house.Look(new IncidentNumber(1))).IsFiring);
        Assert.Contains((await house.Story(new IncidentNumber(1))).Timeline, e => e.Event is StaleAlarmNoted);
    }

    [Fact]
    public async Task AnUnclaimedAlarm_PagesTheCatchAll()
    {
        using var house = new ScenarioHost();
        await house.Fire("nobody-claims-this");

        Assert.Equal(["page INC-1 Ben"], house.Channel.Heard);
    }

    [Fact]
    public async Task F12_AMessageNobodyCanRead_PagesTheCatchAllOnceAnHour()
    {
        using var house = new ScenarioHost();
        for (var i = 0; i < 6; i++)
        {
            await house.Send($$"""{"AlarmName":"checkout-{{i}}","NewStateValue":"ALARM" """);
            await house.Pass(9 * Minute);
        }

        Assert.Equal(["page INC-1 Ben"], house.Channel.Heard.Where(line => line.StartsWith("page", StringComparison.Ordinal)));
        await house.Pass(10 * Minute);
        await house.Send("""{"AlarmName":"checkout-9","NewStateValue":"ALARM" """);
        Assert.Equal(2, house.Channel.Pages);
    }

    [Fact]
    public async Task TextThatIsNoAlarm_IsKeptAndWakesNobodyTwice()
    {
        using var house = new ScenarioHost();
        var outcome = await house.Send("This\nis\na typical message from SNS!");

        Assert.Equal((AlarmDecision.Triggered, IncidentSource.Message), (outcome.Decision, outcome.Incident!.Incident.Source));
        Assert.Equal(Domain.Urgency.Low, outcome.Incident.Incident.Urgency);
    }
}
