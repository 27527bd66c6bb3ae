using Incidents.Application.Configuration;
using Incidents.Application.Notifications;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Paging;

/// <summary>Sends what a commit asked for, then writes down what became of it.</summary>
/// <remarks>
/// The process that committed dispatches at once; work that is claimed and not settled falls due, and the sweep dispatches it.
/// The usual page is one channel call and one store call after it. A claim that has run out before its work was begun belongs to another process by now.
/// </remarks>
public sealed class Dispatcher(
    IncidentChanges changes,
    IOnCallConfigurationProvider configuration,
    NotificationContentBuilder briefer,
    PageSender sender,
    RecentPages recent,
    NotificationChannels channels,
    ResolutionFollowUp closeOut,
    TimeProvider clock)
{
    /// <summary>Dispatches what a change asks for, if it is one.</summary>
    public async Task<ChangeResult> Dispatch(ChangeResult result, CancellationToken cancellation, MessageRef? clicked = null) =>
        result is ChangeResult.Changed changed
            ? changed with { After = await Dispatch(changed.Before, changed.After, cancellation, clicked) }
            : result;

    /// <summary>Dispatches what <paramref name="after"/> asks for and <paramref name="before"/> did not.</summary>
    /// <remarks>While no configuration can be read nothing can be sent: the change stands, and what it asks for falls due once one can.</remarks>
    /// <param name="before">The incident before the commit; null for a new one.</param>
    /// <param name="clicked">The message that was clicked: replacing it takes the place of an update.</param>
    /// <returns>The incident once all is settled.</returns>
    public async Task<IncidentRecord> Dispatch(Incident? before, IncidentRecord after, CancellationToken cancellation, MessageRef? clicked = null)
    {
        if (await configuration.CurrentOrNone(cancellation) is null)
        {
            return after;
        }

        var settled = await Dispatch(before, after, gathering: null, cancellation, clicked);
        await recent.Write(cancellation);
        return settled;
    }

    /// <summary>The same, but pages that others may share a message with are only put there; the caller sends them by <see cref="Send"/>.</summary>
    internal async Task<IncidentRecord> Dispatch(Incident? before, IncidentRecord after, Gathered? gathering, CancellationToken cancellation, MessageRef? clicked = null)
    {
        var settings = await configuration.Current(cancellation);
        var work = DispatchPlan.Between(before, after.Incident);
        var briefing = briefer.Brief(after, settings);
        recent.Take(before, after.Incident);

        if (gathering is not null && work.News is { } shared && clicked is null)
        {
            gathering.News.Add(new GatheredUpdate(after, briefing, shared));
        }

        var pages = work.Pages.ToLookup(p => gathering is not null && p.MayShare && !after.Incident.Source.IsCheck());
        if (pages[true].Any())
        {
            gathering!.Pages.Add(new DelayedPages(after, briefing, [.. pages[true]]));
        }

        // The clicker looks at the card: it is not kept waiting for the channels of the pages. The note of the last minute goes beside them: no page waits for it.
        var sending = sender.Send([.. pages[false]], briefing, settings, cancellation);
        var noting = gathering is null ? recent.Write(cancellation) : Task.CompletedTask;
        var telling = clicked is not null ? Replace(clicked, work.News, briefing, cancellation)
            : gathering is null ? Then(sending, () => TellAlone(work.News, briefing, cancellation))
            : Nothing;
        await Task.WhenAll(sending, telling, noting);
        var reports = await sending;
        var alongside = new List<IncidentEvent>();
        if (await telling is { } told)
        {
            alongside.Add(told);
        }

        var closing = work.ClosesOut && after.Incident.FollowUpAt > clock.Now() ? await closeOut.Run(after, settings, cancellation) : FollowUpResult.Nothing;
        alongside.AddRange(closing.Events);

        var settled = await Settle(after, reports, alongside, gathering, settings, cancellation);
        return closing.FiredMeanwhile is null ? settled : await BringBack(settled, settings, closing.FiredMeanwhile, cancellation);
    }

    /// <summary>Sends what a pass of the sweep put aside. What another channel has to do thereupon is gathered and sent in the same way.</summary>
    internal async Task Send(Gathered gathered, CancellationToken cancellation)
    {
        if (gathered.IsEmpty)
        {
            await recent.Write(cancellation);
            return;
        }

        var settings = await configuration.Current(cancellation);
        while (!gathered.IsEmpty)
        {
            var next = gathered.Next();
            var reports = await Task.WhenAll(gathered.Pages
                .SelectMany(of => of.Pages.Select(page => (Of: of, Page: page)))
                .GroupBy(p => DeliveryTarget.Of(p.Page.Page, p.Of.Record.Incident, settings))
                .Select(group => sender.SendGroup([.. group], gathered.Known, settings, cancellation)));

            // Pages go first; updates wake no person.
            var told = await Task.WhenAll(gathered.News.GroupBy(n => n.Briefing.Team).Select(group => TellGroup([.. group], cancellation)));
            var results = reports.SelectMany(r => r).Select(r => (r.Of.Record, Report: (PageReport?)r.Report, Told: (IncidentEvent?)null))
                .Concat(told.SelectMany(t => t).Select(t => (t.Record, Report: (PageReport?)null, Told: (IncidentEvent?)t.Told)));
            foreach (var some in results.GroupBy(r => r.Record.Incident.Number).Chunk(SettledAtATime))
            {
                await Task.WhenAll(some.Select(of => Settle(of.First().Record, [.. of.Select(r => r.Report).OfType<PageReport>()], [.. of.Select(r => r.Told).OfType<IncidentEvent>()], next, settings, cancellation)));
            }

            gathered = next;
        }

        await recent.Write(cancellation);
    }

    private static async Task<IncidentEvent?> Then(Task first, Func<Task<IncidentEvent?>> next)
    {
        await first;
        return await next();
    }

    /// <summary>Sends an update by itself, unless the channel gets too many: then it stays due, and the sweep sends it with others.</summary>
    private async Task<IncidentEvent?> TellAlone(PendingUpdate? news, NotificationContent briefing, CancellationToken cancellation) =>
        news is not null && !recent.MayTell(briefing.Team, [briefing.Incident.Number]) ? null : await Tell(news, briefing, cancellation);

    /// <summary>News of one channel: each by itself while that is little, else all in as few messages as name every incident, the worst first.</summary>
    private async Task<IReadOnlyList<(IncidentRecord Record, IncidentEvent Told)>> TellGroup(IReadOnlyList<GatheredUpdate> group, CancellationToken cancellation)
    {
        var told = new List<(IncidentRecord, IncidentEvent)>();
        var alone = recent.MayTell(group[0].Briefing.Team, [.. group.Select(n => n.Record.Incident.Number)]);
        var due = group.Where(n => n.News.ClaimedUntil > clock.Now()).OrderBy(n => n.Record.Incident.Severity).ThenBy(n => n.Record.Incident.Number.Value);
        foreach (var some in due.Chunk(alone ? 1 : Notification.Update.MostNamed))
        {
            var outcome = await channels.Tell(new Notification.Update([.. some.Select(n => new IncidentUpdate(n.Briefing, n.News.Kind))]), replaces: null, cancellation);
            told.AddRange(some.Select(n => (n.Record, Event: Told(n.News, outcome))).Where(t => t.Event is not null).Select(t => (t.Record, (IncidentEvent)t.Event!)));
        }

        return told;
    }

    private async Task<IncidentEvent?> Tell(PendingUpdate? news, NotificationContent briefing, CancellationToken cancellation) =>
        news is not null && news.ClaimedUntil > clock.Now()
            ? Told(news, await channels.Tell(new Notification.Update([new IncidentUpdate(briefing, news.Kind)]), replaces: null, cancellation))
            : null;

    /// <summary>The message that was clicked shows the incident as it is now; then the channel needs no update about it.</summary>
    private async Task<IncidentEvent?> Replace(MessageRef clicked, PendingUpdate? news, NotificationContent briefing, CancellationToken cancellation)
    {
        var outcome = await channels.Tell(new Notification.State(briefing), clicked, cancellation);
        return news is not null && outcome is DeliveryResult.Delivered ? new ChannelUpdated(clock.Now(), news.Since, Failure: null) : null;
    }

    private ChannelUpdated? Told(PendingUpdate news, DeliveryResult outcome) => outcome switch
    {
        DeliveryResult.Delivered => new ChannelUpdated(clock.Now(), news.Since, Failure: null),
        DeliveryResult.Rejected failed => new ChannelUpdated(clock.Now(), news.Since, failed.Answer),

        // A duplicate update is worse than a missing one: it is sent again only when it certainly did not arrive.
        DeliveryResult.Unknown => new ChannelUpdated(clock.Now(), news.Since, Failure: null),
        _ => null,
    };

    private async Task<IncidentRecord> Settle(
        IncidentRecord record, IReadOnlyList<PageReport> pages, List<IncidentEvent> alongside, Gathered? gathering, OnCallConfiguration settings, CancellationToken cancellation)
    {
        if (pages.Count == 0 && alongside.Count == 0)
        {
            return record;
        }

        try
        {
            var now = clock.Now();
            var known = gathering?.Known ?? recent.Known();
            var first = await changes.Apply(record, Delivering.Settle(record.Incident, pages, alongside, settings.PlannerFor(record, known, now), now), reclaim: null, cancellation);
            var result = first ?? await changes.Apply(
                record.Incident.Number,
                (r, at) => Delivering.Settle(r.Incident, pages, StillTrue(alongside, record.Incident, r.Incident), settings.PlannerFor(r, known, at), at),
                cancellation);
            return result switch
            {
                // A channel that failed may have had another asked in its place, by this very commit.
                ChangeResult.Changed changed when !DispatchPlan.Between(changed.Before, changed.After.Incident).IsNothing => await Dispatch(changed.Before, changed.After, gathering, cancellation),
                ChangeResult.Changed changed => Noted(changed),
                ChangeResult.Ignored ignored => ignored.Record,
                _ => record,
            };
        }
        catch (StoreUnavailableException)
        {
            // The change itself is committed and sent: it must not look as if it had failed. What is not written down falls due.
            return record;
        }
    }

    /// <summary>What another channel does in a moment, together with others, counts for those that fall due until then.</summary>
    private IncidentRecord Noted(ChangeResult.Changed changed)
    {
        recent.Take(changed.Before, changed.After.Incident);
        return changed.After;
    }

    /// <summary>Closing out one life of an incident says nothing about the next.</summary>
    private static IEnumerable<IncidentEvent> StillTrue(List<IncidentEvent> alongside, Incident closed, Incident now) =>
        closed.Reopened == now.Reopened ? alongside : alongside.Where(e => e is not (FollowUpCompleted or PostmortemDrafted));

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
        return result is ChangeResult.Changed changed ? await Dispatch(changed.Before, changed.After, cancellation) : record;
    }

    private static Task<IncidentEvent?> Nothing { get; } = Task.FromResult<IncidentEvent?>(null);

    /// <summary>Each waits for the store most of the time.</summary>
    private const int SettledAtATime = 16;
}
