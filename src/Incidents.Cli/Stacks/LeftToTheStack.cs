using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Application.Slack;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;

namespace Incidents.Cli.Stacks;

/// <summary>Every way to people, as a machine has them that works on a stack from outside: none. What is to be sent stays due, and the stack sends it with its own secrets.</summary>
internal sealed class LeftToTheStack(TimeProvider clock) : ITeamChannel, IFallback, ISlackWebhook
{
    private const string Why = "left to the stack";

    public Task<PageOutcome> Page(NotificationContent briefing, bool mayBeRepeat, CancellationToken cancellation) => Later();

    public Task<PageOutcome> Summarise(IReadOnlyList<NotificationContent> briefings, CancellationToken cancellation) => Later();

    public Task<PageOutcome> Test(NotificationContent briefing, Uri? link, CancellationToken cancellation) => Later();

    public Task<PageOutcome> Tell(NotificationContent briefing, UpdateKind news, CancellationToken cancellation) => Later();

    public Task<PageOutcome> Replace(NotificationContent briefing, Uri responseUrl, CancellationToken cancellation) => Later();

    public Task<PageOutcome> TellTogether(IReadOnlyList<ChannelNews> news, CancellationToken cancellation) => Later();

    public Task<PageOutcome> ReplaceSummary(IReadOnlyList<NotificationContent> briefings, Uri responseUrl, CancellationToken cancellation) => Later();

    public Task<PageOutcome> Publish(FallbackMessage message, CancellationToken cancellation) => Later();

    public Task<SlackResponse> Post(string channel, ReadOnlyMemory<byte> json, CancellationToken cancellation) => Task.FromResult<SlackResponse>(new SlackResponse.Rejected(Why));

    public Task<SlackResponse> Respond(Uri responseUrl, ReadOnlyMemory<byte> json, CancellationToken cancellation) => Post("", json, cancellation);

    private Task<PageOutcome> Later() => Task.FromResult<PageOutcome>(new PageOutcome.TryAgain(clock.Now(), Why));
}
