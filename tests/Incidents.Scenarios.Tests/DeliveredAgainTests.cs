using Incidents.Application.Alarms;
using Incidents.Application.Intake;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests;

/// <summary>Messages that come by two ways, in pieces, in the wrong order, or once more.</summary>
public class DeliveredAgainTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly IncidentNumber First = new(1);

    [Fact]
    public async Task F04_OneChangeBySnsAndByEventBridge_IsOneIncidentAndOnePage()
    {
        using var house = new ScenarioHost();
        var at = house.Clock.Now();
        await house.Fire("checkout-5xx", at: at);
        var again = await house.Send(AlarmBody.Event("checkout-5xx", "ALARM", at));

        Assert.Equal(AlarmDecision.Ignored, again.Decision);
        Assert.Equal(["page INC-1 Ana"], house.Channel.Heard);
    }

    [Fact]
    public async Task F11_AnAlarmMadeAnewUnderItsOldArn_PagesAnew_AndItsOldMessagesDoNot()
    {
        using var house = new ScenarioHost();
        var first = house.Clock.Now();
        await house.Fire("checkout-5xx", at: first);
        await house.Resolve(First);
        house.Clock.Jump(Duration.FromDays(2));
        await house.Fire("checkout-5xx");
        await house.Fire("checkout-5xx", at: first);

        Assert.Equal(["page INC-1 Ana", "page INC-2 Ana"], house.Channel.Heard.Where(line => line.StartsWith("page", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task F14_AnInvocationThatDiedAtItsFifthMessage_DeliveredAgain_CommitsTheRestAlone()
    {
        using var house = new ScenarioHost();
        AlarmMessage[] batch = [.. Enumerable.Range(0, 10).Select(i => Message(house, $"checkout-{i}", "ALARM", house.Clock.Now()))];
        await house.Get<ReceiveAlarms>().HandleAll(batch.Take(4), CancellationToken.None);
        var again = await house.Get<ReceiveAlarms>().HandleAll(batch, CancellationToken.None);
        await house.Pass(Minute);

        Assert.Equal(["ignored", "ignored", "ignored", "ignored", "joined", "joined", "joined", "joined", "joined", "joined"], again.Select(receipt => receipt.Decision));
        Assert.Equal((9, 1), ((await house.Look(First)).Joined.Total, house.Channel.Pages));
    }

    [Theory]
    [InlineData("ALARM OK ALARM", true)]
    [InlineData("OK ALARM OK", false)]
    public async Task F15_TwentyMinutesLateAndBackwards_TheOrderIsThatOfTheChanges(string states, bool firing)
    {
        using var house = new ScenarioHost();
        var sent = house.Clock.Now();
        var messages = states.Split(' ').Select((state, i) => Message(house, "checkout-5xx", state, sent + (i * Minute))).Reverse().ToList();
        house.Clock.Jump(20 * Minute);
        await house.Get<ReceiveAlarms>().HandleAll(messages, CancellationToken.None);
        await house.Pass(Minute);

        Assert.Equal(firing ? 1 : 0, house.Channel.Pages);
        Assert.Equal(firing, await house.Store.Load(First, null, CancellationToken.None) is { Incident.IsFiring: true });
    }

    [Fact]
    public async Task F16_CommittedAndThenOutOfTime_TheReplayChangesNothing_AndThePageIsFinished()
    {
        using var house = new ScenarioHost();
        var at = house.Clock.Now();
        house.EndsAtTheChannel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => house.Fire("checkout-5xx", at: at));
        house.BeginsAgain();
        house.Clock.Jump(Duration.FromSeconds(10));
        Assert.Equal(AlarmDecision.Ignored, (await house.Fire("checkout-5xx", at: at)).Decision);
        await house.Pass(Minute);

        Assert.Equal(["page INC-1 Ana", "page INC-1 Ana (possible repeat)"], house.Channel.Heard);
        Assert.Empty((await house.Look(First)).Pages);
    }

    [Fact]
    public async Task F23_RedrivenByHandDaysLater_ItIsHistory()
    {
        using var house = new ScenarioHost();
        var message = Message(house, "checkout-5xx", "ALARM", house.Clock.Now());
        await house.Get<ReceiveAlarm>().Handle(message, CancellationToken.None);
        await house.Pass(Minute);
        await house.Recover("checkout-5xx");
        await house.Pass(10 * Minute);
        house.Clock.Jump(Duration.FromDays(3));
        var late = await house.Get<ReceiveAlarm>().Handle(message, CancellationToken.None);

        Assert.Equal((AlarmDecision.Ignored, 1), (late.Decision, house.Channel.Pages));
    }

    private static AlarmMessage Message(ScenarioHost house, string alarm, string state, Instant at) =>
        new(AlarmBody.Metric(alarm, state, at), Subject: null, MessageId: null, TopicArn: null, house.Clock.Now());
}
