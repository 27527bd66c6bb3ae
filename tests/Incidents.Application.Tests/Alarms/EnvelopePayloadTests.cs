using System.Text;
using System.Text.Json.Nodes;
using Incidents.Application.Alarms;
using NodaTime;

namespace Incidents.Application.Tests.Alarms;

public sealed class EnvelopePayloadTests
{
    private static readonly Instant ReceivedAt = Instant.FromUtc(2026, 9, 14, 12, 0);

    [Fact]
    public void LambdaEvent_GivesTheMessageWithItsContext()
    {
        var message = Assert.Single(Read("sns/lambda-event-metric-alarm.json"));

        Assert.Equal("ALARM: \"checkout-api-cpu-high\" in EU (Ireland)", message.Subject);
        Assert.Equal("676b8bb8-4ce7-567d-9520-deca4811c8f1", message.MessageId);
        Assert.Equal("arn:aws:sns:eu-west-1:123456789012:incidents-critical", message.TopicArn);
        Assert.Equal(Instant.FromUtc(2026, 9, 14, 11, 18, 44) + Duration.FromMilliseconds(446), message.SentAt);
        Assert.Equal("checkout-api-cpu-high", Assert.IsType<ParsedMessage.Alarm>(AlarmParser.Parse(message)).Value.Name);
    }

    [Fact]
    public void LambdaEventWithNullSubject_HasNone()
    {
        var message = Assert.Single(Read("sns/lambda-event-attributes-null-subject.json"));

        Assert.Null(message.Subject);
        Assert.NotNull(Assert.IsType<ParsedMessage.Alarm>(AlarmParser.Parse(message)).Value.Composite);
    }

    [Fact]
    public void PlainText_IsKeptAndShown()
    {
        var message = Assert.Single(Read("sns/lambda-event-plain-text.json"));
        var note = Assert.IsType<ParsedMessage.Note>(AlarmParser.Parse(message));

        Assert.Equal((NoteKind.PlainText, Disposition.OpenLow, "All Fine"), (note.Kind, note.Disposition, note.Title));
        Assert.Equal(message.Text, note.Text);
    }

    [Theory]
    [InlineData("sns/sqs-on-failure-invocation-record.json")]
    [InlineData("sns/sqs-subscription-dlq-envelope.json")]
    public void QueuedAfterAFailure_IsHandledAsTheDirectEvent(string payload)
    {
        var direct = Read("sns/lambda-event-metric-alarm.json");

        Assert.Equal(direct, Read(payload));
        Assert.Equal(direct, AlarmMessages.Read(QueuedBody(payload), ReceivedAt));
    }

    [Fact]
    public void RetryAfterAFallbackPage_CarriesTheMark()
    {
        var record = new JsonObject
        {
            ["requestPayload"] = JsonNode.Parse(Payload.Text("sns/lambda-event-metric-alarm.json")),
            ["fallbackPaged"] = true,
        };

        var message = Assert.Single(AlarmMessages.Read(record.ToJsonString(), ReceivedAt));

        Assert.True(message.FallbackPaged);
        Assert.Equal(Read("sns/lambda-event-metric-alarm.json"), [message with { FallbackPaged = false }]);
    }

    [Fact]
    public void OneBadRecord_FailsAlone()
    {
        var lambda = JsonNode.Parse(Payload.Text("sns/lambda-event-metric-alarm.json"))!;
        lambda["Records"]!.AsArray().Insert(0, new JsonObject { ["EventSource"] = "aws:s3", ["s3"] = new JsonObject() });
        lambda["Records"]!.AsArray().Insert(1, 42);

        var parsed = AlarmMessages.Read(lambda.ToJsonString(), ReceivedAt).Select(AlarmParser.Parse).ToList();

        Assert.Equal(3, parsed.Count);
        Assert.All(parsed.Take(2), bad => Assert.False(Assert.IsType<ParsedMessage.Unreadable>(bad).LooksLikeAlarm));
        Assert.IsType<ParsedMessage.Alarm>(parsed[2]);
    }

    [Theory]
    [InlineData("cloudwatch/metric-alarm.json")]
    [InlineData("cloudwatch/composite-alarm.json")]
    public void BareBody_IsTheMessageItself(string payload)
    {
        var message = Assert.Single(Read(payload));

        Assert.Equal(new(Payload.Text(payload), null, null, null, ReceivedAt), message);
    }

    [Fact]
    public void BareEvent_BringsItsOwnIdAndTime()
    {
        var message = Assert.Single(Read("eventbridge/alarm-contributor-state-change.json"));

        Assert.Equal("b2a069eb-b0c5-4493-fbf2-098227d38779", message.MessageId);
        Assert.Equal(Instant.FromUtc(2026, 9, 23, 19, 58, 49), message.SentAt);
    }

    private static IReadOnlyList<AlarmMessage> Read(string payload) =>
        AlarmMessages.Read(Encoding.UTF8.GetBytes(Payload.Text(payload)), ReceivedAt);

    private static string QueuedBody(string payload) =>
        JsonNode.Parse(Payload.Text(payload))!["Records"]![0]!["body"]!.GetValue<string>();
}
