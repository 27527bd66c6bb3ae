using Incidents.Application.Slack;
using Incidents.Application.Slack.Inbound;

namespace Incidents.Application.Tests.Slack.Inbound;

public sealed class SlackIdentityTests
{
    private static readonly InstalledSlackApp App = new("T9TK3CUKW", "AABA1ABCD", "E111");
    private static readonly SlackSender Sender = new("UA8RXUSPL", "T9TK3CUKW", "T9TK3CUKW", "E111", "AABA1ABCD");
    private static readonly SlackUser Responder = new(SlackUserKind.Member, IsResponder: true);
    private static readonly SlackUser Member = Responder with { IsResponder = false };

    [Fact]
    public void Responder_MayDoAll() => Assert.All(Enum.GetValues<CardAction>(), action => Assert.Null(SlackIdentity.Authorize(App, Sender, Responder, action)));

    [Fact]
    public void S52_OtherWorkspace_IsRefused() => Refuses(IdentityRefusal.OtherWorkspace, Sender with { TeamId = "T2" });

    [Fact]
    public void S52_NoWorkspaceWhereOneIsKnown_IsRefused() => Refuses(IdentityRefusal.OtherWorkspace, Sender with { TeamId = null });

    [Fact]
    public void S53_OtherApp_IsRefused() => Refuses(IdentityRefusal.OtherApp, Sender with { AppId = "A2" });

    [Fact]
    public void S54_OtherEnterprise_IsRefused() => Refuses(IdentityRefusal.OtherEnterprise, Sender with { EnterpriseId = "E2" });

    [Theory]
    [InlineData(SlackUserKind.Guest, IdentityRefusal.Guest)]
    [InlineData(SlackUserKind.Bot, IdentityRefusal.Bot)]
    [InlineData(SlackUserKind.Stranger, IdentityRefusal.Stranger)]
    [InlineData(SlackUserKind.Deactivated, IdentityRefusal.Deactivated)]
    public void S55_S56_S57_S59_GuestBotStrangerOrDeactivated_MayNotEvenAcknowledge(SlackUserKind kind, IdentityRefusal refusal) =>
        Assert.Equal(refusal, SlackIdentity.Authorize(App, Sender, Responder with { Kind = kind }, CardAction.Acknowledge));

    [Fact]
    public void S57_SomebodyOfAnotherWorkspace_IsAStranger() => Refuses(IdentityRefusal.Stranger, Sender with { UserTeamId = "T2" });

    [Fact]
    public void S57_SomebodyOfAnotherWorkspace_IsAStrangerEvenWhenOursIsNotKnown() => Assert.Equal(
        IdentityRefusal.Stranger,
        SlackIdentity.Authorize(InstalledSlackApp.Unknown, Sender with { UserTeamId = "T2" }, Responder, CardAction.Acknowledge));

    [Fact]
    public void S58_NonResponderPressingResolve_IsRefused() =>
        Assert.Equal(IdentityRefusal.NotAResponder, SlackIdentity.Authorize(App, Sender, Member, CardAction.Resolve));

    [Theory]
    [InlineData(SlackUserKind.Member)]
    [InlineData(SlackUserKind.NotTold)]
    public void S58_AnyFullMember_MayAcknowledge(SlackUserKind kind) =>
        Assert.Null(SlackIdentity.Authorize(App, Sender, Member with { Kind = kind }, CardAction.Acknowledge));

    [Fact]
    public void LearnFrom_FillsOnlyWhatIsNotKnown() =>
        Assert.Equal(new InstalledSlackApp("T1", "AABA1ABCD", "E111"), new InstalledSlackApp("T1", null, null).LearnFrom(Sender));

    [Fact]
    public void ToClicker_EveryRefusal_HasWords()
    {
        Assert.All(Enum.GetValues<IdentityRefusal>(), refusal => Assert.NotEmpty(refusal.ToClicker()));
        Assert.All(Enum.GetValues<ButtonRefusal>(), refusal => Assert.NotEmpty(refusal.ToClicker()));
    }

    private static void Refuses(IdentityRefusal refusal, SlackSender sender) =>
        Assert.Equal(refusal, SlackIdentity.Authorize(App, sender, Responder, CardAction.Acknowledge));
}
