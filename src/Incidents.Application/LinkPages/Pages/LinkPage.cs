using System.Globalization;
using Incidents.Application.Alarms;
using Incidents.Application.Notifications;
using Incidents.Application.Slack.Cards;
using Incidents.Domain.Incidents;

namespace Incidents.Application.LinkPages.Pages;

/// <summary>The page behind a link: readable half asleep, without JavaScript, without anything that is loaded after it.</summary>
/// <remarks>The form has no address, so it goes back to the page's own: the token is nowhere in the page.</remarks>
internal static class LinkPage
{
    /// <summary>The incident and what the person can do about it.</summary>
    public static string Of(LinkView view)
    {
        var incident = view.Incident;
        var times = new CardTimes(view.Zone);
        var severity = incident.Severity.ToString();
        return Document.Around($"{incident.Number} {incident.Title}", Html.Of($"""
            <p class="tags"><span class="sev {severity.ToLowerInvariant()}">{severity}</span> {incident.Number.ToString()}</p>
            <h1>{HeadlineWords.First(view.Briefing)}</h1>
            {Cause(view.Briefing)}
            <dl class="facts">
            <dt>Service</dt><dd>{view.ServiceName}</dd>
            <dt>Since</dt><dd>{times.Of(incident.TriggeredAt, view.At)}, for {CardTimes.Length((incident.ResolvedAt ?? view.At) - incident.TriggeredAt)}</dd>
            </dl>
            {State(view, times)}
            {(view.Refused is { } why ? Html.Of($"""<section class="state triggered"><p>Nothing was changed: {why}.</p></section>""") : Html.Empty)}
            {All(view)}
            {Buttons(view)}
            {Others(view)}
            {Runbook(view.Briefing)}
            """));
    }

    /// <summary>What caused it. Words from outside are text, and an address from outside is shown as it is.</summary>
    private static Html Cause(NotificationContent briefing)
    {
        var rest = briefing.Incident.IsTitleGiven && HeadlineWords.LeadsWithAlarm(briefing) ? Html.Of($"<p>{briefing.Incident.Title}</p>") : Html.Empty;
        if (briefing.Cause is not { } cause)
        {
            return rest;
        }

        var measured = HeadlineWords.LeadsWithAlarm(briefing) ? cause.Metric ?? "" : AlarmWords.Line(cause.Name, cause.Metric);
        var console = cause.Console is { } page ? Html.Of($"""<p><a href="{Html.Address(page)}" rel="noopener noreferrer">Open the alarm in CloudWatch</a></p>""") : Html.Empty;
        return Html.Of($"""
            {rest}
            {(measured.Length == 0 ? Html.Empty : Html.Of($"<p><strong>{measured}</strong></p>"))}
            {(cause.Why.Length == 0 ? Html.Empty : Html.Of($"<p>{cause.Why}</p>"))}
            {console}
            """);
    }

    private static Html Runbook(NotificationContent briefing)
    {
        var page = briefing.Cause?.RunbookPage is { } address
            ? Html.Of($"""<p>Runbook in the alarm's description: <a href="{Html.Address(address)}" rel="noopener noreferrer">{address.Host}{address.AbsolutePath}</a></p>""")
            : Html.Empty;
        return !briefing.Incident.IsOpen ? Html.Empty
            : briefing.Runbooks is not [var best, ..] ? page
            : Html.Of($"""
                <section class="runbook"><h2>Runbook: {best.Title}</h2>
                <ol>{Html.Join(best.FirstSteps.Take(MostSteps).Select(step => Html.Of($"<li>{step}</li>")))}</ol></section>
                {page}
                """);
    }

    private const int MostSteps = 5;

