using Incidents.Domain.Incidents;

namespace Incidents.Application.Paging;

/// <summary>What one commit claimed: found by comparing the incident before and after it.</summary>
internal sealed record Work(IReadOnlyList<ClaimedPage> Pages, PendingUpdate? News, bool ClosesOut)
{
    public static Work Between(Incident? before, Incident after) => new(
        [.. after.Pages
            .Where(page => page.State == PageState.Sending && before?.Pages.Contains(page) != true)
            .Select(page => new ClaimedPage(page, before?.Pages.Find(p => p.Id == page.Id)?.State))],
        after.Update is not null && after.Update != before?.Update ? after.Update : null,
        after.CloseOutAt is not null && after.CloseOutAt != before?.CloseOutAt);
}

/// <summary>A page that is ours to send.</summary>
/// <param name="Was">Its state before it was claimed; null for a new one.</param>
internal sealed record ClaimedPage(Page Page, PageState? Was)
{
    /// <summary>An earlier attempt died or got no answer; one that was told to wait surely did not arrive.</summary>
    public bool MayHaveArrived => Was is PageState.Sending or PageState.Unknown;
}
