using Incidents.Application.Briefing;
using Incidents.Application.Configuration;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Paging;

/// <summary>Sends what a commit asked for, then writes down what became of it.</summary>
/// <remarks>
/// Whoever committed dispatches at once; work that is claimed and not settled falls due, and the sweep dispatches it.
/// The usual page is one channel call and one store call after it.
/// </remarks>
public sealed class Dispatcher(
    IncidentChanges changes,
    IConfigurationSource configuration,
    Briefer briefer,
    ITeamChannel channel,
    CloseOut closeOut,
    TimeProvider clock)
{
    /// <summary>Dispatches what a change asks for, if it is one.</summary>
    public async Task<ChangeResult> Dispatch(ChangeResult result, Uri? clickedCard, CancellationToken cancellation) =>
        result is ChangeResult.Changed changed
            ? changed with { After = await Dispatch(changed.Before, changed.After, clickedCard, cancellation) }
            : result;

    /// <summary>Dispatches what <paramref name="after"/> asks for and <paramref name="before"/> did not.</summary>
    /// <param name="before">The incident before the commit; null for a new one.</param>
    /// <param name="clickedCard">Where the card somebody clicked can be replaced, which then is all the news there has to be.</param>
    /// <returns>The incident once all is settled.</returns>
    public async Task<IncidentRecord> Dispatch(Incident? before, IncidentRecord after, Uri? clickedCard, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        var work = Work.Between(before, after.Incident);
        var briefing = briefer.Brief(after, settings);

        var pages = await Page(work, briefing, settings, cancellation);
        var alongside = new List<IncidentEvent>();
        if (work.News is { } news && await Tell(news, briefing, clickedCard, cancellation) is { } told)
        {
            alongside.Add(told);
        }

        var closing = work.ClosesOut ? await closeOut.Run(after, settings, cancellation) : CloseOutResult.Nothing;
        alongside.AddRange(closing.Events);

        var settled = await Settle(after, pages, alongside, cancellation);
        return closing.FiredMeanwhile is null ? settled : await BringBack(settled, settings, closing.FiredMeanwhile, cancellation);
    }

    private async Task<List<(int, PageOutcome)>> Page(Work work, IncidentBriefing briefing, OnCallConfiguration settings, CancellationToken cancellation)
    {
        if (work.Pages.Count == 0)
        {
            return [];
        }

        var mayBeRepeat = work.Pages.Any(p => p.MayHaveArrived);
        var outcome = await channel.Page(briefing with { Paged = briefer.People(work.Pages.Select(p => p.Page.Person), settings) }, mayBeRepeat, cancellation);
        return [.. work.Pages.Select(p => (p.Page.Id, outcome))];
    }

    private async Task<IncidentEvent?> Tell(PendingUpdate news, IncidentBriefing briefing, Uri? clickedCard, CancellationToken cancellation)
    {
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

    private async Task<IncidentRecord> Settle(IncidentRecord record, List<(int, PageOutcome)> pages, List<IncidentEvent> alongside, CancellationToken cancellation)
    {
        if (pages.Count == 0 && alongside.Count == 0)
        {
            return record;
        }

        try
        {
            var first = await changes.Apply(record, Sweeping.Settle(record.Incident, pages, alongside, clock.Now()), reclaim: null, cancellation);
            var result = first ?? await changes.Apply(record.Incident.Number, (r, now) => Sweeping.Settle(r.Incident, pages, StillTrue(alongside, record.Incident, r.Incident), now), cancellation);
            return result switch
            {
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
                var plan = settings.FirstPages(service, now);
                return Opening.Reopen(r.Incident, alarm: null, "an alarm fired while it was being resolved", plan, service.Rules, now)
                    .Then(state => Watching.Count(state, count, r.Incident.Urgency, plan, service.Rules, now));
            },
            cancellation);
        return result is ChangeResult.Changed changed ? await Dispatch(changed.Before, changed.After, clickedCard: null, cancellation) : record;
    }
}
