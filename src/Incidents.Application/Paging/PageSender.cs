using Incidents.Application.Links;
using Incidents.Application.Notifications;
using Incidents.Application.Time;
using Incidents.Application.Tracing;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Application.Paging;

/// <summary>Makes the attempts that a commit claimed: one message for all whom Slack mentions, one for each person everywhere else.</summary>
public sealed class PageSender(NotificationChannels channels, IFallback fallback, ResponderLinks links, NotificationContentBuilder briefer, RecentPages recent, TimeProvider clock)
{
    /// <summary>Sends the pages of one incident, all at once. A page whose claim ran out before it left is not reported: it belongs to another process by now.</summary>
    internal async Task<IReadOnlyList<PageReport>> Send(IReadOnlyList<ClaimedPage> pages, NotificationContent briefing, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var messages = pages
            .GroupBy(p => Page.IsForTeam(p.Page.Channel) ? p.Page.Channel : $"{p.Page.Channel} {p.Page.Id}")
            .Select(together => Send([.. together], briefing, also: [], evenLate: false, settings, cancellation));
        return [.. (await Task.WhenAll(messages)).SelectMany(reports => reports)];
    }

    /// <summary>Sends pages that arrive at the same place: as one message when one of them waited for that or a person would hear of too many within the minute, else each on its own.</summary>
    internal async Task<IReadOnlyList<(DelayedPages Of, PageReport Report)>> SendGroup(
        IReadOnlyList<(DelayedPages Of, ClaimedPage Page)> pages, LastMinute known, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var now = clock.Now();
        if (pages.Any(p => p.Page.IsBelated(now)) || pages.GroupBy(p => p.Page.Page.Person).Any(IsTooMuch))
        {
            return await SendTogether(pages, settings, cancellation);
        }

        var alone = await Task.WhenAll(pages.GroupBy(p => p.Of, p => p.Page).Select(async of => (await Send([.. of], of.Key.Briefing, settings, cancellation)).Select(report => (of.Key, report))));
        return [.. alone.SelectMany(reports => reports)];

        bool IsTooMuch(IGrouping<PersonId, (DelayedPages Of, ClaimedPage Page)> person)
        {
            var channel = person.First().Page.Page.Channel;
            var incidents = person.Select(p => p.Of).Distinct().Count();
            return incidents > 1 && known.Told(person.Key, channel, now) + incidents > LastMinute.MostAlone(channel);
        }
    }

    /// <summary>As few messages as have room to name every incident, the worst first.</summary>
    private async Task<IReadOnlyList<(DelayedPages Of, PageReport Report)>> SendTogether(IReadOnlyList<(DelayedPages Of, ClaimedPage Page)> pages, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var now = clock.Now();
        pages = [.. pages.Where(p => p.Page.Page.Deadline > now || p.Page.MayLeaveLate(now))];
        var reports = new List<(DelayedPages, PageReport)>();
        if (pages.Count == 0)
        {
            return reports;
        }

        var incidents = pages.Select(p => p.Of).Distinct().OrderBy(of => of.Record.Incident.Severity).ThenBy(of => of.Record.Incident.Number.Value).ToList();
        var channel = pages[0].Page.Page.Channel;
        while (incidents.Count > 0)
        {
            var named = incidents[..Math.Min(incidents.Count, Room.For(channel, [.. incidents.Select(of => of.Briefing)]))];
            var theirs = named.SelectMany(of => pages.Where(p => p.Of == of)).ToList();

            // Gathering may take longer than a claim lasts; gathering again would take as long.
            if (await Send([.. theirs.Select(p => p.Page)], named[0].Briefing, [.. named.Skip(1).Select(of => of.Briefing)], evenLate: true, settings, cancellation) is not [PageReport.Attempted report, ..])
            {
                break;
            }

            incidents.RemoveRange(0, named.Count);
            var rest = LastMinute.MostAlone(channel) > 1 || report.Result is not DeliveryResult.Delivered ? [] : pages.Where(p => incidents.Contains(p.Of)).ToList();
            if (report.Result is DeliveryResult.RetryLater)
            {
                // The next would only hear the same.
                rest = [.. pages.Where(p => incidents.Contains(p.Of))];
            }

            reports.AddRange(theirs.Select(p => (p.Of, (PageReport)(report with { Page = p.Page.Page.Id }))));
            if (rest.Count > 0)
            {
                var next = clock.Now() + LastMinute.Length;
                reports.AddRange(rest.Select(p => (p.Of, report.Result is DeliveryResult.Delivered ? new PageReport.Gathered(p.Page.Page.Id, next) : (PageReport)(report with { Page = p.Page.Page.Id }))));
                break;
            }
        }

        return reports;
    }

