using System.Text.Json.Nodes;
using Incidents.Application.Configuration;
using Incidents.Application.Slack;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using Microsoft.Extensions.DependencyInjection;

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
    public async Task V09_MemberOutsidePeople_WhoAcknowledges_StopsThePolicyForTenMinutes_AndWhoWasPagedIsTold()
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");
        await desk.House.Pass(NodaTime.Duration.FromMinutes(1));
        await desk.Click("U0MEMBER01", SlackDesk.Acknowledge());
        Assert.Equal(["page INC-1 Ana", "page INC-1 Ana"], desk.House.Channel.Heard.Where(line => line.StartsWith("page", StringComparison.Ordinal)));

        await desk.House.Pass(NodaTime.Duration.FromMinutes(9));
        Assert.Equal(IncidentStatus.Acknowledged, (await desk.Look()).Status);

        await desk.House.Pass(NodaTime.Duration.FromMinutes(1));
        Assert.Equal(IncidentStatus.Triggered, (await desk.Look()).Status);
        Assert.Equal(3, desk.House.Channel.Pages);
    }

    [Fact]
    public async Task V09_PersonPaged_WhoAcknowledgesAfterAnOutsider_HasIt()
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");
        await desk.Click("U0MEMBER01", SlackDesk.Acknowledge());
        await desk.Click("U0ANA00001", SlackDesk.Acknowledge());

        Assert.Equal("ana", (await desk.Look()).AcknowledgedBy?.Id);
        Assert.Empty(desk.Whispers);
    }

    [Theory]
    [InlineData(CardAction.Acknowledge, IncidentStatus.Acknowledged)]
    [InlineData(CardAction.Resolve, IncidentStatus.Resolved)]
    [InlineData(CardAction.Snooze, IncidentStatus.Acknowledged)]
    public async Task V09_Press_WhenTheConfigurationCannotBeRead_IsAcceptedAndRecorded(CardAction action, IncidentStatus status)
    {
        var configuration = new BreakableConfiguration();
        using var desk = new SlackDesk(parts: services => services.AddSingleton<IOnCallConfigurationProvider>(source => configuration));
        await desk.House.Fire("checkout-5xx");
        configuration.IsBroken = true;
        await desk.Click("U0ANA00001", new CardButton("test", new IncidentNumber(1), action, Confirmed: true) { Snooze = action == CardAction.Snooze ? SnoozeChoice.All[0] : null });

        Assert.Equal(status, (await desk.Look()).Status);
        Assert.Equal(Unreadable.Remark, Assert.Single(desk.Whispers));
    }

    [Fact]
    public async Task V09_PressThatHasToFindAPerson_WhenTheConfigurationCannotBeRead_SaysWhatToDoAndChangesNothing()
    {
        var configuration = new BreakableConfiguration();
        using var desk = new SlackDesk(parts: services => services.AddSingleton<IOnCallConfigurationProvider>(source => configuration));
        await desk.House.Fire("checkout-5xx");
        var version = (await desk.Look()).Version;
        configuration.IsBroken = true;
        await desk.Click("U0ANA00001", SlackDesk.Do(CardAction.Escalate));
        await desk.Click("U0ANA00001", SlackDesk.Do(CardAction.PageAlso));

        Assert.Equal(2, desk.Whispers.Count);
        Assert.All(desk.Whispers, whisper => Assert.Contains("mend it (\"incidents check\" names the place)", whisper, StringComparison.Ordinal));
        Assert.Equal(version, (await desk.Look()).Version);
    }

    [Fact]
    public async Task Refusal_ThatCannotBeTold_StillChangesNothing()
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");
        desk.Webhook.Answer = () => new DeliveryResult.Unknown("timeout");

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
