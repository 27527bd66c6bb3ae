using Incidents.Application.Briefing;
using Incidents.Application.Configuration;
using Incidents.Application.Links;
using Incidents.Application.Tracing;
using Incidents.Domain;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Paging;

/// <summary>Makes the attempts that a commit claimed: one message for all whom Slack mentions, one for each person everywhere else.</summary>
public sealed class PageSender(PageChannels channels, IFallback fallback, ResponderLinks links, Briefer briefer, TimeProvider clock)
{
    /// <summary>Sends the pages of one incident, all at once. There is no report of one whose claim has run out before it left: it is somebody else's by now.</summary>
    internal async Task<IReadOnlyList<PageReport>> Send(IReadOnlyList<ClaimedPage> pages, IncidentBriefing briefing, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var messages = pages
            .GroupBy(p => p.Page.Channel is ChannelKind.Slack or Page.Shadow ? p.Page.Channel : $"{p.Page.Channel} {p.Page.Id}")
            .Select(together => Send([.. together], briefing, also: [], evenLate: false, settings, cancellation));
        return [.. (await Task.WhenAll(messages)).SelectMany(reports => reports)];
    }

    /// <summary>Sends pages of several incidents to the same people in one message.</summary>
    internal async Task<IReadOnlyList<(BelatedPages Of, PageReport Report)>> SendTogether(IReadOnlyList<(BelatedPages Of, ClaimedPage Page)> pages, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var incidents = pages.Select(p => p.Of).Distinct().OrderBy(of => of.Record.Incident.Severity).ThenBy(of => of.Record.Incident.Number.Value).ToList();
        // Whoever gathers a backlog may need longer than a claim lasts; gathering again would need as long.
        var reports = await Send([.. pages.Select(p => p.Page)], incidents[0].Briefing, [.. incidents.Skip(1).Select(of => of.Briefing)], evenLate: true, settings, cancellation);
        return [.. pages.Select(p => (p.Of, reports[0] with { Page = p.Page.Page.Id }))];
    }

    private async Task<IReadOnlyList<PageReport>> Send(
        IReadOnlyList<ClaimedPage> pages, IncidentBriefing briefing, IReadOnlyList<IncidentBriefing> also, bool evenLate, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var began = clock.Now();
        using var span = Spans.Begin($"channel {pages[0].Page.Channel}", briefing.Incident.Number, outside: true);
        var outcome = await Attempt(pages, briefing, also, evenLate, settings, cancellation);
        var took = clock.Now() - began;
        if (outcome is not (null or PageOutcome.Sent))
        {
            span.Fail(outcome.GetType().Name);
        }

        return outcome is null ? [] : [.. pages.Select(p => new PageReport(p.Page.Id, outcome, took))];
    }

    private async Task<PageOutcome?> Attempt(
        IReadOnlyList<ClaimedPage> pages, IncidentBriefing briefing, IReadOnlyList<IncidentBriefing> also, bool evenLate, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var first = pages[0].Page;
        if (first.Channel == Page.Fallback)
        {
            return first.Deadline <= clock.Now() ? null : await Publish(FallbackWords.NobodyTookThePage(briefing, first), cancellation);
        }

        if (channels.Find(first.Channel) is not { } channel)
        {
            return new PageOutcome.Failed($"this installation cannot send by {first.Channel}");
        }

        var people = pages.Select(p => p.Page.Person).Distinct().ToList();
        var link = first.Channel is ChannelKind.Slack or Page.Shadow ? null : await links.Mint(briefing.Incident.Number, first.Person, NameOf(first.Person, settings), cancellation);
        var shadow = first.Channel == Page.Shadow;
        var late = pages.Any(p => p.Page.Deadline <= clock.Now());
        if (late && !evenLate)
        {
            return null;
        }

        return await channel.Send(
            new PageMessage
            {
                Briefing = (briefing.Incident is { News: { } news } && pages.All(p => briefing.Incident.IsForNews(p.Page)) ? briefing.About(news) : briefing) with { IsShadow = shadow, Paged = briefer.People(people, settings, shadow ? briefing.Incident.Urgency : null) },
                Also = also,
                To = [.. people.Select(id => settings.FindPerson(id)).OfType<Person>()],
                Link = link,
                MayBeRepeat = late || pages.Any(p => p.MayHaveArrived),
                Attempt = first.Attempts,
                Key = $"{briefing.Incident.Number}.{first.Id}",
            },
            cancellation);
    }

    /// <summary>Where no person hears of it, the page is as open as before.</summary>
    private async Task<PageOutcome> Publish(FallbackMessage message, CancellationToken cancellation) =>
        await fallback.Publish(message, cancellation) switch
        {
            PageOutcome.Sent when !fallback.ReachesPeople => new PageOutcome.Failed("only shown on the terminal, where it reaches no person"),
            var outcome => outcome,
        };

    private static string NameOf(string id, OnCallConfiguration settings) => settings.FindPerson(id)?.Name ?? id;
}