    private async Task<IReadOnlyList<PageReport>> Send(
        IReadOnlyList<ClaimedPage> pages, NotificationContent briefing, IReadOnlyList<NotificationContent> also, bool evenLate, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var began = clock.Now();
        using var span = Spans.Begin($"channel {pages[0].Page.Channel}", briefing.Incident.Number, outside: true);
        var outcome = await Attempt(pages, briefing, also, evenLate, settings, cancellation);
        var target = DeliveryTarget.Of(pages[0].Page, briefing.Incident, settings);
        if (outcome is DeliveryResult.RetryLater later)
        {
            // One wait for all pages of the message: they come back together.
            var wait = later.After ?? BackOff.After(pages.Max(p => p.Page.Attempts), target.IsShared ? briefing.Incident.Number.ToString() : KeyOf(briefing, pages[0].Page));
            recent.Hear(target, later.After ?? Duration.Min(wait, LastMinute.Gather));
            outcome = later with { After = wait };
        }
        else if (outcome is DeliveryResult.Delivered)
        {
            recent.HearTaken(target);
        }

        var took = clock.Now() - began;
        if (outcome is not (null or DeliveryResult.Delivered))
        {
            span.Fail(outcome.GetType().Name);
        }

        return outcome is null ? [] : [.. pages.Select(p => new PageReport.Attempted(p.Page.Id, outcome, took))];
    }

    private async Task<DeliveryResult?> Attempt(
        IReadOnlyList<ClaimedPage> pages, NotificationContent briefing, IReadOnlyList<NotificationContent> also, bool evenLate, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var first = pages[0].Page;
        if (first.Channel == Page.Fallback)
        {
            return first.Deadline <= clock.Now() ? null : await Publish(FallbackWords.NobodyTookThePage(briefing, first), cancellation);
        }

        if (!channels.CanSend(first.Channel, briefing.Team))
        {
            return new DeliveryResult.Rejected($"this installation cannot send by {first.Channel}");
        }

        var people = pages.Select(p => p.Page.Person).Distinct().ToList();
        var link = Page.IsForTeam(first.Channel) ? null : await links.Mint([briefing.Incident.Number, .. also.Select(b => b.Incident.Number)], first.Person, settings.NameOf(first.Person), cancellation);
        var shadow = first.Channel == Page.Shadow;
        var now = clock.Now();
        var late = pages.Any(p => p.Page.Deadline <= now);
        if (late && !(evenLate && pages.All(p => p.Page.Deadline > now || p.MayLeaveLate(now))))
        {
            return null;
        }

        var own = pages.Where(p => p.Incident == briefing.Incident.Number);
        return await channels.Page(
            first.Channel,
            new Notification.Page
            {
                Briefing = (briefing.Incident is { News: { } news } && own.All(p => briefing.Incident.IsForNews(p.Page)) ? briefing.About(news) : briefing) with { IsShadow = shadow, Paged = briefer.People(people, settings, shadow ? briefing.Incident.Urgency : null) },
                Also = also,
                Pages = [.. pages.Select(p => new ToldPage(p.Incident, p.Page.Id))],
                To = [.. people.Select(id => settings.FindPerson(id)).OfType<Person>()],
                Link = link,
                MayBeRepeat = late || pages.Any(p => p.MayHaveArrived),
                Attempt = first.Attempts,
                Key = KeyOf(briefing, first),
            },
            cancellation);
    }

    /// <summary>Where the fallback reaches no person, the page is as open as before.</summary>
    private async Task<DeliveryResult> Publish(FallbackMessage message, CancellationToken cancellation) =>
        await ChannelCall.Ask(() => fallback.Publish(message, cancellation), cancellation) switch
        {
            DeliveryResult.Delivered when !fallback.ReachesPeople => new DeliveryResult.Rejected("only shown on the terminal, where it reaches no person"),
            var outcome => outcome,
        };

    private static string KeyOf(NotificationContent briefing, Page page) => $"{briefing.Incident.Number}.{page.Id}";
}
