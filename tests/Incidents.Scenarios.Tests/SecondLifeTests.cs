using Incidents.Application.Intake;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests;

/// <summary>Alarms that come back, and alarms whose incident is no longer the newest of its service.</summary>
public class SecondLifeTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly IncidentNumber First = new(1);

    [Fact]
    public async Task TheOtherAlarmOfAReopenedIncident_JoinsItAgain()
    {
        using var house = new ScenarioHost();
        await house.Fire("checkout-a");
        await house.Fire("checkout-b");
        await house.Pass(Minute);
        await house.Recover("checkout-a");
        await house.Recover("checkout-b");
        await house.Pass(6 * Minute);
        Assert.False((await house.Look(First)).IsOpen);

        Assert.Equal("reopened", (await house.Fire("checkout-b")).Reason);
        await house.Pass(Minute);
        var other = await house.Fire("checkout-a");
        Assert.Equal((AlarmDecision.Joined, First), (other.Decision, other.Incident!.Incident.Number));

        await house.Pass(Minute);
        await house.Recover("checkout-b");
        await house.Pass(10 * Minute);
        Assert.True((await house.Look(First)).IsOpen);
    }

    [Fact]
    public async Task AJoinedAlarm_RecoversInItsOwnIncident_AlsoWhenTheServiceHasANewerOne()
    {
        using var house = new ScenarioHost();
        await house.Fire("checkout-a");
        await house.Fire("checkout-b");
        await house.Pass(6 * Minute);
        await house.Fire("checkout-c");
        Assert.Equal(2, house.Channel.Pages);

        await house.Recover("checkout-a");
        Assert.Equal((AlarmDecision.Recovered, First), Outcome(await house.Recover("checkout-b")));
        await house.Pass(6 * Minute);

        Assert.False((await house.Look(First)).IsOpen);
        Assert.True((await house.Look(new IncidentNumber(2))).IsOpen);
    }

    [Fact]
    public async Task AnAlarmOfAnotherService_BringsBackTheIncidentOfItsComposite()
    {
        using var house = new ScenarioHost();
        await house.Send(AlarmBody.Composite("checkout-down", "ALARM", house.Clock.Now(), "checkout-a", "payments-a"));
        await house.Pass(Minute);
        await house.Fire("payments-a");
        await house.Pass(Minute);
        await house.Recover("payments-a");
        await house.Resolve(First);
        await house.Pass(Minute);

        var again = await house.Fire("payments-a");

        Assert.Equal(("reopened", First), (again.Reason, again.Incident!.Incident.Number));
    }

    [Fact]
    public async Task AnAlarmThatRecoveredAfterTheEnd_DoesNotKeepAReopenedIncidentOpen()
    {
        using var house = new ScenarioHost();
        await house.Fire("checkout-a");
        await house.Fire("checkout-b");
        await house.Pass(Minute);
        await house.Resolve(First);
        await house.Pass(Minute);
        await house.Recover("checkout-b");
        await house.Recover("checkout-a");
        await house.Pass(Minute);

        Assert.Equal("reopened", (await house.Fire("checkout-a")).Reason);
        await house.Pass(Minute);
        await house.Recover("checkout-a");
        await house.Pass(6 * Minute);

        Assert.False((await house.Look(First)).IsOpen);
    }

    [Fact]
    public async Task TheAlarmThatOpenedIt_IsNotForgotten_WhenAnotherBringsItBack()
    {
        using var house = new ScenarioHost();
        await house.Fire("checkout-a");
        await house.Fire("checkout-b");
        await house.Pass(Minute);
        await house.Recover("checkout-b");
        await house.Resolve(First);
        await house.Pass(Minute);

        Assert.Equal("reopened", (await house.Fire("checkout-b")).Reason);
        await house.Pass(Minute);
        await house.Recover("checkout-b");
        await house.Pass(10 * Minute);

        Assert.True((await house.Look(First)).IsOpen);
    }

    [Fact]
    public async Task AFlapAfterAResolve_IsTold_WhenThePageOfMomentsAgoStands()
    {
        using var house = new ScenarioHost();
        await house.Fire("quick-1");
        await house.Pass(Duration.FromSeconds(30));
        await house.Recover("quick-1");
        await house.Pass(Duration.FromSeconds(30));
        await house.Fire("quick-1");

        Assert.Equal(["page INC-1 Ana", "tell INC-1 Resolved", "tell INC-1 Reopened"], house.Channel.Heard);
    }

    [Fact]
    public async Task V07_TheFirstReturn_AfterAnUnansweredRecovery_MentionsAgain_AndTheNextIsOnlyTold()
    {
        using var house = new ScenarioHost();
        for (var round = 0; round < 3; round++)
        {
            await house.Fire("quick-1");
            await house.Pass(2 * Minute);
            await house.Recover("quick-1");
            await house.Pass(Minute);
        }

        Assert.Equal(["page INC-1 Ana", "tell INC-1 Resolved", "page INC-1 Ana", "tell INC-1 Resolved", "tell INC-1 Reopened", "tell INC-1 Resolved"], house.Channel.Heard);
    }

    [Fact]
    public async Task AnAlarmWhoseWorkerDiedBeforeCounting_IsCountedWhenItsMessageComesAgain()
    {
        using var house = new ScenarioHost();
        await house.Fire("checkout-a");
        var at = house.Clock.Now();
        var body = AlarmBody.Metric("checkout-down", "ALARM", at, description: "SEV1 all is lost");
        var member = new MemberAlarm
        {
            Member = new(new("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:checkout-down"), null),
            Name = "checkout-down",
            Severity = Domain.Severity.Sev1,
            JoinedAt = at,
            Reason = "because",
            Changes = [new(Domain.Alarms.AlarmState.Alarm, at)],
        };
        await house.Store.SaveMember(First, member, expected: null, CancellationToken.None);

        await house.Send(body);

        Assert.Equal(Domain.Severity.Sev1, (await house.Look(First)).Severity);
        Assert.Equal(2, house.Channel.Pages);
    }

    [Fact]
    public async Task F49_APage_IsTriedForAsLongAsNobodyHasIt()
    {
        using var house = new ScenarioHost();
        house.Channel.Answer = () => new DeliveryResult.RetryLater(Minute, "503");
        await house.Fire("checkout-a");
        await house.Pass(60 * Minute);
        house.Channel.Answer = () => new DeliveryResult.Delivered();
        await house.Pass(2 * Minute);

        Assert.Empty((await house.Look(First)).Pages);
        Assert.Contains((await house.Story(First)).Timeline, e => e.Event is PageSent);
    }

    [Fact]
    public async Task AMessageFromTheFuture_DoesNotMakeThoseThatFollowLookOld()
    {
        using var house = new ScenarioHost();
        await house.Fire("quick-1", at: house.Clock.Now() + Duration.FromDays(3650));
        await house.Resolve(First);
        await house.Pass(40 * Minute);

        Assert.Equal(AlarmDecision.Triggered, (await house.Fire("quick-1")).Decision);
    }

    private static (AlarmDecision, IncidentNumber) Outcome(AlarmOutcome outcome) => (outcome.Decision, outcome.Incident!.Incident.Number);
}
