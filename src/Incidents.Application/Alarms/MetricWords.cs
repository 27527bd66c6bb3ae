using System.Globalization;
using Incidents.Domain.Alarms;

namespace Incidents.Application.Alarms;

/// <summary>Metrics, numbers and limits in words.</summary>
internal static class MetricWords
{
    /// <summary>`CPUUtilization (AWS/ECS, Average over 1 min; ServiceName=checkout-api, ClusterName=prod)`.</summary>
    public static string Measurement(AlarmMetric metric)
    {
        var how = string.Join(" over ", Present(metric.Statistic, metric.PeriodSeconds is { } seconds ? Period(seconds) : null));
        var what = string.Join("; ", Present(string.Join(", ", Present(metric.Namespace, how)), Pairs(metric.Dimensions)));
        return what.Length == 0 ? metric.Name ?? "a metric" : $"{metric.Name ?? "a metric"} ({what})";
    }

    /// <summary>`93.4% > 80%`.</summary>
    public static string Against(AlarmMetric metric, double value) => metric switch
    {
        { Threshold: { } limit } when Sign(metric.Comparison) is { } sign => $"{Number(value, metric, limit)} {sign} {Number(limit, metric, value)}",
        { Threshold: null } when metric.Comparison is not null => $"{Number(value, metric)} outside its band",
        _ => Number(value, metric),
    };

    /// <summary>`93.4%, above the threshold of 80%`.</summary>
    public static string Beyond(AlarmMetric metric, double value) => metric switch
    {
        { Threshold: { } limit } when Relation(metric.Comparison) is { } relation =>
            $"{Number(value, metric, limit)}, {relation} the threshold of {Number(limit, metric, value)}",
        { Threshold: null, Comparison: "LessThanLowerThreshold" } => $"{Number(value, metric)}, below its expected band",
        { Threshold: null, Comparison: "GreaterThanUpperThreshold" } => $"{Number(value, metric)}, above its expected band",
        { Threshold: null, Comparison: not null } => $"{Number(value, metric)}, outside its expected band",
        _ => Number(value, metric),
    };

    /// <summary>Three significant digits, or as many as it takes to differ from <paramref name="other"/>; whole from 1,000 on.</summary>
    public static string Number(double value, AlarmMetric metric, double? other = null)
    {
        var decimals = Math.Abs(value) >= 1_000 ? 0 : value == 0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 10);
        while (decimals < 10 && other is { } o && o != value && Digits(value, decimals) == Digits(o, decimals))
        {
            decimals++;
        }

        return Digits(value, decimals) + UnitSuffix(metric.Unit);
    }

    /// <summary>`Team=a, Stage=prod`.</summary>
    public static string Pairs(IEnumerable<KeyValuePair<string, string>> pairs) => string.Join(", ", pairs.Select(pair => $"{pair.Key}={pair.Value}"));

    private static string Digits(double value, int decimals) =>
        value.ToString("#,##0." + new string('#', decimals), CultureInfo.InvariantCulture);

    private static string? Sign(string? comparison) => comparison switch
    {
        "GreaterThanThreshold" => ">",
        "GreaterThanOrEqualToThreshold" => "≥",
        "LessThanThreshold" => "<",
        "LessThanOrEqualToThreshold" => "≤",
        _ => null,
    };

    private static string? Relation(string? comparison) => comparison switch
    {
        "GreaterThanThreshold" => "above",
        "GreaterThanOrEqualToThreshold" => "at or above",
        "LessThanThreshold" => "below",
        "LessThanOrEqualToThreshold" => "at or below",
        _ => null,
    };

    private static string UnitSuffix(string? unit) => unit switch
    {
        null or "" or "None" or "Count" => "",
        "Percent" => "%",
        "Seconds" => " s",
        "Milliseconds" => " ms",
        "Microseconds" => " µs",
        "Count/Second" => "/s",
        _ => " " + unit,
    };

    private static string Period(int seconds) => seconds switch
    {
        _ when seconds % 3_600 == 0 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3_600} h"),
        _ when seconds % 60 == 0 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds} s"),
    };

    private static IEnumerable<string> Present(params string?[] parts) => parts.Where(part => !string.IsNullOrEmpty(part))!;
}
