using Incidents.Domain.Incidents;

namespace Incidents.Application.Notifications;

/// <summary>A channel that reaches one person, and therefore takes pages and tests alone: what changed in an incident is said in its team's channel.</summary>
public abstract class PersonalChannel : INotificationChannel
{
    /// <inheritdoc />
    public abstract string Kind { get; }

    /// <inheritdoc />
    public Task<DeliveryResult> Send(Notification content, MessageRef? replaces, CancellationToken cancellation) => content is PageMessage message
        ? Send(message, cancellation)
        : Task.FromResult<DeliveryResult>(new DeliveryResult.Rejected("takes_pages_alone"));

    /// <summary>Makes one attempt at a page or a test.</summary>
    public abstract Task<DeliveryResult> Send(PageMessage message, CancellationToken cancellation);
}
