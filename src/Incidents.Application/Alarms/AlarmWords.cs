using Incidents.Domain.Alarms;

namespace Incidents.Application.Alarms;

/// <summary>What an alarm says, in words for people. Plain text in which the sender's words stand as they were: escape it where it is shown.</summary>
public static class AlarmWords
{
    private const int LongestMetric = 60;
    private const string NoDatapoints = "no datapoints were received";

    /// <summary>What broke, short enough for a lock screen: `CPUUtilization 93.4% > 80%`, `Heartbeat: no data`, or the alarm's name.</summary>
    public static string Short(Alarm alarm) => alarm switch
    {
        { State: AlarmState.Ok } => $"{alarm.Name} is OK",
        { State: AlarmState.InsufficientData } => $"{alarm.Name} has too little data",
        { Composite.Triggering: [var child, ..] } => $"{alarm.Name} ({ChildName(child.Key)})",
        { Metric: { Value: { } value } limits, Contributor: { } series } => $"{alarm.Name} ({MetricWords.Pairs(series.Attributes)}) {MetricWords.Against(limits, value)}",
        { Metric: { Name: { Length: <= LongestMetric } metric, Value: { } value } limits } => $"{metric} {MetricWords.Against(limits, value)}",
        { Metric: { Value: { } value } limits } => $"{alarm.Name} {MetricWords.Against(limits, value)}",
        { Metric.Name: { } metric } when IsMissingData(alarm) => $"{metric}: no data",
        _ => alarm.Name,
    };

    /// <summary>What was measured, without the alarm's name: `CPUUtilization 93.4% > 80%`, `Heartbeat: no data`, a composite's child; null when the message does not tell.</summary>
    public static string? Metric(Alarm alarm) => alarm switch
    {
        { State: AlarmState.Ok } => "OK",
        { State: AlarmState.InsufficientData } => "too little data",
        { Composite.Triggering: [var child, ..] } => ChildName(child.Key),
        { Metric: { Value: { } value } limits, Contributor: { } series } => $"{MetricWords.Pairs(series.Attributes)} {MetricWords.Against(limits, value)}",
        { Metric: { Name: { Length: <= LongestMetric } metric, Value: { } value } limits } => $"{metric} {MetricWords.Against(limits, value)}",
        { Metric: { Value: { } value } limits } => MetricWords.Against(limits, value),
        { Metric.Name: { } metric } when IsMissingData(alarm) => $"{metric}: no data",
        _ => null,
    };

    /// <summary>The name as it is written, and what was measured: `checkout-cpu: CPUUtilization 93.4% > 80%`. Where both are too long, the name gives way.</summary>
    public static string Line(string name, string? metric, int longest = int.MaxValue)
    {
        if (string.IsNullOrEmpty(metric) || metric == name)
        {
            return Shorten.To(name, longest);
        }

        var measured = Shorten.To(metric, longest / 2);
        return $"{Shorten.To(name, longest - measured.Length - 2)}: {measured}";
    }

    /// <summary>Why the alarm is in this state, in one to three sentences.</summary>
    public static string Why(Alarm alarm) => alarm switch
    {
        { Composite: { } rule } => CompositeWords.Why(alarm, rule),
        { Metric: { Name: not null, Value: { } value } metric } => string.Join(' ', Measured(alarm, metric, value), Series(alarm)).TrimEnd(),
        { Metric: { Name: not null } metric } when IsMissingData(alarm) =>
            $"No data arrived for {MetricWords.Measurement(metric)}, and missing data counts as a breach.",
        { Metric: { Name: not null } metric } => string.Join(' ', $"It watches {MetricWords.Measurement(metric)}.", Quoted(alarm), Series(alarm)).Trim(),
        _ => Quoted(alarm),
    };

    /// <summary>What the reader must not conclude from a composite alarm; null for any other.</summary>
    public static string? Caveat(Alarm alarm) => alarm.Composite is { Triggering.Count: > 0 } && alarm.State == AlarmState.Alarm
        ? "SNS names only the alarm that made the last change; others of the rule may be in ALARM too."
        : null;

    /// <summary>The name inside an alarm's ARN, or the key itself where it is none.</summary>
    public static string ChildName(DedupKey key) =>
        key.Value.Split(':', 7) is ["arn", _, _, _, _, _, { Length: > 0 } name] ? name : key.Value;

    /// <summary>`ALARM`, `OK` or `INSUFFICIENT_DATA`, as CloudWatch writes them.</summary>
    public static string State(AlarmState state) => state switch
    {
        AlarmState.Ok => "OK",
        AlarmState.Alarm => "ALARM",
        _ => "INSUFFICIENT_DATA",
    };

    private static string Measured(Alarm alarm, AlarmMetric metric, double value) => alarm.State == AlarmState.Alarm
        ? $"{MetricWords.Measurement(metric)} is {MetricWords.Beyond(metric, value)}."
        : $"{MetricWords.Measurement(metric)} was last {MetricWords.Number(value, metric)}. {Quoted(alarm)}".TrimEnd();

    private static string Series(Alarm alarm) => alarm.Contributor is { Attributes.Count: > 0 } series
        ? $"This is the series {MetricWords.Pairs(series.Attributes)}; the alarm watches several."
        : "";

    private static string Quoted(Alarm alarm) => alarm.Reason.Length == 0 ? "" : $"CloudWatch says: {alarm.Reason}";

    private static bool IsMissingData(Alarm alarm) =>
        alarm.State == AlarmState.Alarm && alarm.Reason.Contains(NoDatapoints, StringComparison.OrdinalIgnoreCase);
}