    private static Html State(LinkView view, CardTimes times) => view.Incident switch
    {
        { ResolvedAt: { } at } => Html.Of($"""<section class="state resolved"><h2>It is over.</h2><p>Resolved at {times.Of(at, view.At)}: {CardPeople.Reason(view.Incident)}.</p></section>"""),
        { Status: IncidentStatus.Acknowledged, AcknowledgedAt: { } at } when view.IsTheirs =>
            Html.Of($"""<section class="state theirs"><h2>You have it, {view.Link.PersonName}.</h2><p>Acknowledged at {times.Of(at, view.At)}. Nobody else is paged any more.</p></section>"""),
        { OutsiderHasUntil: { } until, AcknowledgedBy: { } by } =>
            Html.Of($"""<section class="state triggered"><h2>None of you has it yet.</h2><p>{by.Name}, who is none of the configured people, {(view.Incident.SnoozedUntil is null ? "acknowledged" : "snoozed")} it. The policy goes on at {times.Of(until, view.At)}.</p></section>"""),
        { Status: IncidentStatus.Acknowledged, AcknowledgedAt: { } at, AcknowledgedBy: { } by } =>
            Html.Of($"""<section class="state acknowledged"><h2>{by.Name} has it.</h2><p>Acknowledged at {times.Of(at, view.At)}. You need not do anything.</p></section>"""),
        _ when view.HasEscalated => Html.Of($"""<section class="state acknowledged"><h2>The next step is being paged.</h2><p>Nobody has it yet.</p></section>"""),
        _ => Html.Of($"""<section class="state triggered"><h2>Nobody has it yet.</h2></section>"""),
    };

    /// <summary>One press for all of them comes first: its reader was woken.</summary>
    private static Html All(LinkView view)
    {
        var waiting = view.Others.Append(view.Incident).Count(incident => incident.Status == IncidentStatus.Triggered);
        return view.Others.Count == 0 || waiting < 2
            ? Html.Empty
            : Html.Of($"""
                <form method="post">
                <button class="main" name="action" value="acknowledge-all">Acknowledge all {waiting.ToString(CultureInfo.InvariantCulture)}</button>
                </form>
                """);
    }

    private static Html Others(LinkView view) => view.Others.Count == 0
        ? Html.Empty
        : Html.Of($"""
            <section><h2>{view.Others.Count.ToString(CultureInfo.InvariantCulture)} more in the same message</h2>
            <ul>{Html.Join(view.Others.Select(Other))}</ul></section>
            """);

    private static Html Other(Incident incident) => Html.Of($"<li>{incident.Number.ToString()} {incident.Severity.ToString()}: {incident.Title} ({InWords(incident)})</li>");

    private static string InWords(Incident incident) => incident switch
    {
        { IsOpen: false } => "resolved",
        { Status: IncidentStatus.Acknowledged, AcknowledgedBy: { } by } => $"{by.Name} has it",
        _ => "nobody has it yet",
    };

    private static Html Buttons(LinkView view) => view is { IsTheirs: true, Incident: { Status: IncidentStatus.Acknowledged, News: { IsSeen: false } news } }
        ? Html.Of($"""
            <section class="state triggered"><h2>New to it since you took it:</h2><p>{AlarmNames.Of(news.Names, news.Count)}</p></section>
            <form method="post"><button class="main" name="action" value="acknowledge">I know of them</button></form>
            """)
        : view.Incident.NeedsResponder
        ? Html.Of($"""
            <form method="post">
            {One(view)}
            {Escalate(view)}
            </form>
            <p class="quiet">What you do here is done as {view.Link.PersonName}. Keep the link to yourself; it works for {CardTimes.Length(view.Link.ExpiresAt - view.At)} more.</p>
            """)
        : Html.Empty;

    private static Html One(LinkView view) => view.Others.Any(incident => incident.Status == IncidentStatus.Triggered)
        ? Html.Of($"""<button class="second" name="action" value="acknowledge">Acknowledge {view.Incident.Number.ToString()} only</button>""")
        : Html.Of($"""<button class="main" name="action" value="acknowledge">Acknowledge</button>""");

    /// <summary>Not offered again on the page that says it was done: a second press would page one step more.</summary>
    private static Html Escalate(LinkView view) => view.HasEscalated
        ? Html.Empty
        : Html.Of($"""<button class="second" name="action" value="escalate">Escalate to the next</button>""");
}
