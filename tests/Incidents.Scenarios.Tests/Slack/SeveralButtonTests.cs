using Incidents.Application.Slack;
using Incidents.Domain.Incidents;

namespace Incidents.Scenarios.Tests.Slack;

public class SeveralButtonTests
{
    [Fact]
    public async Task V02_AcknowledgeAll_WhenOneIsTaken_TakesTheOthersAndTellsTheClickerAlone()
    {
        using var desk = await Open("checkout-5xx", "payments-slow", "quick-cpu");
        await desk.House.Acknowledge(new IncidentNumber(2), "ben");

        Assert.Equal(200, await desk.Click("U0ANA00001", SlackDesk.Acknowledge() with { Also = "2,3" }));

        var holders = await Task.WhenAll(Enumerable.Range(1, 3).Select(async n => (await desk.House.Look(new IncidentNumber(n))).AcknowledgedBy?.Id ?? "nobody"));
        Assert.Equal(["ana", "ben", "ana"], holders);
        Assert.Equal("2 of 3 done. Not changed: INC-2 (ben has it).", Assert.Single(desk.Whispers));
        Assert.Contains("replace INC-1+INC-2+INC-3", desk.House.Channel.Heard);
        Assert.Single((await desk.House.Story(new IncidentNumber(3))).Timeline, entry => entry.Event is IncidentAcknowledged);
    }

    [Theory]
    [InlineData("x", CardAction.Acknowledge)]
    [InlineData("2,-3", CardAction.Acknowledge)]
    [InlineData("2,3", CardAction.Escalate)]
    public async Task V02_ButtonForSeveral_WhenItsValueIsNotOurs_ChangesNothing(string also, CardAction action)
    {
        using var desk = await Open("checkout-5xx", "payments-slow");
        var before = await desk.Look();

        await desk.Click("U0ANA00001", SlackDesk.Do(action) with { Also = also });

        Assert.Equal(before.Version, (await desk.Look()).Version);
        Assert.Contains("old button", Assert.Single(desk.Whispers), StringComparison.Ordinal);
    }

    private static async Task<SlackDesk> Open(params string[] alarms)
    {
        var desk = new SlackDesk();
        foreach (var alarm in alarms)
        {
            await desk.House.Fire(alarm);
        }

        return desk;
    }
}
