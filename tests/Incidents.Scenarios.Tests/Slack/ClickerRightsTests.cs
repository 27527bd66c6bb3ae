using System.Text.Json.Nodes;
using Incidents.Application.Slack;
using Incidents.Domain.Incidents;

namespace Incidents.Scenarios.Tests.Slack;

public class ClickerRightsTests
{
    [Fact]
    public Task S52_OtherWorkspace_ChangesNothing() =>
        IsRefused(press => press["team"]!["id"] = "T0000OTHER", "This button was pressed from a workspace");

    [Fact]
    public Task S53_OtherApp_ChangesNothing() =>
        IsRefused(press => press["api_app_id"] = "A0000OTHER", "This button was pressed from a workspace");

    [Fact]
    public Task S54_OtherOrganisation_ChangesNothing() =>
        IsRefused(press => press["enterprise"]!["id"] = "E0000OTHER", "This button was pressed from a workspace");

    [Fact]
    public Task S57_StrangerOverSlackConnect_ChangesNothing() =>
        IsRefused(press => press["user"] = new JsonObject { ["id"] = "U0STRANGER", ["team_id"] = "T0000OTHER" }, "People from other organisations");

    [Fact]
    public Task S58_NonResponderPressingResolve_ChangesNothing() =>
        IsRefused(press => press["user"]!["id"] = "U0MEMBER01", "Only responders can do this", SlackDesk.Resolve(confirmed: true));

    [Fact]
    public Task S58_NonResponderPressingEscalate_ChangesNothing() =>
        IsRefused(press => press["user"]!["id"] = "U0MEMBER01", "Only responders can do this", SlackDesk.Do(CardAction.Escalate));

    [Fact]
    public Task S58_NonResponderChoosingASnooze_ChangesNothing() =>
        IsRefused(press => press["user"]!["id"] = "U0MEMBER01", "Only responders can do this", SlackDesk.Snooze("1h"));

    [Fact]
    public Task S59_DeactivatedResponderPressingEscalate_ChangesNothing() =>
        IsRefused(press => press["user"]!["id"] = "U0OLD00001", "Your account is deactivated", SlackDesk.Do(CardAction.Escalate));

    [Fact]
    public async Task S58_MemberWhoAcknowledged_MayGiveItBack()
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");
        await desk.Click("U0MEMBER01", SlackDesk.Acknowledge());
        await desk.Click("U0MEMBER01", SlackDesk.Do(CardAction.GiveBack));

        Assert.Equal(IncidentStatus.Triggered, (await desk.Look()).Status);
        Assert.Empty(desk.Whispers);
    }

    [Fact]
    public Task S59_DeactivatedResponder_ChangesNothing() =>
        IsRefused(press => press["user"]!["id"] = "U0OLD00001", "Your account is deactivated");

    [Fact]
    public async Task S58_AnyFullMember_MayAcknowledgeAndIsKnownBySlackId()
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");
        await desk.Click("U0MEMBER01", SlackDesk.Acknowledge());

        Assert.Equal(new Actor("slack:U0MEMBER01", "Slack user U0MEMBER01", Via.Slack), (await desk.Look()).AcknowledgedBy);
        Assert.Empty(desk.Whispers);
    }

    [Fact]
    public async Task Refusal_ThatCannotBeTold_StillChangesNothing()
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");
        desk.Webhook.Answer = () => new SlackAnswer.Unknown("timeout");

        Assert.Equal(200, await desk.Click("U0OLD00001", SlackDesk.Acknowledge()));
        Assert.Equal(IncidentStatus.Triggered, (await desk.Look()).Status);
    }

    private static async Task IsRefused(Action<JsonObject> spoil, string told, CardButton? button = null)
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");
        var before = await desk.Look();
        var heard = desk.House.Channel.Heard;
        var press = SlackDesk.Press("U0ANA00001", button ?? SlackDesk.Acknowledge());
        spoil(press);

        Assert.Equal(200, await desk.Click(press));
        Assert.StartsWith(told, Assert.Single(desk.Whispers), StringComparison.Ordinal);
        Assert.Equal(before.Version, (await desk.Look()).Version);
        Assert.Equal(heard, desk.House.Channel.Heard);
    }
}
