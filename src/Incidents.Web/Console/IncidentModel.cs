using Incidents.Application.Alarms;
using Incidents.Application.Markdown;
using Incidents.Application.Notifications;
using Incidents.Application.Reading;
using Incidents.Application.Runbooks;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Web.Words;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace Incidents.Web.Console;

/// <summary>What the page of one incident shows.</summary>
public sealed record IncidentModel
{
    public required IncidentStory Story { get; init; }

    public required OnCallConfiguration Settings { get; init; }

    /// <summary>As of when.</summary>
    public required Instant Now { get; init; }

    /// <summary>The runbooks that fit, variables filled, the best first.</summary>
    public required IReadOnlyList<RenderedRunbook> Runbooks { get; init; }

    /// <summary>The postmortem draft; null when there is none.</summary>
    public MarkupString? Postmortem { get; init; }

    /// <summary>What became of the form that was just sent, when nothing did.</summary>
    public string? Notice { get; init; }

    /// <summary>Whom a person is about to page as well and has yet to confirm; null when they are not.</summary>
    public AskedToPage? Asked { get; init; }

    /// <summary>The text of a note that was not taken, so that the form still holds it.</summary>
    public string? Draft { get; init; }

    public Incident Incident => Story.Record.Incident;

    /// <summary>What the incident does next without an action by a person; null when nothing is due.</summary>
    public DueNext? Next => DueNext.Of(Story.Record, Settings, Now);

    /// <summary>The trace of the invocation that opened it, in X-Ray; null when none was kept.</summary>
    public Uri? Trace => CloudWatchConsole.TracePage(Story.Record.Detail.Trace, Story.Record.Detail.Message?.TopicArn);

    public IReadOnlyList<PageLine> Pages => PageHistory.Of(Story.Timeline);

    /// <summary>A person's name by id.</summary>
    public Func<PersonId, string> NameOf => PersonNames.In(Story, Settings);

    public static IncidentModel Of(IncidentStory story, OnCallConfiguration settings, RunbookLibrary library, Instant now)
    {
        var incident = story.Record.Incident;
        var variables = RunbookVariables.From(incident.Number, incident.Service, NotificationContentBuilder.VariablesOf(incident.Lead, story.Briefing.Alarm));
        return new IncidentModel
        {
            Story = story,
            Settings = settings,
            Now = now,
            Runbooks = [.. NotificationContentBuilder.RunbooksOf(story.Record).Select(library.Find).OfType<Runbook>().Select(r => new RenderedRunbook(r, new MarkupString(r.ToHtml(variables, HeadingsBelow))))],
            Postmortem = story.Postmortem is { } draft ? new MarkupString(MarkdownRenderer.ToHtml(draft, "postmortem", headingOffset: HeadingsBelow)) : null,
        };
    }

    /// <summary>The page has its own title and section headings above those of the texts.</summary>
    private const int HeadingsBelow = 2;
}

/// <summary>A person or team that is to be paged as well, once the press is confirmed.</summary>
/// <param name="To">Id of a person or a team.</param>
/// <param name="Names">Whom that pages now; null when the id can page none.</param>
public sealed record AskedToPage(string To, string? Names);

/// <summary>A runbook as HTML that its renderer has made safe.</summary>
public sealed record RenderedRunbook(Runbook Runbook, MarkupString Html);
