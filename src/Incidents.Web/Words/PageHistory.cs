using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Web.Words;

/// <summary>One page as the timeline tells it.</summary>
/// <param name="State">`pending`, `sending`, `waiting`, `unknown`, `sent`, `failed` or `dropped`.</param>
/// <param name="At">When it came into that state.</param>
/// <param name="Remark">What the channel answered, or why the page was dropped; null when there is nothing to say.</param>
public sealed record PageLine(int Id, string Person, string Name, string Channel, int Step, string State, Instant At, int Attempts, string? Remark);

/// <summary>The incident itself forgets a page once it is settled; its timeline does not.</summary>
internal static class PageHistory
{
    /// <summary>Every page ever asked for, oldest first.</summary>
    public static IReadOnlyList<PageLine> Of(IEnumerable<TimelineEntry> timeline)
    {
        var pages = new SortedDictionary<int, PageLine>();
        foreach (var (sequence, happened) in timeline)
        {
            if (happened is PageRequested e)
            {
                pages[sequence] = e.IsPending
                    ? new PageLine(sequence, e.Person, e.PersonName, e.Channel, e.Step, "pending", e.Deadline, 0, Remark: null)
                    : new PageLine(sequence, e.Person, e.PersonName, e.Channel, e.Step, "sending", e.At, 1, Remark: null);
            }
            else if (PageOf(happened) is { } id && pages.TryGetValue(id, out var page))
            {
                pages[id] = Next(page, happened);
            }
        }

        return [.. pages.Values];
    }

    private static int? PageOf(IncidentEvent happened) => happened switch
    {
        PageStarted e => e.Page,
        PageRetried e => e.Page,
        PageSent e => e.Page,
        PageDeferred e => e.Page,
        PageUnanswered e => e.Page,
        PageFailed e => e.Page,
        PageDropped e => e.Page,
        _ => null,
    };

    private static PageLine Next(PageLine page, IncidentEvent happened) => happened switch
    {
        PageStarted e => page with { State = "sending", At = e.At, Attempts = 1 },
        PageRetried e => page with { State = "sending", At = e.At, Attempts = page.Attempts + 1 },
        PageSent e => page with { State = "sent", At = e.At, Attempts = e.Attempts, Remark = null },
        PageDeferred e => page with { State = "waiting", At = e.At, Remark = e.Answer },
        PageUnanswered e => page with { State = "unknown", At = e.At, Remark = e.Answer },
        PageFailed e => page with { State = "failed", At = e.At, Remark = e.Answer },
        PageDropped e => page with { State = "dropped", At = e.At, Remark = e.Why },
        _ => page,
    };
}
