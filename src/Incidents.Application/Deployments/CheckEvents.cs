using System.Text;
using System.Text.Json;
using Incidents.Application.Alarms;
using Incidents.Application.Intake.FailOpen;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Application.Deployments;

/// <summary>The events that the sources of the functions would send, about the alarm of a check.</summary>
/// <param name="alarm">ARN of the alarm.</param>
/// <param name="topic">ARN of the topic it comes by.</param>
internal sealed class CheckEvents(string alarm, string topic)
{
    /// <summary>SNS, to ReceiveAlarm: the alarm fires.</summary>
    public byte[] Fires(Instant now) => Write(json =>
    {
        using var kept = JsonDocument.Parse(RetryMessage.Write(Message("ALARM", now), reached: null));
        json.WritePropertyName("Records");
        json.WriteStartArray();
        json.WriteStartObject();
        json.WriteString("EventSource", "aws:sns");
        json.WriteString("EventVersion", "1.0");
        json.WriteString("EventSubscriptionArn", topic);
        json.WritePropertyName("Sns");
        kept.RootElement.GetProperty("requestPayload").GetProperty("Records")[0].GetProperty("Sns").WriteTo(json);
        json.WriteEndObject();
        json.WriteEndArray();
    });

    /// <summary>SQS, to RetryAlarm: its recovery waits on the queue.</summary>
    public byte[] Recovers(Instant now) => Write(json =>
    {
        json.WriteStartArray("Records");
        json.WriteStartObject();
        json.WriteString("messageId", Guid.NewGuid());
        json.WriteString("receiptHandle", "none: it was never on the queue");
        json.WriteString("body", RetryMessage.Write(Message("OK", now), reached: null));
        json.WriteStartObject("attributes");
        json.WriteString("ApproximateReceiveCount", "1");
        json.WriteEndObject();
        json.WriteString("eventSource", "aws:sqs");
        json.WriteEndObject();
        json.WriteEndArray();
    });

    /// <summary>EventBridge, to Tick: a minute has passed.</summary>
    public static byte[] Minute(Instant now) => Write(json =>
    {
        json.WriteString("version", "0");
        json.WriteString("id", Guid.NewGuid());
        json.WriteString("detail-type", "Scheduled Event");
        json.WriteString("source", "aws.events");
        json.WriteString("time", InstantPattern.General.Format(now));
        json.WriteStartObject("detail");
        json.WriteEndObject();
    });

    private AlarmMessage Message(string state, Instant now)
    {
        var body = Write(json =>
        {
            json.WriteString("AlarmName", alarm[(alarm.LastIndexOf(':') + 1)..]);
            json.WriteString("AlarmArn", alarm);
            json.WriteString("AlarmDescription", "Proves a new version before alarms come to it. Nobody needs to act.");
            json.WriteString("NewStateValue", state);
            json.WriteString("NewStateReason", "a new version is about to take over");
            json.WriteString("StateChangeTime", InstantPattern.ExtendedIso.Format(now));
        });
        return new AlarmMessage(Encoding.UTF8.GetString(body), Subject: null, Guid.NewGuid().ToString(), topic, now);
    }

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
