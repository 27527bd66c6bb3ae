using System.Text.Json;
using Incidents.Adapters.Aws;
using NodaTime;

namespace Incidents.Adapters.CommandLine.Inspection;

/// <summary>Reads alarms and what a function counts.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html and API_GetMetricStatistics.html there.
/// CloudWatch speaks JSON 1.0 beside its older query protocol; times go as seconds since 1970.
/// </remarks>
public sealed class WatchReader(AwsAccount account)
{
    private const int MostOnAPage = 100;
    private const int MostPages = 200;

    /// <summary>All alarms of the account and region, both kinds, as one answer of DescribeAlarms would hold them.</summary>
    /// <exception cref="UnreportedException">They could not be learnt.</exception>
    public async Task<byte[]> Alarms(CancellationToken cancellation)
    {
        var (metric, composite) = (new List<JsonElement>(), new List<JsonElement>());
        var next = (string?)null;
        for (var page = 0; page < MostPages; page++)
        {
            using var answer = await account.Json(AwsService.CloudWatch, "DescribeAlarms", AwsCall.Json10("GraniteServiceVersion20100801.DescribeAlarms", json => WritePage(json, next)), cancellation);
            metric.AddRange(answer.RootElement.Items("MetricAlarms").Select(alarm => alarm.Clone()));
            composite.AddRange(answer.RootElement.Items("CompositeAlarms").Select(alarm => alarm.Clone()));
            next = answer.RootElement.Text("NextToken");
            if (string.IsNullOrEmpty(next))
            {
                break;
            }
        }

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            Write(json, "MetricAlarms", metric);
            Write(json, "CompositeAlarms", composite);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>How often a metric of a function was counted in a period; 0 when nothing was measured.</summary>
    /// <param name="metric">Such as `Invocations`.</param>
    /// <exception cref="UnreportedException">It could not be learnt.</exception>
    public async Task<double> Count(string function, string metric, Interval period, CancellationToken cancellation)
    {
        var call = AwsCall.Json10("GraniteServiceVersion20100801.GetMetricStatistics", json =>
        {
            json.WriteString("Namespace", "AWS/Lambda");
            json.WriteString("MetricName", metric);
            json.WriteStartArray("Dimensions");
            json.WriteStartObject();
            json.WriteString("Name", "FunctionName");
            json.WriteString("Value", function);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteNumber("StartTime", period.Start.ToUnixTimeSeconds());
            json.WriteNumber("EndTime", period.End.ToUnixTimeSeconds());
            json.WriteNumber("Period", 60);
            json.WriteStartArray("Statistics");
            json.WriteStringValue("Sum");
            json.WriteEndArray();
        });
        using var answer = await account.Json(AwsService.CloudWatch, "GetMetricStatistics", call, cancellation);
        return answer.RootElement.Items("Datapoints").Select(point => point.Part("Sum")).Where(sum => sum.ValueKind == JsonValueKind.Number).Sum(sum => sum.GetDouble());
    }

    private static void WritePage(Utf8JsonWriter json, string? next)
    {
        json.WriteStartArray("AlarmTypes");
        json.WriteStringValue("CompositeAlarm");
        json.WriteStringValue("MetricAlarm");
        json.WriteEndArray();
        json.WriteNumber("MaxRecords", MostOnAPage);
        if (next is not null)
        {
            json.WriteString("NextToken", next);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, List<JsonElement> alarms)
    {
        json.WriteStartArray(name);
        alarms.ForEach(alarm => alarm.WriteTo(json));
        json.WriteEndArray();
    }
}
