using Incidents.Application.Alarms;
using Incidents.Application.Notifications;
using Incidents.Application.Reading;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Web.Words;
using NodaTime;

namespace Incidents.Web.Api;

/// <summary>An incident with its whole story.</summary>
internal sealed class IncidentResource : IncidentSummary
{
    private IncidentResource(IncidentStory story, DueNext? next, Func<PersonId, string> person)
        : base(story.Record.Incident, person)
    {
        Next = next;
        Alarms = [.. AlarmLine.Of(story).Select(AlarmResource.Of)];
        Pages = PageHistory.Of(story.Timeline);
        Timeline = [.. TimelineLine.Of(story.Timeline, person).Select(line => new TimelineResource(line.Sequence, line.At, line.Event, line.Text))];
        Runbooks = story.Briefing.Runbooks;
        Trace = CloudWatchConsole.TracePage(story.Record.Detail.Trace, story.Record.Detail.Message?.TopicArn)?.AbsoluteUri;
        Configuration = story.Record.Detail.Configuration;
        Postmortem = story.Postmortem is null ? null : $"/api/v1/incidents/{story.Record.Incident.Number}/postmortem";
    }

    /// <summary>What the incident does next without an action by a person; null when nothing is due.</summary>
    public DueNext? Next { get; }

    public IReadOnlyList<AlarmResource> Alarms { get; }

    /// <summary>Every page with every attempt at it, oldest first.</summary>
    public IReadOnlyList<PageLine> Pages { get; }

    /// <summary>Oldest first, what joined alarms went through included.</summary>
    public IReadOnlyList<TimelineResource> Timeline { get; }

    /// <summary>The best first.</summary>
    public IReadOnlyList<RunbookHint> Runbooks { get; }

    /// <summary>Where the draft is; null when there is none.</summary>
    public string? Postmortem { get; }

    /// <summary>The trace of the invocation that opened it, in X-Ray; null when none was kept.</summary>
    public string? Trace { get; }

    /// <summary>Version of the configuration it was opened under: the hash of its content.</summary>
    public string Configuration { get; }

    public static IncidentResource Of(IncidentStory story, OnCallConfiguration settings, Instant now) =>
        new(story, DueNext.Of(story.Record, settings, now), PersonNames.In(story, settings));
}

/// <param name="Arn">The alarm's ARN, or what stands for it where the message had none.</param>
/// <param name="State">`OK`, `ALARM` or `INSUFFICIENT_DATA`.</param>
/// <param name="Firing">Not back to OK; too little data after ALARM counts as firing.</param>
/// <param name="Opened">It opened the incident, or brought it back.</param>
/// <param name="Console">Its page in the AWS console; null when it cannot be derived.</param>
internal sealed record AlarmResource(
    string Name, string Arn, string? Contributor, string State, Instant ChangedAt, bool Firing, bool Opened, string Severity, Instant JoinedAt, string Reason, string? Console)
{
    public static AlarmResource Of(AlarmLine line) => new(
        line.Name,
        line.Member.Key.Value,
        line.Member.ContributorId,
        AlarmWords.State(line.Change.State),
        line.Change.At,
        line.IsFiring,
        line.Opened,
        line.Severity.ToString(),
        line.JoinedAt,
        line.Reason,
        line.Console?.AbsoluteUri);
}

/// <param name="Sequence">1 for the first; 0 for what joined alarms went through, which stands by its time.</param>
/// <param name="Event">Name of the event.</param>
/// <param name="Text">The same in words.</param>
internal sealed record TimelineResource(int Sequence, Instant At, string Event, string Text);
