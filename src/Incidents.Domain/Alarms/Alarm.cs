using NodaTime;

namespace Incidents.Domain.Alarms;

/// <summary>One change of state of one alarm, whatever source it came from. What only CloudWatch has is null for any other source.</summary>
/// <remarks>
/// The order of changes is that of <see cref="ChangedAt"/> per <see cref="Member"/>; SNS may repeat and reorder them.
/// All text is as the sender wrote it: escape it where it is shown.
/// </remarks>
public sealed record Alarm
{
    /// <summary>What the same alarm is known by from one message to the next, in its source's own terms: an ARN, for an alarm of CloudWatch.</summary>
    public required DedupKey Key { get; init; }

    /// <summary>The alarm's name, which routing matches: up to 255 characters, any of them, `:` and `/` included.</summary>
    public required string Name { get; init; }

    /// <summary>The state the alarm went to.</summary>
    public required AlarmState State { get; init; }

    /// <summary>The state it came from, where the message says so.</summary>
    public AlarmState? PreviousState { get; init; }

    /// <summary>The source's sentence on why; free text after a manual SetAlarmState.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When the alarm changed state, by the clock of its source (CloudWatch's StateChangeTime).</summary>
    public required Instant ChangedAt { get; init; }

    /// <summary>The message named no usable time, so <see cref="ChangedAt"/> is the time it was sent.</summary>
    public bool ChangedAtIsAssumed { get; init; }

    /// <summary>The text a person gave the alarm; may name a severity and a runbook.</summary>
    public string Description { get; init; } = "";

    /// <summary>The AWS account, partition and region of the alarm; null for a source that has none.</summary>
    public AlarmOrigin? Origin { get; init; }

    /// <summary>The series of a multi-series alarm that changed; null for an alarm with one state.</summary>
    public AlarmContributor? Contributor { get; init; }

    /// <summary>What is measured; null for a composite alarm and for shapes that are not known yet.</summary>
    public AlarmMetric? Metric { get; init; }

    /// <summary>The rule and children of a composite alarm; null for any other.</summary>
    public CompositeRule? Composite { get; init; }

    /// <summary>Tags, where the envelope carries them.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Why CloudWatch ran no action for this change (suppressor or mute rule); null when it did. Such a change never pages.</summary>
    public string? SuppressedBy { get; init; }

    /// <summary>The action ran only when a mute window closed, so <see cref="ChangedAt"/> may be long past.</summary>
    public bool AfterMuteWindow { get; init; }

    /// <summary>What of the message was odd but could be mended, in words for the timeline.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Which member of an incident this change belongs to.</summary>
    public AlarmMember Member => new(Key, Contributor?.Id);

    /// <summary>The change itself, for telling a repeat from news.</summary>
    public AlarmChange Change => new(State, ChangedAt);
}

/// <summary>States of an alarm; every source has the first two.</summary>
public enum AlarmState
{
    /// <summary>The metric is within its threshold.</summary>
    Ok,

    /// <summary>The metric is outside its threshold.</summary>
    Alarm,

    /// <summary>CloudWatch cannot tell. Never a recovery.</summary>
    InsufficientData,
}

/// <summary>The name by which a source tells one alarm from all others: an ARN for CloudWatch, or a stand-in built from account, region and name for its messages without one (before 2020).</summary>
public readonly record struct DedupKey(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>What has a state of its own within an incident: an alarm, or one contributor of a multi-series alarm.</summary>
public readonly record struct AlarmMember(DedupKey Key, string? ContributorId)
{
    /// <summary>The alarm a contributor belongs to; an alarm without contributors is its own.</summary>
    public AlarmMember Whole => this with { ContributorId = null };

    /// <summary>The generated one would print <see cref="Whole"/>, and its whole, without end.</summary>
    public override string ToString() => ContributorId is null ? Key.Value : $"{Key.Value}#{ContributorId}";
}

/// <summary>A state and when it was entered.</summary>
public readonly record struct AlarmChange(AlarmState State, Instant At)
{
    /// <summary>Whether this change is news to a reader who has last seen <paramref name="seen"/>. At equal times ALARM wins.</summary>
    public bool Supersedes(AlarmChange? seen) => seen is not { } last
        || At > last.At
        || (At == last.At && State == AlarmState.Alarm && last.State != AlarmState.Alarm);
}

/// <summary>Where in AWS an alarm is.</summary>
/// <param name="Partition">`aws`, `aws-cn` or `aws-us-gov`.</param>
/// <param name="Region">Region code such as `eu-west-1`; empty when the message gives none.</param>
/// <param name="Account">Twelve digits; empty when the message gives none.</param>
public sealed record AlarmOrigin(string Partition, string Region, string Account);

/// <summary>One series of a multi-series (Metrics Insights) alarm.</summary>
public sealed record AlarmContributor(string Id, IReadOnlyDictionary<string, string> Attributes);

/// <summary>What an alarm watches, as far as the message tells.</summary>
public sealed record AlarmMetric
{
    /// <summary>Namespace such as `AWS/ECS`; null for metric math.</summary>
    public string? Namespace { get; init; }

    /// <summary>Metric name, or the label or expression of the series that is returned.</summary>
    public string? Name { get; init; }

    /// <summary>Statistic in CloudWatch's words: `Average`, `p99`, …</summary>
    public string? Statistic { get; init; }

    /// <summary>Dimension names and values, in the order of the message.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Dimensions { get; init; } = [];

    /// <summary>`GreaterThanThreshold` and its like.</summary>
    public string? Comparison { get; init; }

    /// <summary>The limit; null for anomaly bands.</summary>
    public double? Threshold { get; init; }

    /// <summary>Unit such as `Percent`; null when the alarm has none.</summary>
    public string? Unit { get; init; }

    /// <summary>Newest datapoint that crossed the threshold, where the reason gives one.</summary>
    public double? Value { get; init; }

    /// <summary>Length of one evaluation period, in seconds.</summary>
    public int? PeriodSeconds { get; init; }

    /// <summary>How periods without data count: `missing`, `breaching`, `notBreaching` or `ignore`; null when the message does not say.</summary>
    public string? MissingData { get; init; }
}

/// <summary>What makes a composite alarm fire.</summary>
public sealed record CompositeRule
{
    /// <summary>The rule as CloudWatch has it, up to 10,240 characters.</summary>
    public required string Expression { get; init; }

    /// <summary>Alarms the rule names with ALARM(…), not under NOT, as ARNs. They join the composite's incident.</summary>
    public IReadOnlyList<DedupKey> Children { get; init; } = [];

    /// <summary>The child that made the last change. SNS names no other: others may be in ALARM too.</summary>
    public IReadOnlyList<CompositeChild> Triggering { get; init; } = [];
}

/// <summary>A child as the message names it.</summary>
public sealed record CompositeChild(DedupKey Key, AlarmState? State, Instant? At);
