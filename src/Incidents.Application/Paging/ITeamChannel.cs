using Incidents.Application.Notifications;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Paging;

/// <summary>Posts a team's incidents: one card per incident, one short message per change.</summary>
/// <remarks>Answers are values; nothing is thrown for what the channel says or does not say. No answer holds a secret.</remarks>
public interface ITeamChannel
{
    /// <summary>Pages people with the incident's card; their mention is what wakes them.</summary>
    /// <param name="mayBeRepeat">Whether an earlier attempt may have arrived; the card then says so.</param>
    Task<DeliveryResult> Page(NotificationContent briefing, bool mayBeRepeat, CancellationToken cancellation);

    /// <summary>Pages people about several incidents in one message, the worst first.</summary>
    Task<DeliveryResult> Summarise(IReadOnlyList<NotificationContent> briefings, CancellationToken cancellation);

    /// <summary>Asks the person paged by <paramref name="briefing"/> whether a mention reaches them. The message says first that no action is needed.</summary>
    /// <param name="link">Where they confirm it; null where no link can work.</param>
    Task<DeliveryResult> Test(NotificationContent briefing, Uri? link, CancellationToken cancellation);

    /// <summary>Posts an update to the channel, without waking a person.</summary>
    Task<DeliveryResult> Tell(NotificationContent briefing, UpdateKind news, CancellationToken cancellation);

    /// <summary>Replaces the card that was clicked.</summary>
    /// <param name="responseUrl">Where Slack said the card can be replaced: five times, for 30 minutes. It is a secret.</param>
    Task<DeliveryResult> Replace(NotificationContent briefing, Uri responseUrl, CancellationToken cancellation);

    /// <summary>Posts the updates of several incidents in one message, the worst first.</summary>
    Task<DeliveryResult> TellTogether(IReadOnlyList<ChannelNews> news, CancellationToken cancellation);

    /// <summary>Replaces a message about several incidents that was clicked.</summary>
    /// <param name="responseUrl">As for one.</param>
    Task<DeliveryResult> ReplaceSummary(IReadOnlyList<NotificationContent> briefings, Uri responseUrl, CancellationToken cancellation);
}

/// <summary>What changed in one incident.</summary>
public sealed record ChannelNews(NotificationContent Briefing, UpdateKind Kind);
