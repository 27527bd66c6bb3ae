using System.Text.Json;
using Incidents.Application.Json;
using Incidents.Domain.Alarms;

namespace Incidents.Application.Alarms.CloudWatch;

/// <summary>
/// What an alarm watches. Bodies say it in `Trigger` with capitals and dimension lists, events in `configuration` with lower
/// case and dimension maps; metric math, anomaly bands and queries have a list of series of which one or two are returned.
/// </summary>
internal static class AlarmMetricReader
{
    private const int MostDimensions = 30;
    private const int LongestText = 1024;
    private const string MissingDataPrefix = "- TreatMissingData:";

    public static AlarmMetric? Read(AlarmFacts facts)
    {
        if (facts.MetricSource is not { ValueKind: JsonValueKind.Object } source)
        {
            return null;
        }

        var series = source.Field("Metrics", "metrics").Items().ToList();
        var returned = Returned(source, series);
        var statistics = returned?.Field("MetricStat", "metricStat") ?? source;
        var metric = statistics.Field("Metric", "metric") ?? source;
        var data = facts.ReasonData ?? default;
        return new()
        {
            Namespace = Cut(metric.Text("Namespace", "namespace")),
            Name = Cut(metric.Text("MetricName", "name") ?? returned?.Text("Label", "label") ?? returned?.Text("Expression", "expression")),
            Statistic = Cut(StatisticOf(source, statistics)),
            Dimensions = DimensionsOf(metric, series),
            Comparison = Cut(source.Text("ComparisonOperator", "comparisonOperator")),
            Threshold = source.Number("Threshold", "threshold") ?? data.Number("threshold"),
            Unit = Cut(statistics.Text("Unit", "unit")),
            Value = ReasonDatapoint.Newest(facts.Reason ?? ""),
            PeriodSeconds = PeriodOf(source) ?? PeriodOf(statistics) ?? PeriodOf(returned ?? default),
            MissingData = MissingDataOf(source),
        };
    }

    private static JsonElement? Returned(JsonElement source, List<JsonElement> series)
    {
        var band = source.Text("ThresholdMetricId", "thresholdMetricId");
        return series
            .Where(one => one.Field("ReturnData", "returnData")?.ValueKind != JsonValueKind.False)
            .Where(one => band is null || one.Text("Id", "id") != band)
            .Select(one => (JsonElement?)one)
            .FirstOrDefault();
    }

    private static string? StatisticOf(JsonElement source, JsonElement statistics)
    {
        var stated = source.Text("ExtendedStatistic", "Statistic") ?? statistics.Text("Stat", "stat");
        return stated switch
        {
            "AVERAGE" => "Average",
            "SUM" => "Sum",
            "MINIMUM" => "Minimum",
            "MAXIMUM" => "Maximum",
            "SAMPLECOUNT" => "SampleCount",
            _ => stated,
        };
    }

    private static IReadOnlyList<KeyValuePair<string, string>> DimensionsOf(JsonElement metric, List<JsonElement> series)
    {
        var own = metric.Field("Dimensions", "dimensions");
        var all = own is not null
            ? own.Pairs()
            : series
                .Select(one => one.Field("MetricStat", "metricStat")?.Field("Metric", "metric")?.Field("Dimensions", "dimensions"))
                .SelectMany(dimensions => dimensions.Pairs())
                .Distinct();
        return [.. all.Take(MostDimensions).Select(pair => KeyValuePair.Create(Cut(pair.Key)!, Cut(pair.Value)!))];
    }

    private static int? PeriodOf(JsonElement element) =>
        element.Number("Period", "period") is { } seconds and > 0 and <= int.MaxValue ? (int)seconds : null;

    private static string? MissingDataOf(JsonElement source)
    {
        var text = source.Text("TreatMissingData", "treatMissingData")?.Trim() ?? "";
        var bare = text.StartsWith(MissingDataPrefix, StringComparison.Ordinal) ? text[MissingDataPrefix.Length..].Trim() : text;
        return bare.Length == 0 ? null : Cut(bare);
    }

    private static string? Cut(string? text) => text is null ? null : Shorten.To(text, LongestText);
}
