using Incidents.Application.Slack;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests.Slack;

/// <summary>Escalate, snooze, still on it and give back, pressed in Slack.</summary>
public class MoreButtonTests
{
    private const string TwoSteps = """

        schedules:
          primary: { time_zone: Etc/UTC, rotation: weekly, handoff: MO 09:00, participants: [ana] }
        escalation_policies:
          standard: { steps: [{ targets: [schedule: primary], timeout: 5m }, { targets: [person: ben], timeout: 5m }] }
        services:
          checkout: { alarms: ["checkout-*"], policy: standard, severity: sev1 }
          payments: { alarms: ["payments-*"], policy: standard }
        catch_all: { targets: [person: ben] }
        """;

    [Fact]
    public async Task Escalate_PagesTheNextStepInANewMessage_AndMendsTheCard()
    {
        using var desk = await Fired();
        await desk.Click("U0ANA00001", SlackDesk.Do(CardAction.Escalate));

        Assert.Equal(["page INC-1 Ben", "replace INC-1 Triggered"], desk.House.Channel.Heard.Skip(1));
        Assert.Equal(2, (await desk.Look()).Escalation!.Step);
        Assert.Empty(desk.Whispers);
    }

    [Theory]
    [InlineData("U0ANA00001")]
    [InlineData("U0BEN00001")]
    public async Task F50_EscalatePressedTwice_ByWhomever_PagesOneStepAndTellsTheSecond(string second)
    {
        using var desk = await Fired();
        await desk.Click("U0ANA00001", SlackDesk.Do(CardAction.Escalate));
        desk.House.Clock.Jump(Duration.FromSeconds(20));
        await desk.Click(second, SlackDesk.Do(CardAction.Escalate));

        Assert.Equal(["INC-1: the next step was asked for less than 30 seconds ago and is being paged."], desk.Whispers);
        Assert.Equal((1, 2), ((await Fires(desk)).Count(step => step > 1), (await desk.Look()).Escalation!.Step));
        Assert.Equal("replace INC-1 Triggered", desk.House.Channel.Heard[^1]);
    }

    [Fact]
    public async Task S31_TwoPeopleEscalatingAtOnce_PageOneStep()
    {
        using var desk = await Fired();
        await Task.WhenAll(
            Task.Run(() => desk.Click("U0ANA00001", SlackDesk.Do(CardAction.Escalate))),
            Task.Run(() => desk.Click("U0BEN00001", SlackDesk.Do(CardAction.Escalate))));

        Assert.Single(await Fires(desk), step => step > 1);
        Assert.Single(desk.Whispers);
    }

