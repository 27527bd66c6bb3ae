using Incidents.Application.Alarms;
using Incidents.Application.Reconcile;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests.Reconcile;

/// <summary>Alarms that fire without a word: found within five minutes, paged once, and never when they are not ours to page.</summary>
public class MissedAlarmTests
{
    [Fact]
    public async Task F19_AnAlarmWhoseMessageNeverCame_IsPaged_AndTheTimelineSaysHowItWasFound()
    {
        using var house = await ReconcileHouse.Running();
        house.Silent("checkout-errors");

        Assert.Equal(1, (await house.Run()).MissedAlarms);

        var incident = Assert.Single(await house.Open());
        Assert.Equal((new ServiceId("checkout"), 1), (incident.Service, house.House.Channel.Pages));
        Assert.Contains((await house.House.Story(incident.Number)).Timeline, entry => entry.Event is NoteAdded { Text: var text } && text.StartsWith("repaired: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task F22_AnAlarmThatWasFound_IsFoundOnce_AlsoWhenItsMessageComesLate()
    {
        using var house = await ReconcileHouse.Running();
        var alarm = house.Silent("checkout-errors");
        await house.Run();

        Assert.Equal(0, (await house.Run()).MissedAlarms);
        await house.House.Send(AlarmBody.Metric("checkout-errors", "ALARM", alarm.Since));

        Assert.Single(await house.Open());
        Assert.Equal(1, house.House.Channel.Pages);
    }

    [Fact]
    public async Task AnAlarmThatCameByMessage_IsKnown_AlsoWhenItJoinedAnother()
    {
        using var house = await ReconcileHouse.Running();
        var at = house.House.Clock.Now();
        await house.House.Fire("checkout-errors");
        await house.House.Fire("checkout-latency");
        house.House.Clock.Jump(Duration.FromMinutes(2));
        house.CloudWatch.Now.Add(KnownStates.Alarm("checkout-errors", at + Duration.FromMilliseconds(3)));
        house.CloudWatch.Now.Add(KnownStates.Alarm("checkout-latency", at + Duration.FromMilliseconds(3)));

        Assert.Equal(0, (await house.Run()).Total);
        Assert.Equal(1, house.House.Channel.Pages);
    }

    [Fact]
    public async Task FortyTargetTrackingAlarms_PageNobody()
    {
        using var house = await ReconcileHouse.Running();
        for (var i = 0; i < 40; i++)
        {
            house.CloudWatch.Now.Add(house.Silent($"TargetTracking-service/prod/checkout-AlarmLow-{i}") with { Actions = ["arn:aws:autoscaling:eu-west-1:123456789012:scalingPolicy:1"] });
            house.CloudWatch.Now.RemoveAt(house.CloudWatch.Now.Count - 2);
        }

        Assert.Equal(Repairs.None, await house.Run());
        Assert.Empty(await house.Open());
    }

    [Theory]
    [InlineData("disabled")]
    [InlineData("suppressed")]
    [InlineData("muted")]
    [InlineData("just now")]
    public async Task AnAlarmThatShouldSendNothing_IsLeftAlone(string why)
    {
        using var house = await ReconcileHouse.Running();
        var alarm = KnownStates.Alarm("checkout-errors", house.House.Clock.Now() - (why == "just now" ? Duration.FromSeconds(5) : Duration.FromMinutes(1)));
        house.CloudWatch.Now.Add(alarm with { ActionsEnabled = why != "disabled", SuppressedBy = why == "suppressed" ? "Alarm" : null });
        if (why == "muted")
        {
            house.CloudWatch.Muted.Add("checkout-errors");
        }

        await house.Run();

        Assert.Empty(await house.Open());
    }

    [Fact]
    public async Task APersonsResolveWhileFiring_HoldsForADay()
    {
        using var house = await ReconcileHouse.Running();
        var at = house.House.Clock.Now();
        var opened = (await house.House.Fire("checkout-errors")).Incident!.Incident.Number;
        await house.House.Resolve(opened);
        house.CloudWatch.Now.Add(KnownStates.Alarm("checkout-errors", at));

        for (var hour = 0; hour < 23; hour++)
        {
            house.House.Clock.Jump(Duration.FromHours(1));
            await house.Marks.Mark(house.House.Clock.Now(), default);
            Assert.Equal(0, (await house.Run()).MissedAlarms);
        }

        house.House.Clock.Jump(Duration.FromMinutes(61));
        await house.Marks.Mark(house.House.Clock.Now(), default);
        Assert.Equal(1, (await house.Run()).MissedAlarms);
        Assert.NotEqual(opened, Assert.Single(await house.Open()).Number);
        Assert.Equal(0, (await house.Run()).MissedAlarms);
    }

    [Fact]
    public async Task F19_AnAlarmThatFiredAgainAfterAResolve_IsNotCoveredByIt()
    {
        using var house = await ReconcileHouse.Running();
        var opened = (await house.House.Fire("quick-errors")).Incident!.Incident.Number;
        house.House.Clock.Jump(Duration.FromMinutes(1));
        await house.House.Recover("quick-errors");
        Assert.False((await house.House.Look(opened)).IsOpen);
        house.House.Clock.Jump(Duration.FromMinutes(40));
        house.Silent("quick-errors");

        Assert.Equal(1, (await house.Run()).MissedAlarms);
    }

    [Fact]
    public async Task F72_WhenCloudWatchGivesNoAnswer_TheRestIsStillLookedAt_AndTheFailureIsSaid()
    {
        using var house = await ReconcileHouse.Running();
        house.CloudWatch.IsDown = true;

        Assert.Equal(["cloudwatch:DescribeAlarms failed: AccessDenied"], (await house.Run()).Failures);
    }
}
