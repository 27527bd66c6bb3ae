using Incidents.Domain.Incidents;

namespace Incidents.Application.Store;

/// <summary>The pages that people got lately and the channels that asked to wait, over all incidents. It may lag and lose parts, so no decision may rely on it.</summary>
public sealed record MinuteNote(IReadOnlyList<RecentPage> Pages, IReadOnlyList<ChannelWait> Waits)
{
    public static MinuteNote Empty { get; } = new([], []);

    /// <summary>What is known of the public address. It lies here because every page reads this.</summary>
    public PublicUrlProof? Reach { get; init; }

    /// <summary>
    /// Both, without what changes no decision: of the pages of one person on one channel a few of the newest, and the worst.
    /// </summary>
    public MinuteNote With(MinuteNote added) => new(
        [.. Pages.Concat(added.Pages).Distinct().GroupBy(p => (p.Person, p.Channel)).SelectMany(theirs => Needed([.. theirs.OrderByDescending(p => p.LeavesAt)]))],
        [.. Waits.Concat(added.Waits).GroupBy(w => (w.Channel, w.Name)).Select(same => same.MaxBy(w => w.Until)!)]) { Reach = added.Reach ?? Reach };

    /// <summary>As much of it as a note keeps: of many people the ones paged last.</summary>
    public MinuteNote Newest(int most) => new([.. Pages.OrderByDescending(p => p.LeavesAt).Take(most)], [.. Waits.OrderByDescending(w => w.Until).Take(most)]) { Reach = Reach };

    private static IEnumerable<RecentPage> Needed(List<RecentPage> theirs) => theirs.Take(MostEach).Append(theirs.MinBy(p => p.Severity)!).Distinct();

    /// <summary>More of them say no more: the fourth page within a minute waits for others.</summary>
    private const int MostEach = 6;
}
