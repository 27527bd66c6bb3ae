using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Application.Slack;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Cli.Stacks;

/// <summary>Every way to people, as a machine has them that works on a stack from outside: none. What is to be sent stays due, and the stack sends it with its own secrets.</summary>
internal sealed class LeftToTheStack : ITeamChannel, IFallback, ISlackWebhook
{
    private const string Why = "left to the stack";

    public Task<DeliveryResult> Page(NotificationContent briefing, bool mayBeRepeat, CancellationToken cancellation) => Later();

    public Task<DeliveryResult> Summarise(IReadOnlyList<NotificationContent> briefings, CancellationToken cancellation) => Later();

    public Task<DeliveryResult> Test(NotificationContent briefing, Uri? link, CancellationToken cancellation) => Later();

    public Task<DeliveryResult> Tell(NotificationContent briefing, UpdateKind news, CancellationToken cancellation) => Later();

    public Task<DeliveryResult> Replace(NotificationContent briefing, Uri responseUrl, CancellationToken cancellation) => Later();

    public Task<DeliveryResult> TellTogether(IReadOnlyList<ChannelNews> news, CancellationToken cancellation) => Later();

    public Task<DeliveryResult> ReplaceSummary(IReadOnlyList<NotificationContent> briefings, Uri responseUrl, CancellationToken cancellation) => Later();

    public Task<DeliveryResult> Publish(FallbackMessage message, CancellationToken cancellation) => Later();

    public Task<DeliveryResult> Post(string channel, ReadOnlyMemory<byte> json, CancellationToken cancellation) => Task.FromResult<DeliveryResult>(new DeliveryResult.Rejected(Why));

    public Task<DeliveryResult> Respond(Uri responseUrl, ReadOnlyMemory<byte> json, CancellationToken cancellation) => Post("", json, cancellation);

    private Task<DeliveryResult> Later() => Task.FromResult<DeliveryResult>(new DeliveryResult.RetryLater(Duration.Zero, Why));
}
