using Incidents.Application.Alarms;
using Incidents.Application.Intake;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests.Reconcile;

/// <summary>Alarms whose message was long on its way: CloudWatch is asked what became of them.</summary>
public class LateAlarmTests
{
    private static readonly Duration TwoHours = Duration.FromHours(2);

    [Fact]
    public async Task F07_StillInAlarm_IsPaged_AndTheTimelineSaysHowLate()
    {
        using var late = await ReconcileHouse.Running();
        late.CloudWatch.Now.Add(KnownStates.Alarm("checkout-5xx", late.House.Clock.Now() - TwoHours));
        await Deliver(late, TwoHours);
        await late.House.Pass(Duration.FromMinutes(1));

        Assert.Equal(["page INC-1 Ana"], late.House.Channel.Heard);
        Assert.Contains((await late.House.Story(new IncidentNumber(1))).Timeline, e => e.Event is NobodyToPage { Why: "The message was 2 h old when it came" });
    }

    [Fact]
    public async Task F07_RecoveredMeanwhile_PagesNobody_AlsoWhenItComesTwice()
    {
        using var late = await ReconcileHouse.Running();
        var outcome = await Deliver(late, TwoHours);
        Assert.Equal((AlarmDecision.Ignored, "missed, already recovered"), (outcome.Decision, outcome.Reason));

        late.CloudWatch.IsDown = true;
        var again = await Deliver(late, TwoHours);
        await late.House.Pass(Duration.FromMinutes(10));

        Assert.Equal("missed, already recovered", again.Reason);
        Assert.Empty(late.House.Channel.Heard);
    }

    [Fact]
    public async Task F07_WhenItFiresAgain_ItPages()
    {
        using var late = await ReconcileHouse.Running();
        await Deliver(late, TwoHours);
        await late.House.Fire("checkout-5xx", at: late.House.Clock.Now() - Duration.FromMinutes(1));

        Assert.Equal(["page INC-1 Ana"], late.House.Channel.Heard);
    }

    [Fact]
    public async Task F07_WhenCloudWatchCannotTell_ItPages()
    {
        using var late = await ReconcileHouse.Running();
        late.CloudWatch.IsDown = true;
        await Deliver(late, TwoHours);
        await late.House.Pass(Duration.FromMinutes(1));

        Assert.Equal(1, late.House.Channel.Pages);
    }

    [Fact]
    public async Task F07_WhereNobodyCanBeAsked_ItPages()
    {
        using var house = new ScenarioHost();
        await house.Get<ReceiveAlarm>().Handle(Message("checkout-5xx", house.Clock.Now() - TwoHours), CancellationToken.None);
        await house.Pass(Duration.FromMinutes(1));

        Assert.Equal(1, house.Channel.Pages);
    }

    [Fact]
    public async Task F07_AMessageOfTheLastMinutes_IsPagedWithoutAsking()
    {
        using var late = await ReconcileHouse.Running();
        await Deliver(late, Duration.FromMinutes(9));

        Assert.Equal(1, late.House.Channel.Pages);
    }

    [Fact]
    public async Task F07_WhatTheFallbackTopicHasToldOf_HasItsIncident()
    {
        using var late = await ReconcileHouse.Running();
        var message = Message("checkout-5xx", late.House.Clock.Now() - TwoHours) with { FallbackPaged = true };
        var outcome = await late.House.Get<ReceiveAlarm>().Handle(message, CancellationToken.None);

        Assert.Equal(AlarmDecision.Triggered, outcome.Decision);
    }

    private static Task<AlarmOutcome> Deliver(ReconcileHouse late, Duration age) =>
        late.House.Get<ReceiveAlarm>().Handle(Message("checkout-5xx", late.House.Clock.Now() - age), CancellationToken.None);

    private static AlarmMessage Message(string alarm, Instant sent) => new(AlarmBody.Metric(alarm, "ALARM", sent), Subject: null, MessageId: null, TopicArn: null, sent);
}
