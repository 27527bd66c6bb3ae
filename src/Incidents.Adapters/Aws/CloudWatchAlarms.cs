using System.Text.Json;
using Incidents.Application.Alarms;
using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.Adapters.Aws;

/// <summary>The alarms of one account and region, as CloudWatch describes them.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html and API_ListAlarmMuteRules.html there.
/// CloudWatch speaks JSON 1.0 beside its older query protocol; times come as seconds since 1970.
/// </remarks>
/// <param name="client">For the service `monitoring`. One page of answers may be megabytes long.</param>
/// <param name="topicArn">ARN of the topic whose alarms are ours; its account and region are theirs.</param>
public sealed class CloudWatchAlarms(AwsClient client, string topicArn) : IAlarmStates
{
    /// <summary>A page of alarms whose every text is as long as may be stays below this.</summary>
    public const int LargestAnswer = 8 * 1024 * 1024;

    private const string Describe = "DescribeAlarms";
    private const int MostOnAPage = 100;
    private const int MostPages = 50;

    /// <inheritdoc />
    public string Topic => topicArn;

    /// <inheritdoc />
    public async Task<IReadOnlyList<FiringAlarm>> Firing(CancellationToken cancellation)
    {
        var firing = new List<FiringAlarm>();
        var next = (string?)null;
        for (var page = 0; page < MostPages; page++)
        {
            using var answer = await Ask(Describe, json => WriteFiring(json, next), cancellation);
            firing.AddRange(DescribedAlarms.Read(answer.RootElement));
            next = answer.RootElement.TryGetProperty("NextToken", out var token) ? token.GetString() : null;
            if (string.IsNullOrEmpty(next))
            {
                break;
            }
        }

        return firing;
    }

    /// <inheritdoc />
    public async Task<bool> IsMuted(FiringAlarm alarm, CancellationToken cancellation)
    {
        try
        {
            using var answer = await Ask("ListAlarmMuteRules", json => WriteMuting(json, alarm.Name), cancellation);
            return answer.RootElement.TryGetProperty("AlarmMuteRuleSummaries", out var rules) && rules.ValueKind == JsonValueKind.Array && rules.GetArrayLength() > 0;
        }
        catch (AlarmStatesUnavailableException)
        {
            // One page too many, none too few.
            return false;
        }
    }

    /// <inheritdoc />
    public async Task<AlarmState?> Check(DedupKey alarm, CancellationToken cancellation)
    {
        if (OurName(alarm) is not { } name)
        {
            return null;
        }

        try
        {
            using var answer = await Ask(Describe, json => WriteNames(json, [name]), cancellation);
            return DescribedAlarms.StateOf(alarm.Value, answer.RootElement);
        }
        catch (AlarmStatesUnavailableException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<DedupKey, AlarmState>> Check(IReadOnlyCollection<DedupKey> alarms, CancellationToken cancellation)
    {
        var known = new Dictionary<DedupKey, AlarmState>();
        foreach (var some in alarms.Distinct().Where(alarm => OurName(alarm) is not null).Chunk(MostOnAPage))
        {
            try
            {
                using var answer = await Ask(Describe, json => WriteNames(json, [.. some.Select(alarm => OurName(alarm)!)]), cancellation);
                foreach (var alarm in some)
                {
                    if (DescribedAlarms.StateOf(alarm.Value, answer.RootElement) is { } state)
                    {
                        known[alarm] = state;
                    }
                }
            }
            catch (AlarmStatesUnavailableException)
            {
                // What is not known is left out.
            }
        }

        return known;
    }

    /// <summary>The alarm's name; null when it is of another account or region, or none of CloudWatch's.</summary>
    private string? OurName(DedupKey alarm) =>
        alarm.Value.Split(':', 7) is ["arn", _, "cloudwatch", var region, var account, "alarm", var name]
        && topicArn.Split(':') is [_, _, _, var ourRegion, var ourAccount, ..]
        && (region, account) == (ourRegion, ourAccount)
            ? name
            : null;

    private async Task<JsonDocument> Ask(string action, Action<Utf8JsonWriter> write, CancellationToken cancellation)
    {
        var call = AwsCall.Json10($"GraniteServiceVersion20100801.{action}", write);
        try
        {
            return JsonDocument.Parse(await client.SendTwice(call, cancellation));
        }
        catch (AwsCallException failure)
        {
            throw new AlarmStatesUnavailableException($"cloudwatch:{action} failed: {failure.Code}", failure);
        }
        catch (JsonException failure)
        {
            throw new AlarmStatesUnavailableException($"cloudwatch:{action} gave no JSON", failure);
        }
    }

    /// <summary>Without its types DescribeAlarms leaves composite alarms out.</summary>
    private static void WriteTypes(Utf8JsonWriter json)
    {
        json.WriteStartArray("AlarmTypes");
        json.WriteStringValue("CompositeAlarm");
        json.WriteStringValue("MetricAlarm");
        json.WriteEndArray();
    }

    private void WriteFiring(Utf8JsonWriter json, string? next)
    {
        WriteTypes(json);
        json.WriteString("StateValue", "ALARM");
        json.WriteString("ActionPrefix", topicArn);
        json.WriteNumber("MaxRecords", MostOnAPage);
        if (next is not null)
        {
            json.WriteString("NextToken", next);
        }
    }

    /// <summary>Without a limit of its own an answer holds half as many as may be named.</summary>
    private static void WriteNames(Utf8JsonWriter json, IReadOnlyList<string> names)
    {
        WriteTypes(json);
        json.WriteStartArray("AlarmNames");
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        if (names.Count > 1)
        {
            json.WriteNumber("MaxRecords", MostOnAPage);
        }
    }

    private static void WriteMuting(Utf8JsonWriter json, string name)
    {
        json.WriteString("AlarmName", name);
        json.WriteStartArray("Statuses");
        json.WriteStringValue("ACTIVE");
        json.WriteEndArray();
    }
}
