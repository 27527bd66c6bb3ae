using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Cli.Stacks;

/// <summary>Every way to people, as a machine has them that works on a stack from outside: none. What is to be sent stays due, and the stack sends it with its own secrets.</summary>
internal sealed class LeftToTheStack : INotificationChannel, IFallback
{
    private const string Why = "left to the stack";

    public string Kind => ChannelKind.Slack;

    public Task<DeliveryResult> Send(Notification content, MessageRef? replaces, CancellationToken cancellation) => Later();

    public Task<DeliveryResult> Publish(FallbackMessage message, CancellationToken cancellation) => Later();

    private static Task<DeliveryResult> Later() => Task.FromResult<DeliveryResult>(new DeliveryResult.RetryLater(Duration.Zero, Why));
}
