using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Application.Notifications;

/// <summary>All that a card, a message or a page in the console says about an incident, gathered once.</summary>
public sealed record NotificationContent
{
    /// <summary>The incident as committed.</summary>
    public required Incident Incident { get; init; }

    /// <summary>The alarm whose message opened it; null when a person declared it or it could not be parsed.</summary>
    public Alarm? Alarm { get; init; }

    /// <summary>The alarm that pages are about; null when none has fired for it.</summary>
    public AlarmCause? Cause
    {
        get => field ?? (Alarm is null ? null : AlarmCause.Of(Alarm));
        init;
    }

    /// <summary>The new alarms that this message tells the holder about; null when it is about the incident itself.</summary>
    public NewAlarms? NewAlarms { get; init; }

    /// <summary>The text that was no alarm, or could not be parsed; null otherwise.</summary>
    public string? Text { get; init; }

    /// <summary>The service's name for people.</summary>
    public required string ServiceName { get; init; }

    /// <summary>What people call the AWS account of its alarm; null where accounts are not distinguished.</summary>
    public string? Account { get; init; }

    /// <summary>`Checkout (prod)`: what broke, for the first line of whatever is sent.</summary>
    public string ServiceAndAccount => Account is null ? ServiceName : $"{ServiceName} ({Account})";

    /// <summary>The team's channel that the service's cards go to.</summary>
    public required TeamChannel Team { get; init; }

    /// <summary>Time zone of the schedule that the service pages, for times in messages that page no person.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>What the reader has to know while the store gives no answer: there is no incident yet, its number means nothing and nothing can be pressed. Null otherwise.</summary>
    public string? Degraded { get; init; }

    /// <summary>Whether its service is in shadow mode and sends no pages: what is posted says so first, without mentions.</summary>
    public bool IsShadow { get; init; }

    /// <summary>Who is being paged, or was paged last.</summary>
    public IReadOnlyList<PagedPerson> Paged { get; init; } = [];

    /// <summary>Name of the person whom the newest page reached, when other people are being paged now; null when no page had reached a person before.</summary>
    public string? AskedBefore { get; init; }

    /// <summary>Names of whom a degraded page woke before the incident could open.</summary>
    public IReadOnlyList<string> ToldBefore { get; init; } = [];

    /// <summary>Who has it, or resolved it while an alarm fired, if they are in the configuration; null for anything else.</summary>
    public PagedPerson? Holder { get; init; }

    /// <summary>The same, addressed to the holder, about alarms that are new to the incident.</summary>
    public NotificationContent About(NewAlarms news) => this with
    {
        Incident = Incident with { Lead = news.Lead },
        Cause = AlarmCause.Of(news.Lead, Alarm),
        NewAlarms = news,
    };

    /// <summary>Whom a press on Escalate would page as things stand: `Ben and Cleo`; null when it would page no person.</summary>
    public string? NextStep { get; init; }

    /// <summary>The runbooks that fit, the best first.</summary>
    public IReadOnlyList<RunbookHint> Runbooks { get; init; } = [];

    /// <summary>Whether a postmortem is drafted when it is resolved.</summary>
    public bool IsDrafted { get; init; }
}

/// <summary>A person a page goes to.</summary>
/// <param name="SlackId">Slack user id; null when the configuration has none.</param>
/// <param name="Zone">Where they are, for times in their words.</param>
/// <param name="Until">End of their shift; null when it is not known.</param>
public sealed record PagedPerson(PersonId Id, string Name, string? SlackId, DateTimeZone Zone, Instant? Until)
{
    /// <summary>By which channels they would be paged, and after how long each, in words; empty where they are paged in earnest.</summary>
    public string WouldBePagedBy { get; init; } = "";

    /// <summary>When their time off ends; null when they have none now.</summary>
    public Instant? AwayUntil { get; init; }
}

/// <summary>A runbook as far as a card shows it.</summary>
/// <param name="FirstSteps">Plain text, variables filled.</param>
public sealed record RunbookHint(string Id, string Title, IReadOnlyList<string> FirstSteps);
