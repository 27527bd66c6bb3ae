using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Cards;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;

namespace Incidents.Cli.Simulation;

/// <summary>The team's channel: what mentions a person is recorded, other updates are left out; cards are counted by <see cref="SimulatedChannel"/>.</summary>
internal sealed class SimulatedTeamChannel(Action<SimulatedMessage> told, TimeProvider clock) : ITeamChannel
{
    public Task<DeliveryResult> Page(NotificationContent briefing, bool mayBeRepeat, CancellationToken cancellation) => Taken;

    public Task<DeliveryResult> Summarise(IReadOnlyList<NotificationContent> briefings, CancellationToken cancellation) => Taken;

    public Task<DeliveryResult> Test(NotificationContent briefing, Uri? link, CancellationToken cancellation) => Taken;

    public Task<DeliveryResult> Tell(NotificationContent briefing, UpdateKind news, CancellationToken cancellation) =>
        TellTogether([new ChannelNews(briefing, news)], cancellation);

    public Task<DeliveryResult> Replace(NotificationContent briefing, Uri responseUrl, CancellationToken cancellation) => Taken;

    public Task<DeliveryResult> ReplaceSummary(IReadOnlyList<NotificationContent> briefings, Uri responseUrl, CancellationToken cancellation) => Taken;

    public Task<DeliveryResult> TellTogether(IReadOnlyList<ChannelNews> news, CancellationToken cancellation)
    {
        foreach (var person in news.Select(n => FollowUp.Mentioned(n.Briefing, n.Kind)).OfType<PagedPerson>().DistinctBy(p => p.Id).Where(p => p.SlackId is not null))
        {
            told(SimulatedMessage.To(person.Id, person.Name, person.Zone, ChannelKind.Slack, clock.Now()));
        }

        return Taken;
    }

    internal static Task<DeliveryResult> Taken { get; } = Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered());
}

/// <summary>The topic of the last resort. It is used only when no person is left to page, and the card without mentions says so.</summary>
internal sealed class SilentFallback : IFallback
{
    public Task<DeliveryResult> Publish(FallbackMessage message, CancellationToken cancellation) => SimulatedTeamChannel.Taken;
}

/// <summary>Slack's webhook for news to teams: takes everything and sends nothing.</summary>
internal sealed class SilentWebhook : ISlackWebhook
{
    public Task<DeliveryResult> Post(string channel, ReadOnlyMemory<byte> json, CancellationToken cancellation) => Accepted;

    public Task<DeliveryResult> Respond(Uri responseUrl, ReadOnlyMemory<byte> json, CancellationToken cancellation) => Accepted;

    private static Task<DeliveryResult> Accepted { get; } = Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered());
}

/// <summary>The queue of failed messages. A store in memory always answers, so a message that comes here would be lost.</summary>
internal sealed class NoRetries : IAlarmRetries
{
    public Task Put(string body, CancellationToken cancellation) => throw new NotKeptException("The simulation has no queue of failed messages.");
}
