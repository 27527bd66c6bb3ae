using System.Globalization;
using Incidents.Application.Alarms;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Application.Runbooks;

/// <summary>What `{{ name }}` in a runbook stands for, in one incident.</summary>
/// <remarks>Values are as the sender wrote them; the code that puts them into a text escapes them there.</remarks>
public sealed class RunbookVariables
{
    private const string DimensionPrefix = "dimension.";

    /// <summary>Queries look this far to either side of the alarm's change, so that what led to it is in view.</summary>
    private static readonly Duration Around = Duration.FromMinutes(30);

    private readonly Dictionary<string, string> values;

    private RunbookVariables(Dictionary<string, string> values) => this.values = values;

    /// <summary>Every name with a meaning, other than `dimension.NAME`.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "incident", "service", "region", "account", "partition", "alarm.name", "alarm.arn", "alarm.state", "alarm.reason", "alarm.description",
        "alarm.changed_at", "metric.namespace", "metric.name", "window.start", "window.end", "window.start_epoch", "window.end_epoch",
    ];

    /// <summary>Whether the name may have a value; whether it has one depends on the alarm.</summary>
    public static bool IsKnown(string name) =>
        Names.Contains(name) || (name.StartsWith(DimensionPrefix, StringComparison.Ordinal) && name.Length > DimensionPrefix.Length);

    /// <summary>The values an incident gives.</summary>
    /// <param name="incident">The incident's number.</param>
    /// <param name="service">Id of its service.</param>
    /// <param name="alarm">The alarm that opened it; null when a person declared it, which leaves only incident and service.</param>
    public static RunbookVariables From(IncidentNumber incident, ServiceId service, Alarm? alarm)
    {
        var values = new Dictionary<string, string> { ["incident"] = incident.ToString(), ["service"] = service.Value };
        if (alarm is not null)
        {
            Add(values, alarm);
        }

        return new RunbookVariables(values);
    }

    /// <summary>The value; null when the name is unknown or the alarm gives no value for it.</summary>
    public string? Find(string name) => values.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    private static void Add(Dictionary<string, string> values, Alarm alarm)
    {
        values["region"] = alarm.Origin?.Region ?? "";
        values["account"] = alarm.Origin?.Account ?? "";
        values["partition"] = alarm.Origin?.Partition ?? "aws";
        values["alarm.name"] = alarm.Name;
        values["alarm.arn"] = alarm.Key.Value;
        values["alarm.state"] = AlarmWords.State(alarm.State);
        values["alarm.reason"] = alarm.Reason;
        values["alarm.description"] = alarm.Description;
        values["metric.namespace"] = alarm.Metric?.Namespace ?? "";
        values["metric.name"] = alarm.Metric?.Name ?? "";
        AddTimes(values, alarm.ChangedAt);
        foreach (var (name, value) in (alarm.Contributor?.Attributes ?? new Dictionary<string, string>()).Concat(alarm.Metric?.Dimensions ?? []))
        {
            values[DimensionPrefix + name] = value;
        }
    }

    private static void AddTimes(Dictionary<string, string> values, Instant changed)
    {
        values["alarm.changed_at"] = InstantPattern.General.Format(changed);
        foreach (var (name, at) in new[] { ("window.start", Shift(changed, -Around)), ("window.end", Shift(changed, Around)) })
        {
            values[name] = InstantPattern.General.Format(at);
            values[$"{name}_epoch"] = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The ends of time stay where they are: an alarm may claim any year.</summary>
    private static Instant Shift(Instant at, Duration by) =>
        at > Instant.MinValue + Around && at < Instant.MaxValue - Around ? at + by : at;
}
