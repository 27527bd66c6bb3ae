using Incidents.Application.Alarms;
using Incidents.Application.Runbooks;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Notifications;

/// <summary>The alarm that a page is about, as far as messages show it. Its words are the sender's: escape them where they are shown.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Metric">What was measured against which limit; null when that is not known.</param>
/// <param name="Why">Why it fired, in one to three sentences; empty when that is not known.</param>
public sealed record AlarmCause(string Name, string? Metric, string Why)
{
    /// <summary>Where in AWS it is; null where that is not known.</summary>
    public AlarmOrigin? Origin { get; init; }

    /// <summary>Its page in the AWS console; null when it cannot be derived.</summary>
    public Uri? Console { get; init; }

    /// <summary>The runbook page that its description names; null when it names none, or none that is safe to show.</summary>
    public Uri? RunbookPage { get; init; }

    /// <summary>What the reader must not conclude; null when there is nothing.</summary>
    public string? Caveat { get; init; }

    /// <summary>The text a person gave it; empty when that is not kept.</summary>
    public string Description { get; init; } = "";

    /// <summary>The rule of a composite; null for any other, and where it is not kept.</summary>
    public CompositeRule? Composite { get; init; }

    /// <summary>The cause from an alarm whose whole message is at hand.</summary>
    public static AlarmCause Of(Alarm alarm) => new(alarm.Name, AlarmWords.Metric(alarm), AlarmWords.Why(alarm))
    {
        Origin = alarm.Origin,
        Console = CloudWatchConsole.AlarmPage(alarm),
        RunbookPage = RunbookMention.In(alarm.Description)?.Link,
        Caveat = AlarmWords.Caveat(alarm),
        Description = alarm.Description,
        Composite = alarm.Composite,
    };

    /// <summary>The cause from an alarm of which the incident keeps what pages need.</summary>
    /// <param name="told">The alarm whose message opened the incident; null when there is none.</param>
    internal static AlarmCause Of(LeadingAlarm lead, Alarm? told)
    {
        if (told?.Member == lead.Member)
        {
            return Of(told) with { Name = lead.Name, Metric = lead.Metric ?? AlarmWords.Metric(told), Why = lead.Why ?? AlarmWords.Why(told) };
        }

        return new AlarmCause(lead.Name, lead.Metric, lead.Why ?? "")
        {
            Origin = AlarmArn.OriginOf(lead.Member.Key),
            Console = CloudWatchConsole.AlarmPage(lead.Member.Key),
            RunbookPage = lead.RunbookPage is { } page && Uri.TryCreate(page, UriKind.Absolute, out var address) ? address : null,
        };
    }
}