    [Fact]
    public async Task S29_EscalateReplayedAfterTheEnd_PagesNobody()
    {
        using var desk = await Fired();
        await desk.Click("U0ANA00001", SlackDesk.Do(CardAction.Escalate));
        await desk.House.Resolve(new IncidentNumber(1));
        desk.House.Clock.Jump(Duration.FromMinutes(4));
        await desk.Click("U0ANA00001", SlackDesk.Do(CardAction.Escalate));

        Assert.Single(await Fires(desk), step => step > 1);
        Assert.StartsWith("INC-1 was resolved at", Assert.Single(desk.Whispers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snooze_EndsAtItsTime_AndThenPages()
    {
        using var desk = await Fired();
        await desk.Click(SlackDesk.Choose("U0ANA00001", SlackDesk.Snooze("30m")));
        var snoozed = await desk.Look();
        await desk.House.Pass(Duration.FromMinutes(31));

        Assert.Equal((IncidentStatus.Acknowledged, "ana", Instant.FromUtc(2026, 9, 14, 3, 42)), (snoozed.Status, snoozed.AcknowledgedBy!.Id, snoozed.SnoozedUntil));
        Assert.Equal(["replace INC-1 Acknowledged", "page INC-1 Ana"], desk.House.Channel.Heard.Skip(1).Take(2));
    }

    [Fact]
    public async Task Snooze_OfASev1PastFourHours_IsRefusedAndTheCardMended()
    {
        using var desk = await Fired();
        await desk.Click(SlackDesk.Choose("U0ANA00001", SlackDesk.Snooze("09:00")));

        Assert.Equal(["INC-1: a snooze has to end later than now and within 7 days; within 4 hours for a Sev1."], desk.Whispers);
        Assert.Equal("replace INC-1 Triggered", desk.House.Channel.Heard[^1]);
    }

    [Fact]
    public async Task Snooze_OnACardThatIsOutOfDate_TellsTheTruthAndMendsTheCard()
    {
        using var desk = await Fired();
        await desk.House.Resolve(new IncidentNumber(1));
        await desk.Click(SlackDesk.Choose("U0BEN00001", SlackDesk.Snooze("1h")));

        Assert.Equal(["INC-1 was resolved at 03:12 (UTC)."], desk.Whispers);
        Assert.Equal("replace INC-1 Resolved", desk.House.Channel.Heard[^1]);
    }

    [Fact]
    public async Task GiveBack_EndsASnooze_AndPages()
    {
        using var desk = await Fired();
        await desk.Click(SlackDesk.Choose("U0BEN00001", SlackDesk.Snooze("4h")));
        await desk.Click("U0BEN00001", SlackDesk.Do(CardAction.GiveBack));

        Assert.Equal(["page INC-1 Ana", "replace INC-1 Triggered"], desk.House.Channel.Heard.TakeLast(2));
        Assert.Null((await desk.Look()).SnoozedUntil);
    }

    [Fact]
    public async Task StillOnIt_ByTheHolder_IsHeardAndTheQuestionReplaced()
    {
        using var desk = await Asked();
        await desk.Click("U0ANA00001", SlackDesk.Do(CardAction.StillOnIt));

        Assert.False((await desk.Look()).AskedStillOnIt);
        Assert.Equal("replace INC-1 Acknowledged", desk.House.Channel.Heard[^1]);
        Assert.Empty(desk.Whispers);
    }

    [Fact]
    public async Task StillOnIt_BySomebodyElse_IsNotTakenForTheHolder()
    {
        using var desk = await Asked();
        await desk.Click("U0BEN00001", SlackDesk.Do(CardAction.StillOnIt));

        Assert.True((await desk.Look()).AskedStillOnIt);
        Assert.Equal(["INC-1 was acknowledged by Ana at 03:12 (UTC)."], desk.Whispers);
    }

    [Fact]
    public async Task SlowChannel_DoesNotKeepTheCardWaiting()
    {
        using var desk = await Fired();
        var taken = new TaskCompletionSource();
        desk.House.Channel.BeforePage = taken.Task;

        var click = desk.Click("U0ANA00001", SlackDesk.Do(CardAction.Escalate));

        Assert.Equal("replace INC-1 Triggered", desk.House.Channel.Heard[^1]);
        Assert.False(click.IsCompleted);
        taken.SetResult();
        Assert.Equal(200, await click);
        Assert.Equal("page INC-1 Ben", desk.House.Channel.Heard[^1]);
    }

    private static async Task<SlackDesk> Fired()
    {
        var desk = new SlackDesk(TwoSteps);
        await desk.House.Fire("checkout-5xx");
        return desk;
    }

    private static async Task<SlackDesk> Asked()
    {
        var desk = await Fired();
        await desk.Click("U0ANA00001", SlackDesk.Acknowledge());
        await desk.House.Pass(Duration.FromMinutes(26));
        Assert.True((await desk.Look()).AskedStillOnIt);
        return desk;
    }

    private static async Task<IEnumerable<int>> Fires(SlackDesk desk) =>
        [.. (await desk.House.Story(new IncidentNumber(1))).Timeline.Select(entry => entry.Event).OfType<EscalationStepFired>().Select(step => step.Step)];
}
