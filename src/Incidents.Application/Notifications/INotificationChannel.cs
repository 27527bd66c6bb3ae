using Incidents.Domain.Incidents;
using Incidents.Domain.People;

namespace Incidents.Application.Notifications;

/// <summary>One way to tell people: a team's channel such as Slack, or a person's phone, mailbox or webhook. Every implementation passes the same contract tests.</summary>
/// <remarks>
/// Answers are values; nothing is thrown for what the other side says or does not say, and no answer holds a secret.
/// A 5xx, a 429 and a request that certainly never left is <see cref="DeliveryResult.RetryLater"/>; no answer is <see cref="DeliveryResult.Unknown"/>;
/// what the other side will never take is <see cref="DeliveryResult.Rejected"/>. An attempt takes five seconds at most, and a replacement one: the clicker waits for it.
/// A channel that reaches one person derives from <see cref="PersonalChannel"/>.
/// </remarks>
public interface INotificationChannel
{
    /// <summary>Which of <see cref="ChannelKind"/> it is.</summary>
    string Kind { get; }

    /// <summary>Makes one attempt.</summary>
    /// <param name="replaces">The message in whose place it goes; null posts a new one. Only a channel that gave the reference can take it.</param>
    Task<DeliveryResult> Send(Notification content, MessageRef? replaces, CancellationToken cancellation);
}
