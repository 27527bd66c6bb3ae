using Incidents.Application.Notifications;
using Incidents.Application.Tests.Slack.Cards;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using Incidents.Domain.Services;

namespace Incidents.Application.Tests.Notifications;

public sealed class NotificationChannelsTests
{
    private static readonly TeamChannel Teams = new("teams", "payments");

    private readonly Remembering slack = new(ChannelKind.Slack);
    private readonly Remembering teams = new(Teams.Kind);
    private readonly NotificationChannels channels;

    public NotificationChannelsTests() => channels = new NotificationChannels([slack, teams]);

    [Theory]
    [InlineData(Page.Team)]
    [InlineData(Page.Shadow)]
    public async Task Page_OfATeam_GoesByTheChannelOfItsKind(string kind)
    {
        Assert.IsType<DeliveryResult.Delivered>(await channels.Page(kind, PageOf(Teams), default));

        Assert.Empty(slack.Sent);
        Assert.Single(teams.Sent);
    }

    [Fact]
    public async Task Tell_OfANewMessage_GoesByTheChannelOfTheTeam()
    {
        await channels.Tell(new Notification.State(Of(Teams)), replaces: null, default);

        Assert.Empty(slack.Sent);
        Assert.Single(teams.Sent);
    }

    [Fact]
    public async Task Tell_WhenItReplacesAMessage_GoesByTheChannelThatMadeIt()
    {
        await channels.Tell(new Notification.State(Of(Teams)), new MessageRef(ChannelKind.Slack, "1"), default);

        Assert.Single(slack.Sent);
        Assert.Empty(teams.Sent);
    }

    [Fact]
    public async Task Page_WithoutAChannelOfItsKind_IsRejected_AndSaysSo()
    {
        Assert.False(channels.CanSend(ChannelKind.Sms, Teams));
        Assert.Equal(new DeliveryResult.Rejected("this installation cannot send by sms"), await channels.Page(ChannelKind.Sms, PageOf(Teams), default));
    }

    [Fact]
    public async Task Page_WhenTheChannelThrows_IsUnknown_ForItMayHaveArrived()
    {
        teams.Throws = new IOException("broken");

        Assert.Equal(new DeliveryResult.Unknown("IOException: broken"), await channels.Page(Page.Team, PageOf(Teams), default));
    }

    private static NotificationContent Of(TeamChannel team) => Briefings.Triggered() with { Team = team };

    private static Notification.Page PageOf(TeamChannel team) => new() { Briefing = Of(team), To = [], Key = "INC-142.7" };

    private sealed class Remembering(string kind) : INotificationChannel
    {
        public string Kind => kind;

        public List<Notification> Sent { get; } = [];

        public Exception? Throws { get; set; }

        public Task<DeliveryResult> Send(Notification content, MessageRef? replaces, CancellationToken cancellation)
        {
            Sent.Add(content);
            return Throws is null ? Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered()) : Task.FromException<DeliveryResult>(Throws);
        }
    }
}
