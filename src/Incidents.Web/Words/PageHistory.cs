using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Web.Words;

/// <summary>One page as the timeline shows it.</summary>
/// <param name="State">`pending`, `sending`, `waiting`, `unknown`, `sent`, `failed` or `dropped`.</param>
/// <param name="At">When it came into that state; for a pending page, when it begins.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Remark">What the channel answered, or why the page was dropped; null when there is nothing to say.</param>
public sealed record PageLine(int Id, string Person, string Name, string Channel, int Step, string State, Instant At, int Attempts, string? Remark)
{
    /// <summary>When it was decided on.</summary>
    public required Instant RequestedAt { get; init; }

    /// <summary>Why the person was to be paged.</summary>
    public required string Why { get; init; }

    /// <summary>The page of another channel in whose place it went out; null for one of its own.</summary>
    public int? Instead { get; init; }

    /// <summary>What was tried, in order.</summary>
    public IReadOnlyList<PageAttempt> Log { get; init; } = [];
}

/// <summary>One attempt to hand a page to its channel.</summary>
/// <param name="At">When it began.</param>
/// <param name="State">`sending` while no answer is known; `waiting`, `unknown`, `sent` or `failed` as it ended.</param>
/// <param name="Answer">What the channel said; null for a plain yes.</param>
/// <param name="TookMs">Milliseconds from handing it over to the answer; null while it runs, and where it was not measured.</param>
/// <param name="NextAt">When it is tried again, of an attempt that left the page open.</param>
public sealed record PageAttempt(Instant At, string State, string? Answer, int? TookMs, Instant? NextAt);

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
                pages[sequence] = Asked(sequence, e);
            }
            else if (happened is PageRepeatPlanned repeat)
            {
                pages[sequence] = Asked(sequence, repeat, pages.Values.FirstOrDefault(page => page.Person == repeat.Person.Value)?.Name ?? repeat.Person.Value);
            }
            else if (PageOf(happened) is { } id && pages.TryGetValue(id, out var page))
            {
                pages[id] = Next(page, happened);
            }
        }

        return [.. pages.Values];
    }

    private static PageLine Asked(int id, PageRequested e)
    {
        var page = new PageLine(id, e.Person.Value, e.PersonName, e.Channel, e.Step, "pending", e.Deadline, 0, Remark: null) { RequestedAt = e.At, Why = e.Why, Instead = e.Instead };
        return e.IsPending ? page : page.Begun(e.At);
    }

    private static PageLine Asked(int id, PageRepeatPlanned e, string name) =>
        new(id, e.Person.Value, name, e.Channel, e.Step, "pending", e.Deadline, 0, Remark: null) { RequestedAt = e.At, Why = "not answered" };

    private static int? PageOf(IncidentEvent happened) => happened switch
    {
        PageStarted e => e.Page,
        PageGathered e => e.Page,
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
        PageStarted e => page.Begun(e.At) with { Instead = e.Instead ?? page.Instead },
        PageGathered e => page with { State = "pending", At = e.Until, Attempts = 0, Log = [.. page.Log.Where(attempt => attempt.State != "sending")] },
        PageRetried e => page.Begun(e.At),
        PageSent e => page.Ended(e.At, "sent", answer: null, e.Took) with { Attempts = e.Attempts },
        PageDeferred e => page.Ended(e.At, "waiting", e.Answer, e.Took, e.Until),
        PageUnanswered e => page.Ended(e.At, "unknown", e.Answer, e.Took, e.RetryAt),
        PageFailed e => page.Ended(e.At, "failed", e.Answer, e.Took),
        PageDropped e => page with { State = "dropped", At = e.At, Remark = e.Why },
        _ => page,
    };

    private static PageLine Begun(this PageLine page, Instant at) => page with
    {
        State = "sending",
        At = at,
        Attempts = page.Attempts + 1,
        Log = [.. page.Log, new PageAttempt(at, "sending", Answer: null, TookMs: null, NextAt: null)],
    };

    private static PageLine Ended(this PageLine page, Instant at, string state, string? answer, int took, Instant? next = null) => page with
    {
        State = state,
        At = at,
        Remark = answer,
        Log = [.. page.Log.SkipLast(1), .. page.Log.TakeLast(1).Select(last => last with { State = state, Answer = answer, TookMs = took > 0 ? took : null, NextAt = next })],
    };
}
