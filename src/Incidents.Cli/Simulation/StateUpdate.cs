using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Incidents.Domain.Alarms;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Cli.Simulation;

/// <summary>One change of state out of an alarm's history.</summary>
/// <param name="Alarm">Its name.</param>
/// <param name="Line">Where its document begins.</param>
/// <param name="Place">Where it stands, in words.</param>
/// <param name="Data">Its HistoryData, null where that cannot be read and the summary says the states.</param>
/// <remarks>https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_AlarmHistoryItem.html</remarks>
internal sealed partial record StateUpdate(string Alarm, Instant At, int Line, string Place, string State, string? Previous, JsonElement? Data)
{
    private static readonly OffsetDateTimePattern Time = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFFo<Z+HH:mm>");

    /// <summary>The change, or what keeps it from being replayed, with the fix; neither for an item of another type, such as an action.</summary>
    public static (StateUpdate? Update, string? Problem) Read(JsonElement item, int line, string place)
    {
        if (item.ValueKind != JsonValueKind.Object || Text(item, "HistoryItemType") is not { } type)
        {
            return (null, "no item with a HistoryItemType. Give the items as CloudWatch lists them.");
        }

        if (type != "StateUpdate")
        {
            return default;
        }

        if (Text(item, "AlarmName") is not { Length: > 0 } alarm)
        {
            return (null, "AlarmName is missing. Leave it in, it says which service is paged.");
        }

        if (TimeOf(item) is not { } at)
        {
            return (null, "Timestamp is no time. Write it as 2026-09-14T03:12:00Z.");
        }

        var data = DataOf(item);
        var summary = Summary().Match(Text(item, "HistorySummary") ?? "");
        var state = StateOf(data, "newState") ?? (summary.Success ? summary.Groups[2].Value : null);
        return state is "OK" or "ALARM" or "INSUFFICIENT_DATA"
            ? (new StateUpdate(alarm, at, line, place, state, StateOf(data, "oldState") ?? (summary.Success ? summary.Groups[1].Value : null), data), null)
            : (null, "HistoryData names no new state OK, ALARM or INSUFFICIENT_DATA. Leave it as CloudWatch wrote it, a JSON text with newState.stateValue.");
    }

    /// <summary>Alarms that an item of any type names by ARN, itself first: an action holds what was published, the change of a composite holds its children.</summary>
    public static IEnumerable<(string Alarm, AlarmPlace Place)> PlacesIn(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || Text(item, "AlarmName") is not { } alarm)
        {
            yield break;
        }

        if (ArnOfAlarm().Match($"{Text(item, "AlarmArn")} {Text(item, "HistoryData")}") is { Success: true } arn)
        {
            yield return (alarm, new AlarmPlace(arn.Groups[2].Value, arn.Groups[1].Value));
        }

        if (Part(Part(Part(DataOf(item), "newState"), "stateReasonData"), "triggeringAlarms") is { ValueKind: JsonValueKind.Array } children)
        {
            foreach (var child in children.EnumerateArray().Select(child => AlarmArn.Parse(Text(child, "arn") ?? "")).OfType<AlarmArn>())
            {
                yield return (child.Name, new AlarmPlace(child.Origin.Account, child.Origin.Region));
            }
        }
    }

    /// <summary>The event that EventBridge would have sent for it.</summary>
    public string ToEvent(AlarmPlace place)
    {
        var time = InstantPattern.ExtendedIso.Format(At);
        var (next, reasonData) = (Part(Data, "newState"), Part(Part(Data, "newState"), "stateReasonData"));
        var state = new JsonObject { ["value"] = State, ["reason"] = Text(next, "stateReason"), ["timestamp"] = time, ["actionsSuppressedBy"] = Text(next, "actionsSuppressedBy") };
        if (reasonData is { ValueKind: JsonValueKind.Object } figures)
        {
            state["reasonData"] = figures.GetRawText();
        }

        return new JsonObject
        {
            ["detail-type"] = "CloudWatch Alarm State Change",
            ["source"] = "aws.cloudwatch",
            ["account"] = place.Account,
            ["region"] = place.Region,
            ["time"] = time,
            ["detail"] = new JsonObject { ["alarmName"] = Alarm, ["state"] = state, ["previousState"] = new JsonObject { ["value"] = Previous }, ["configuration"] = new JsonObject() },
        }.ToJsonString();
    }

    /// <summary>As the AWS CLI prints it, or as the wire has it: seconds since 1970.</summary>
    private static Instant? TimeOf(JsonElement item)
    {
        if (!item.TryGetProperty("Timestamp", out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number)
        {
            return value.TryGetDouble(out var seconds) && seconds is > 0 and < 4e9 ? Instant.FromUnixTimeMilliseconds((long)Math.Round(seconds * 1_000)) : null;
        }

        return value.ValueKind == JsonValueKind.String && Time.Parse(value.GetString()!) is { Success: true } parsed ? parsed.Value.ToInstant() : null;
    }

    /// <summary>HistoryData is JSON in a text. CloudWatch cuts it after 4,095 characters, so it need not be readable.</summary>
    private static JsonElement? DataOf(JsonElement item)
    {
        if (Part(item, "HistoryData") is { ValueKind: JsonValueKind.Object } open)
        {
            return open.Clone();
        }

        try
        {
            using var data = JsonDocument.Parse(Text(item, "HistoryData") ?? "");
            return data.RootElement.ValueKind == JsonValueKind.Object ? data.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? StateOf(JsonElement? data, string which) => Text(Part(data, which), "stateValue");

    private static JsonElement? Part(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var part) ? part : null;

    private static string? Text(JsonElement? element, string name)
    {
        try
        {
            return Part(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which is no text.
            return null;
        }
    }

    [GeneratedRegex(@"^Alarm updated from (\w+) to (\w+)")]
    private static partial Regex Summary();

    [GeneratedRegex(@"arn:[a-z-]+:cloudwatch:([a-z0-9-]+):(\d{12}):alarm:")]
    private static partial Regex ArnOfAlarm();
}
