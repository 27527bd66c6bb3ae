using System.Text;
using System.Text.Json;
using Incidents.Domain.Alarms;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Application.Alarms;

/// <summary>An alarm that CloudWatch says is in ALARM.</summary>
public sealed record FiringAlarm
{
    public required string Arn { get; init; }

    public required string Name { get; init; }

    /// <summary>Since when it is in ALARM.</summary>
    public required Instant Since { get; init; }

    public string Description { get; init; } = "";

    public string Reason { get; init; } = "";

    /// <summary>Whether it runs actions at all.</summary>
    public bool ActionsEnabled { get; init; }

    /// <summary>ARNs of what it does when it goes to ALARM.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>What keeps a composite alarm's actions from running, in CloudWatch's words; null when nothing does.</summary>
    public string? SuppressedBy { get; init; }

    /// <summary>A composite alarm's rule; null for any other.</summary>
    public string? Rule { get; init; }

    /// <summary>JSON object with what a metric alarm watches, in the names of the API; null for any other.</summary>
    public string? Metric { get; init; }

    internal DedupKey Key => new(Arn);

    /// <summary>Whether CloudWatch should have sent a message to the topic.</summary>
    internal bool Tells(string topic) => ActionsEnabled && SuppressedBy is null && Actions.Contains(topic, StringComparer.Ordinal);

    /// <summary>The message CloudWatch would have sent.</summary>
    /// <param name="changedAt">Its time of change.</param>
    internal string ToBody(Instant changedAt)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("AlarmName", Name);
            json.WriteString("AlarmArn", Arn);
            json.WriteString("AlarmDescription", Description);
            json.WriteString("NewStateValue", "ALARM");
            json.WriteString("NewStateReason", Reason);
            json.WriteString("StateChangeTime", InstantPattern.ExtendedIso.Format(changedAt));
            if (Rule is not null)
            {
                json.WriteString("AlarmRule", Rule);
            }

            if (Metric is not null)
            {
                json.WritePropertyName("Trigger");
                json.WriteRawValue(Metric);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}
