using Incidents.Application.Slack;
using Incidents.Domain.Incidents;

namespace Incidents.Scenarios.Tests.Slack;

public class OddButtonTests
{
    private const string NoSuchIncident = "This incident no longer exists";
    private const string OldButton = "This is an old button";

    [Fact]
    public Task S60_F54_UnknownIncident_IsTold() => IsTold(SlackDesk.Acknowledge(99).ToValue(), NoSuchIncident);

    [Fact]
    public Task S61_KeyOfTheTable_IsTold() => IsTold("""{"v":1,"s":"test","i":"INC#1#META","a":"ack"}""", NoSuchIncident);

    [Fact]
    public Task S62_Path_IsTold() => IsTold("""{"v":1,"s":"test","i":"../INC-1","a":"ack"}""", NoSuchIncident);

    [Fact]
    public Task S63_ValueBeyondSlacksLimit_IsTold() => IsTold(SlackDesk.Acknowledge().ToValue().PadRight(2_001), OldButton);

    [Fact]
    public Task S64_ButtonOfAnotherStack_IsTold() => IsTold((SlackDesk.Acknowledge() with { Stack = "prod" }).ToValue(), "This button belongs to another installation");

    [Fact]
    public Task S65_ButtonOfAnOlderForm_IsTold() => IsTold("""{"v":0,"s":"test","i":"INC-1","a":"ack"}""", OldButton);

    [Fact]
    public Task S65_SnoozeOfALengthThatWasNeverOffered_IsTold() => IsTold("""{"v":1,"s":"test","i":"INC-1","a":"snooze","t":"7d"}""", OldButton);

    [Fact]
    public Task S64_EscalateOfAnotherStack_IsTold() => IsTold((SlackDesk.Do(CardAction.Escalate) with { Stack = "prod" }).ToValue(), "This button belongs to another installation");

    [Fact]
    public async Task S63_ChoiceBeyondSlacksLimit_IsTold()
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");
        var press = SlackDesk.Choose("U0ANA00001", SlackDesk.Snooze("1h"));
        press["actions"]![0]!["selected_option"]!["value"] = SlackDesk.Snooze("1h").ToValue().PadRight(151);

        Assert.Equal(200, await desk.Click(press));
        Assert.StartsWith(OldButton, Assert.Single(desk.Whispers), StringComparison.Ordinal);
        Assert.Null((await desk.Look()).SnoozedUntil);
    }

    [Fact]
    public async Task Resolve_WhileFiringAndUnasked_AsksAndRepairsTheCard()
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");
        await desk.Click("U0ANA00001", SlackDesk.Resolve());

        Assert.Equal(IncidentStatus.Triggered, (await desk.Look()).Status);
        Assert.Equal(["INC-1: an alarm is still firing: confirm to resolve all the same."], desk.Whispers);
        Assert.Equal("replace INC-1 Triggered", desk.House.Channel.Heard[^1]);
    }

    [Fact]
    public async Task Resolve_WhileFiringAndConfirmed_EndsItAndSaysSo()
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");
        await desk.Click("U0ANA00001", SlackDesk.Resolve(confirmed: true));

        var incident = await desk.Look();
        Assert.Equal((IncidentStatus.Resolved, true), (incident.Status, incident.ResolvedWhileFiring));
        Assert.Empty(desk.Whispers);
        Assert.Equal("replace INC-1 Resolved", desk.House.Channel.Heard[^1]);
    }

    private static async Task IsTold(string value, string told)
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");
        var before = await desk.Look();

        Assert.Equal(200, await desk.Click(SlackDesk.Press("U0ANA00001", value)));
        Assert.StartsWith(told, Assert.Single(desk.Whispers), StringComparison.Ordinal);
        Assert.Equal(before.Version, (await desk.Look()).Version);
    }
}
