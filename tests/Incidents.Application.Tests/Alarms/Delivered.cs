using System.Text.Json.Nodes;
using Incidents.Application.Alarms;
using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.Application.Tests.Alarms;

/// <summary>Messages as a topic delivers them, an instant after the alarm of the samples changed.</summary>
internal static class Delivered
{
    public static readonly Instant SentAt = Instant.FromUtc(2026, 9, 14, 11, 18, 53);

    /// <summary>The everyday alarm, for tests that change one field of it.</summary>
    public static JsonObject Metric() => Body("cloudwatch/metric-alarm.json");

    public static JsonObject Body(string payload) => JsonNode.Parse(Payload.Text(payload))!.AsObject();

    public static JsonObject With(this JsonObject body, string field, JsonNode? value)
    {
        body[field] = value;
        return body;
    }

    public static JsonObject Without(this JsonObject body, string field)
    {
        body.Remove(field);
        return body;
    }

    public static AlarmMessage Message(string text, string? subject = null) =>
        new(text, subject, "676b8bb8-4ce7-567d-9520-deca4811c8f1", "arn:aws:sns:eu-west-1:123456789012:incidents-critical", SentAt);

    public static ParsedMessage Parse(string text, string? subject = null) => AlarmParser.Parse(Message(text, subject));

    public static Alarm Alarm(JsonObject body) => Alarm(body.ToJsonString());

    public static Alarm Alarm(string text) => Assert.IsType<ParsedMessage.Alarm>(Parse(text)).Value;

    public static ParsedMessage.Unreadable Unreadable(string text, string? subject = null) =>
        Assert.IsType<ParsedMessage.Unreadable>(Parse(text, subject));

    public static ParsedMessage.Note Note(string text, string? subject = null) =>
        Assert.IsType<ParsedMessage.Note>(Parse(text, subject));
}
