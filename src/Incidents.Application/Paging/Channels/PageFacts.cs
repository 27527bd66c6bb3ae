using Incidents.Application.Markdown;
using Incidents.Application.Notifications;

namespace Incidents.Application.Paging.Channels;

/// <summary>What every message says, on single lines in which nothing is hidden. Not escaped for any medium.</summary>
internal sealed record PageFacts(string Number, string Severity, string Service, string Title, string? Why, string Person, bool IsUrgent, string? Repeat, Uri? Link)
{
    /// <summary>Whether it is a test, which asks only for a receipt.</summary>
    public bool IsTest { get; init; }

    /// <summary>Whether its reader holds the incident and is paged for alarms that are new to it.</summary>
    public bool IsForHolder { get; init; }

    /// <summary>The alarm's page in the AWS console; null when it cannot be derived.</summary>
    public Uri? Console { get; init; }

    /// <summary>Title of the runbook that fits best; null when none does.</summary>
    public string? Runbook { get; init; }

    /// <summary>The runbook page that the alarm's description names; null when it names none.</summary>
    public Uri? RunbookPage { get; init; }

    /// <summary>Why there is nothing to acknowledge; null when there is.</summary>
    public string? Degraded { get; init; }

    private const int LongestTitle = 200;
    private const int LongestService = 60;
    private const int LongestWhy = 500;

    public static PageFacts Of(PageMessage message)
    {
        var (briefing, incident) = (message.Briefing, message.Briefing.Incident);
        return new PageFacts(
            message is Notification.TestPage ? "TEST" : briefing.Degraded is not null ? "DEGRADED" : incident.Number.ToString(),
            incident.Severity.ToString(),
            VisibleText.Of(briefing.ServiceAndAccount, LongestService),
            VisibleText.Of(briefing.NewAlarms is { Count: > 1 } news ? $"new alarms: {AlarmNames.Of(news.Names, news.Count)}" : HeadlineWords.Line(briefing, LongestTitle), LongestTitle),
            briefing.Cause is { Why.Length: > 0 } cause ? VisibleText.Of(cause.Why, LongestWhy) : null,
            VisibleText.Of(message.To.Count > 0 ? message.To[0].Name : "", LongestService),
            incident.Urgency == Domain.Urgency.High,
            message.MayBeRepeat ? "This may be a repeat: nobody knows whether the last attempt arrived." : null,
            message.Link)
        {
            IsTest = message is Notification.TestPage,
            IsForHolder = briefing.NewAlarms is not null,
            Console = briefing.Cause?.Console,
            Runbook = briefing.Runbooks is [var best, ..] ? VisibleText.Of(best.Title, LongestService) : null,
            RunbookPage = briefing.Cause?.RunbookPage,
            Degraded = briefing.Degraded,
            Others = message.Also,
            Several = SeveralWords.Of([briefing, .. message.Also]),
        };
    }

    /// <summary>The incidents after the worst one, which the rest of the facts is about; empty for the usual page.</summary>
    public IReadOnlyList<NotificationContent> Others { get; init; } = [];

    /// <summary>How many incidents the message is about.</summary>
    public int Count => Others.Count + 1;

    /// <summary>`12 incidents`, or what else they are together.</summary>
    public string Several { get; init; } = "";

    /// <summary>`5 to 43, 47`, the numbers of the others.</summary>
    public string OtherNumbers => NumberRanges.Of(Others.Select(b => b.Incident.Number));

    /// <summary>The command that takes what the message is about.</summary>
    public string Command => Others.Count == 0 ? $"incidents ack {Number}" : "incidents ack --mine";

    /// <summary>`Acknowledge INC-4`, `Acknowledge all 40`.</summary>
    public string Acknowledge => Others.Count == 0 ? $"Acknowledge {Number}" : $"Acknowledge all {Count}";

    /// <summary>What to do, for a reader.</summary>
    public string HowToAcknowledge => Degraded ?? (IsTest ? Link is null ? "Tell your team that it arrived." : "I got it:" : Link is null ? $"Acknowledge in Slack, or: {Command}" : Others.Count == 0 ? "Acknowledge:" : $"Acknowledge all {Count}:");
}
