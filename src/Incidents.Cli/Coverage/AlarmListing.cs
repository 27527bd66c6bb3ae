using System.Text.Json;
using Incidents.Application.Alarms.CloudWatch;
using Incidents.Domain.Alarms;

namespace Incidents.Cli.Coverage;

/// <summary>The alarms of one or more answers of DescribeAlarms.</summary>
/// <param name="Alarms">Each ARN once.</param>
/// <param name="Problems">What could not be read, each with its place; the rest counts all the same.</param>
internal sealed record AlarmListing(IReadOnlyList<DescribedAlarm> Alarms, IReadOnlyList<string> Problems)
{
    /// <summary>An account may have 5,000 alarms in a region before it asks for more.</summary>
    public const int MostAlarms = 50_000;

    /// <summary>A page of the API is at most some hundred kilobytes; fifty thousand alarms are far below this.</summary>
    public const int MostBytes = 128 * 1024 * 1024;

    private const int MostProblems = 20;

    /// <param name="source">What problems call the input: a file's name, or `standard input`.</param>
    /// <param name="json">JSON documents one after the other: what the AWS CLI prints, or one page a line.</param>
    public static AlarmListing Read(string source, ReadOnlySpan<byte> json)
    {
        var alarms = new Dictionary<string, DescribedAlarm>();
        var problems = new List<string>();
        var bytes = json.StartsWith("\uFEFF"u8) ? json[3..] : json;
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowMultipleValues = true });
        try
        {
            while (reader.Read())
            {
                var line = 1 + bytes[..(int)reader.TokenStartIndex].Count((byte)'\n');
                using var page = JsonDocument.ParseValue(ref reader);
                Gather(page.RootElement, $"{source}:{line}", alarms, problems);
                if (alarms.Count > MostAlarms)
                {
                    problems.Add($"{source}:{line}: more than {MostAlarms} alarms; what follows is not read. Ask for one region, or for a prefix, at a time.");
                    break;
                }
            }
        }
        catch (JsonException e)
        {
            problems.Add($"{source}:{e.LineNumber + 1}:{e.BytePositionInLine + 1}: this is no JSON. Give what `aws cloudwatch describe-alarms --output json` prints.");
        }

        if (alarms.Count == 0 && problems.Count == 0)
        {
            problems.Add($"{source}: no alarms. Ask for both kinds: aws cloudwatch describe-alarms --alarm-types MetricAlarm CompositeAlarm --output json");
        }

        return new AlarmListing([.. alarms.Values], problems.Count <= MostProblems ? problems : [.. problems.Take(MostProblems), $"{source}: {problems.Count - MostProblems} more like these"]);
    }

    private static void Gather(JsonElement page, string place, Dictionary<string, DescribedAlarm> alarms, List<string> problems)
    {
        if (page.ValueKind != JsonValueKind.Object || !(page.TryGetProperty("MetricAlarms", out _) || page.TryGetProperty("CompositeAlarms", out _)))
        {
            problems.Add($"{place}: neither MetricAlarms nor CompositeAlarms. Give the whole answer of describe-alarms, without --query.");
            return;
        }

        foreach (var kind in new[] { "MetricAlarms", "CompositeAlarms" })
        {
            foreach (var (index, alarm) in Items(page, kind).Index())
            {
                var at = $"{place}: {kind}[{index}]";
                if (Text(alarm, "AlarmArn") is not { } text || AlarmArn.Parse(text) is not { } arn)
                {
                    problems.Add($"{at}: no AlarmArn, or none of CloudWatch. Give the whole answer of describe-alarms, without --query.");
                }
                else
                {
                    alarms.TryAdd(arn.ToString(), Alarm(alarm, arn, at, kind == "CompositeAlarms"));
                }
            }
        }

        if (Text(page, "NextToken") is not null)
        {
            problems.Add($"{place}: the answer goes on (NextToken). Ask without --max-items, or give the other pages too.");
        }
    }

    private static DescribedAlarm Alarm(JsonElement alarm, AlarmArn arn, string place, bool isComposite) => new(
        arn,
        place,
        isComposite,
        Text(alarm, "AlarmDescription") ?? "",
        alarm.TryGetProperty("ActionsEnabled", out var enabled) && enabled.ValueKind == JsonValueKind.True,
        Texts(alarm, "AlarmActions"),
        Texts(alarm, "OKActions"),
        isComposite && Text(alarm, "AlarmRule") is { } rule ? AlarmRule.Children(rule) : [])
    {
        State = Text(alarm, "StateValue") ?? "",
    };

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IReadOnlyList<string> Texts(JsonElement element, string name) =>
        [.. Items(element, name).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];

    private static List<JsonElement> Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];
}
