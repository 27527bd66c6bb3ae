using Incidents.Domain.Alarms;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;

namespace Incidents.Domain.Services;

/// <summary>Something people depend on, whose alarms become its incidents.</summary>
public sealed record Service
{
    public required ServiceId Id { get; init; }

    /// <summary>The name people read.</summary>
    public required string Name { get; init; }

    /// <summary>Names of the alarms that are this service's.</summary>
    public IReadOnlyList<Glob> Alarms { get; init; } = [];

    /// <summary>An alarm that carries all of these is this service's too, unless a pattern claims it; empty claims none.</summary>
    public IReadOnlyList<ServiceTag> AlarmTags { get; init; } = [];

    /// <summary>Where its alarms are. Where no pattern and no tag is given, every alarm there is this service's that no other claims.</summary>
    public AlarmPlaces Places { get; init; } = AlarmPlaces.Anywhere;

    /// <summary>How bad an alarm is; the first rule that fits counts.</summary>
    public IReadOnlyList<SeverityRule> SeverityRules { get; init; } = [];

    /// <summary>Severity where no rule fits and the alarm's description names none; null means Sev2.</summary>
    public Severity? DefaultSeverity { get; init; }

    /// <summary>Id of the owning team; null when none is named.</summary>
    public TeamId? Team { get; init; }

    /// <summary>Id of the escalation policy; null means the catch-all is paged at once.</summary>
    public PolicyId? Policy { get; init; }

    /// <summary>Everything runs but no page is sent: the team's channel reads whom it would page.</summary>
    public bool IsShadow { get; init; }

    /// <summary>Ids of runbooks to attach whatever the alarm is called.</summary>
    public IReadOnlyList<string> Runbooks { get; init; } = [];

    /// <summary>Marks that maintenance windows may choose it by.</summary>
    public IReadOnlyList<ServiceTag> Tags { get; init; } = [];

    /// <summary>How its incidents group, recover and reopen.</summary>
    public IncidentRules Rules { get; init; } = IncidentRules.Default;

    /// <summary>Whether its incidents wake people, whatever their severity; null leaves it to the severity.</summary>
    public Urgency? Urgency { get; init; }

    /// <summary>When Sev3 wakes people; null means always.</summary>
    public SupportHours? SupportHours { get; init; }

    /// <summary>The team's channel that gets its cards; null means the usual one.</summary>
    public TeamChannel? Channel { get; init; }

    /// <summary>What deployments, builds, scans and tasks that fail do; by default they are notes on its open incident.</summary>
    public DeploymentSettings Deployments { get; init; } = new();

    /// <summary>Severities whose incidents get a postmortem draft when they resolve.</summary>
    public IReadOnlyList<Severity> PostmortemFor { get; init; } = [Severity.Sev1, Severity.Sev2];
}

/// <summary>A severity for alarms of which everything it names fits; with a source or a subject, one for messages of other senders.</summary>
/// <param name="Alarm">Pattern for the whole name; null means any.</param>
/// <param name="Description">Pattern for the whole description, or a message's text; null means any.</param>
public sealed record SeverityRule(Glob? Alarm, Glob? Description, Severity Severity)
{
    /// <summary>Pattern for who sent a message, such as `aws.guardduty`; null means any.</summary>
    public Glob? Source { get; init; }

    /// <summary>Pattern for a message's subject, its event's `detail-type` or its title; null means any.</summary>
    public Glob? Subject { get; init; }

    /// <summary>Without a source or a subject it is meant for alarms, and with one for other messages: `alarm: "*"` is not to page for a budget.</summary>
    public bool IsForMessages => Source is not null || Subject is not null;

    /// <summary>Where the alarm has to be, or what a message speaks of.</summary>
    public AlarmPlaces Places { get; init; } = AlarmPlaces.Anywhere;

    public bool Fits(Alarm alarm) =>
        !IsForMessages && (Alarm?.Matches(alarm.Name) ?? true) && (Description?.Matches(alarm.Description) ?? true) && Places.Contain(alarm.Origin);

    /// <param name="origin">Of which it speaks; null when it says nothing of that.</param>
    /// <param name="names">Of what it is about.</param>
    /// <param name="subjects">What it may be called.</param>
    public bool FitsMessage(AlarmOrigin? origin, string source, IEnumerable<string> subjects, IEnumerable<string> names, string text) =>
        IsForMessages
        && Places.Contain(origin)
        && (Source?.Matches(source) ?? true)
        && (Subject is not { } subject || subjects.Any(one => subject.Matches(one)))
        && (Alarm is not { } alarm || names.Any(one => alarm.Matches(one)))
        && (Description?.Matches(text) ?? true);
}
