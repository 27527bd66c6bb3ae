using System.Collections.Concurrent;
using Incidents.Application.Briefing;
using Incidents.Application.Configuration;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Paging;

/// <summary>Sends what a commit asked for, then writes down what became of it.</summary>
/// <remarks>
/// Whoever committed dispatches at once; work that is claimed and not settled falls due, and the sweep dispatches it.
/// The usual page is one channel call and one store call after it. A claim that has run out before its work was begun is somebody else's by now.
/// </remarks>
public sealed class Dispatcher(
    IncidentChanges changes,
    IConfigurationSource configuration,
    Briefer briefer,
    PageSender sender,
    ITeamChannel channel,
    CloseOut closeOut,
    TimeProvider clock)
{
    /// <summary>Dispatches what a change asks for, if it is one.</summary>
    /// <remarks>While no configuration can be read nothing can be sent: the change stands, and what it asks for falls due once one can.</remarks>
    public async Task<ChangeResult> Dispatch(ChangeResult result, Uri? clickedCard, CancellationToken cancellation) =>
        result is ChangeResult.Changed changed && await configuration.CurrentOrNone(cancellation) is not null
            ? changed with { After = await Dispatch(changed.Before, changed.After, clickedCard, cancellation) }
            : result;

    /// <summary>Dispatches what <paramref name="after"/> asks for and <paramref name="before"/> did not.</summary>
    /// <param name="before">The incident before the commit; null for a new one.</param>
    /// <param name="clickedCard">Where the card somebody clicked can be replaced, which then is all the news there has to be.</param>
    /// <returns>The incident once all is settled.</returns>
    public Task<IncidentRecord> Dispatch(Incident? before, IncidentRecord after, Uri? clickedCard, CancellationToken cancellation) =>
        Dispatch(before, after, clickedCard, backlog: null, cancellation);

    /// <summary>The same, but pages that belong to a backlog are only put there; the caller sends them by <see cref="SendBacklog"/>.</summary>
    internal async Task<IncidentRecord> Dispatch(Incident? before, IncidentRecord after, Uri? clickedCard, ConcurrentBag<BelatedPages>? backlog, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        var work = Work.Between(before, after.Incident);
        var briefing = briefer.Brief(after, settings);

        var pages = work.Pages.ToLookup(p => backlog is not null && p.IsBelated(clock.Now()));
        if (pages[true].Any())
        {
            backlog!.Add(new BelatedPages(after, briefing, [.. pages[true]]));
        }

        // Whoever clicked looks at the card: it is not kept waiting for the channels of the pages.
        var sending = sender.Send([.. pages[false]], briefing, settings, cancellation);
        var telling = clickedCard is null ? Then(sending, () => Tell(work.News, briefing, clickedCard, cancellation)) : Tell(work.News, briefing, clickedCard, cancellation);
        await Task.WhenAll(sending, telling);
        var reports = await sending;
        var alongside = new List<IncidentEvent>();
        if (await telling is { } told)
        {
            alongside.Add(told);
        }

        var closing = work.ClosesOut && after.Incident.CloseOutAt > clock.Now() ? await closeOut.Run(after, settings, cancellation) : CloseOutResult.Nothing;
        alongside.AddRange(closing.Events);

        var settled = await Settle(after, reports, alongside, settings, cancellation);
        return closing.FiredMeanwhile is null ? settled : await BringBack(settled, settings, closing.FiredMeanwhile, cancellation);
    }

    /// <summary>Sends what a pass of the sweep put aside: one message for each channel and its people, however many incidents wait.</summary>
    internal async Task SendBacklog(IReadOnlyCollection<BelatedPages> backlog, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        var groups = backlog
            .SelectMany(of => of.Pages.Select(page => (Of: of, Page: page)))
            .GroupBy(p => Inbox.Of(p.Page.Page, p.Of.Record.Incident, settings));
        var reports = new List<(BelatedPages Of, PageReport Report)>();
        foreach (var group in groups)
        {
            reports.AddRange(await sender.SendTogether([.. group], settings, cancellation));
        }

        foreach (var incident in reports.GroupBy(r => r.Of, r => r.Report))
        {
            await Settle(incident.Key.Record, [.. incident], [], settings, cancellation);
        }
    }

    private static async Task<IncidentEvent?> Then(Task first, Func<Task<IncidentEvent?>> next)
    {
        await first;
        return await next();
    }

    private async Task<IncidentEvent?> Tell(PendingUpdate? news, IncidentBriefing briefing, Uri? clickedCard, CancellationToken cancellation)
    {
        if (news is null)
        {
            if (clickedCard is not null)
            {
                await channel.Replace(briefing, clickedCard, cancellation);
            }

            return null;
        }

        if (clickedCard is null && news.ClaimedUntil <= clock.Now())
        {
            return null;
        }

        var outcome = clickedCard is null
            ? await channel.Tell(briefing, news.Kind, cancellation)
            : await channel.Replace(briefing, clickedCard, cancellation);
        return outcome switch
        {
            PageOutcome.Sent => new ChannelUpdated(clock.Now(), news.Since, Failure: null),
            PageOutcome.Failed failed when clickedCard is null => new ChannelUpdated(clock.Now(), news.Since, failed.Answer),
            // A second copy of news is worse than none arriving late: only what surely did not arrive is told again.
            PageOutcome.Unknown when clickedCard is null => new ChannelUpdated(clock.Now(), news.Since, Failure: null),
            _ => null,
        };
    }

    private async Task<IncidentRecord> Settle(
        IncidentRecord record, IReadOnlyList<PageReport> pages, List<IncidentEvent> alongside, OnCallConfiguration settings, CancellationToken cancellation)
    {
        if (pages.Count == 0 && alongside.Count == 0)
        {
            return record;
        }

        try
        {
            var now = clock.Now();
            var first = await changes.Apply(record, Delivering.Settle(record.Incident, pages, alongside, settings.PlannerFor(record, now), now), reclaim: null, cancellation);
            var result = first ?? await changes.Apply(
                record.Incident.Number,
                (r, at) => Delivering.Settle(r.Incident, pages, StillTrue(alongside, record.Incident, r.Incident), settings.PlannerFor(r, at), at),
                cancellation);
            return result switch
            {
                // A channel that failed may have had another asked in its place, by this very commit.
                ChangeResult.Changed changed when !Work.Between(changed.Before, changed.After.Incident).IsNothing => await Dispatch(changed.Before, changed.After, clickedCard: null, cancellation),
                ChangeResult.Changed changed => changed.After,
                ChangeResult.Ignored ignored => ignored.Record,
                _ => record,
            };
        }
        catch (StoreUnavailableException)
        {
            // The change itself is committed and told: it must not look as if it had failed. What is not written down falls due.
            return record;
        }
    }

    /// <summary>Closing out one life of an incident says nothing about the next.</summary>
    private static IEnumerable<IncidentEvent> StillTrue(List<IncidentEvent> alongside, Incident closed, Incident now) =>
        closed.Reopened == now.Reopened ? alongside : alongside.Where(e => e is not (ClosedOut or PostmortemDrafted));

    /// <summary>An alarm joined while the incident was being resolved: it is not over.</summary>
    private async Task<IncidentRecord> BringBack(IncidentRecord record, OnCallConfiguration settings, JoinedCount count, CancellationToken cancellation)
    {
        var service = settings.ServiceOf(record.Incident);
        var result = await changes.Apply(
            record.Incident.Number,
            (r, now) =>
            {
                var plan = settings.PlannerFor(r, now).Start(r.Incident);
                return Opening.Reopen(r.Incident, alarm: null, "an alarm fired while it was being resolved", plan, service.Rules, now)
                    .Then(state => Watching.Count(state, count, r.Incident.Urgency, plan, service.Rules, now));
            },
            cancellation);
        return result is ChangeResult.Changed changed ? await Dispatch(changed.Before, changed.After, clickedCard: null, cancellation) : record;
    }
}
