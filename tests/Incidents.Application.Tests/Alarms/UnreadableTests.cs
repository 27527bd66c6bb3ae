using System.Text;
using System.Text.Json.Nodes;
using Incidents.Application.Alarms;
using NodaTime;
using static Incidents.Application.Tests.Alarms.Delivered;

namespace Incidents.Application.Tests.Alarms;

/// <summary>What nobody can read is kept, with the urgency its traces call for, and lets its neighbours through.</summary>
public sealed class UnreadableTests
{
    [Theory]
    [InlineData("{\"Records\":null}")]
    [InlineData("{\"Records\":\"none\"}")]
    public void A01_NoRecords_IsUnreadable(string body) => Assert.Contains("no records", Fault(body).Reason, StringComparison.Ordinal);

    [Fact]
    public void A02_EmptyRecords_IsUnreadable() => Assert.Contains("no records", Fault("{\"Records\":[]}").Reason, StringComparison.Ordinal);

    [Fact]
    public void A03_UnknownEventSource_IsUnreadable() =>
        Assert.Contains("neither of SNS nor of SQS", Fault("{\"Records\":[{\"EventSource\":\"aws:s3\"}]}").Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void A04_EmptyMessage_IsUnreadable(string text) => Assert.False(Unreadable(text).LooksLikeAlarm);

    [Fact]
    public void A04_EmptyMessageWithAnAlarmInItsSubject_IsUrgent() =>
        Assert.True(Unreadable("", "ALARM: \"checkout-api-cpu-high\" in EU (Ireland)").LooksLikeAlarm);

    [Fact]
    public void A05_SingleWord_IsUnreadable() => Assert.False(Unreadable("test").LooksLikeAlarm);

    [Theory]
    [InlineData("42")]
    [InlineData("null")]
    [InlineData("true")]
    public void A06_Scalar_IsUnreadable(string text) => Assert.False(Unreadable(text).LooksLikeAlarm);

    [Fact]
    public void A07_Array_IsUnreadable() => Assert.Contains("Array", Unreadable("[1, 2]").Reason, StringComparison.Ordinal);

    [Fact]
    public void A08_CutJson_NamesThePlaceAndIsUrgent()
    {
        var cut = Unreadable(Metric().ToJsonString()[..400]);

        Assert.True(cut.LooksLikeAlarm);
        Assert.Contains("line 1, byte", cut.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A09_TwoStates_IsUnreadable()
    {
        var two = Unreadable("{\"AlarmName\":\"a\",\"NewStateValue\":\"OK\",\"NewStateValue\":\"ALARM\"}");

        Assert.True(two.LooksLikeAlarm);
        Assert.Contains("twice", two.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A10_DoublyEncoded_IsUnreadable() =>
        Assert.True(Unreadable(JsonValue.Create(Metric().ToJsonString()).ToJsonString()).LooksLikeAlarm);

    [Theory]
    [InlineData(256)]
    [InlineData(1024)]
    public void A11_A12_LongerThanSnsCarries_IsUnreadable(int kilobytes)
    {
        var body = Metric().With("AlarmDescription", "").ToJsonString();
        var padded = body.Replace("\"AlarmDescription\":\"\"", $"\"AlarmDescription\":\"{new string('x', kilobytes * 1024)}\"", StringComparison.Ordinal);

        Assert.True(Unreadable(padded).LooksLikeAlarm);
    }

    [Fact]
    public void A13_Depth200_IsUnreadable()
    {
        var deep = $"{{\"AlarmName\":\"a\",\"NewStateValue\":\"ALARM\",\"Trigger\":{string.Concat(Enumerable.Repeat("[", 200))}{string.Concat(Enumerable.Repeat("]", 200))}}}";

        Assert.True(Unreadable(deep).LooksLikeAlarm);
    }

    [Fact]
    public void A14_InvalidUtf8_IsUnreadable()
    {
        var bytes = Encoding.UTF8.GetBytes(Metric().ToJsonString());
        bytes[40] = 0xFF;

        var message = Assert.Single(AlarmMessages.Read(bytes, SentAt));

        Assert.True(Assert.IsType<ParsedMessage.Unreadable>(AlarmParser.Parse(message)).LooksLikeAlarm);
    }

    [Fact]
    public void A15_NeitherArnNorName_IsUnreadable() =>
        Assert.Contains("which alarm", Unreadable(Metric().Without("AlarmArn").Without("AlarmName").ToJsonString()).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("arn:::")]
    [InlineData("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:")]
    [InlineData("arn:aws:sns:eu-west-1:123456789012:alarm:a")]
    [InlineData("arn:aws:cloudwatch:eu-west-1:1234:alarm:a")]
    [InlineData("arn:aws:cloudwatch:eu/west:123456789012:alarm:a")]
    public void A16_MalformedArn_IsUnreadable(string arn) =>
        Assert.True(Unreadable(Metric().With("AlarmArn", arn).ToJsonString()).LooksLikeAlarm);

    [Fact]
    public void A17_UnknownState_IsNamed() =>
        Assert.Contains("`CRITICAL`", Unreadable(Metric().With("NewStateValue", "CRITICAL").ToJsonString()).Reason, StringComparison.Ordinal);

    [Fact]
    public void A18_NullState_IsUnreadable() =>
        Assert.Contains("missing", Unreadable(Metric().With("NewStateValue", null).ToJsonString()).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("ALARM: the database is down, call me")]
    [InlineData("{\"event\":\"AlarmName changed\"}")]
    [InlineData("{}")]
    public void UnknownShape_WithATraceOfAnAlarm_IsUrgent(string text) =>
        Assert.Equal(text != "{}", Unreadable(text).LooksLikeAlarm);

    [Fact]
    public void InvocationRecordWithoutAnEvent_IsUnreadable() =>
        Assert.Contains("requestPayload", Fault("{\"requestPayload\":\"gone\"}").Reason, StringComparison.Ordinal);

    private static ParsedMessage.Unreadable Fault(string body) =>
        Assert.IsType<ParsedMessage.Unreadable>(AlarmParser.Parse(Assert.Single(AlarmMessages.Read(body, Instant.FromUnixTimeSeconds(0)))));
}
