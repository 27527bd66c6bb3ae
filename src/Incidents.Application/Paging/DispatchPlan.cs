using Incidents.Application.Notifications;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Paging;

/// <summary>What one commit claimed: found by comparing the incident before and after it.</summary>
internal sealed record DispatchPlan(IReadOnlyList<ClaimedPage> Pages, PendingUpdate? News, bool ClosesOut)
{
    public bool IsNothing => Pages.Count == 0 && News is null && !ClosesOut;

    public static DispatchPlan Between(Incident? before, Incident after) => new(
        [.. after.Pages
            .Where(page => page.State == PageState.Sending)
            .Select(page => new ClaimedPage(after.Number, page, before?.Pages.Find(p => p.Id == page.Id)))
            .Where(claimed => claimed.IsOurs)],
        after.Update is not null && after.Update != before?.Update ? after.Update : null,
        after.FollowUpAt is not null && after.FollowUpAt != before?.FollowUpAt);
}

/// <summary>A page that is ours to send.</summary>
/// <param name="Before">The page before it was claimed; null for a new one.</param>
internal sealed record ClaimedPage(IncidentNumber Incident, Page Page, Page? Before)
{
    /// <summary>The age past which a page shares one message with others like it: after an outage one for each would be too many.</summary>
    private static readonly Duration Fresh = Duration.FromMinutes(10);

    /// <summary>A claim shows by its attempt; a page that another process is already sending is not ours, whatever else changed on it.</summary>
    public bool IsOurs => Before is null || Before.State != PageState.Sending || Before.Attempts != Page.Attempts;

    /// <summary>An earlier attempt died or got no answer, whatever came of those after it; one that was asked to wait certainly did not arrive.</summary>
    public bool MayHaveArrived => Before is { State: PageState.Sending or PageState.Unknown } or { Unanswered: > 0 };

    /// <summary>Whether it may share a message with pages of other incidents; the fallback topic's messages are about one.</summary>
    public bool MayShare => Page.Channel != Page.Fallback;

    /// <summary>Whether it shares a message with pages that leave at the same time: it waited for others, a channel asked it to wait, it is old, or another channel has reached the person meanwhile.</summary>
    public bool IsBelated(Instant now) => Before?.State == PageState.Waiting || MayLeaveLate(now);

    /// <summary>Whether it is sent although its claim has run out: gathering it again would take as long. Any other belongs to another process by then.</summary>
    public bool MayLeaveLate(Instant now) => Page.Late || Page.HandedOver || now - (Page.StartedAt ?? Page.RequestedAt) > Fresh;
}

/// <summary>Pages of one incident that may share a message with those of others.</summary>
internal sealed record DelayedPages(IncidentRecord Record, NotificationContent Briefing, IReadOnlyList<ClaimedPage> Pages);
