using System.Text;
using System.Text.Json;
using Incidents.Application.Alarms;
using Incidents.Application.Alarms.Sns;
using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.Application.Tests.Alarms.Sns;

public sealed class HttpPayloadTests
{
    private readonly SnsMessageVerifier gate = TestTopic.Gate(KnownCertificates.WithPayloads());

    [Fact]
    public async Task SignatureVersion1_IsAccepted()
    {
        var message = Assert.IsType<SnsVerdict.Notification>(await Decide("sns/http-notification-signature-v1.json")).Message;

        Assert.Equal("88450b08-2ec4-5f2f-9ccd-3a626c6e489b", message.MessageId);
        Assert.Equal(Instant.FromUtc(2026, 9, 14, 11, 18, 52) + Duration.FromMilliseconds(541), message.SentAt);
        Assert.Equal(AlarmState.Alarm, Assert.IsType<ParsedMessage.Alarm>(AlarmParser.Parse(message)).Value.State);
    }

    [Fact]
    public async Task SignatureVersion2_RecoversWhatVersion1Opened()
    {
        var first = Assert.IsType<SnsVerdict.Notification>(await Decide("sns/http-notification-signature-v1.json")).Message;
        var second = Assert.IsType<SnsVerdict.Notification>(await Decide("sns/http-notification-signature-v2.json")).Message;

        var (alarm, ok) = (Assert.IsType<ParsedMessage.Alarm>(AlarmParser.Parse(first)).Value, Assert.IsType<ParsedMessage.Alarm>(AlarmParser.Parse(second)).Value);
        Assert.Equal((alarm.Member, AlarmState.Ok), (ok.Member, ok.State));
    }

    [Fact]
    public async Task SubscriptionConfirmation_IsConfirmedThroughTheApi()
    {
        var request = Assert.IsType<SnsVerdict.Confirm>(await Decide("sns/http-subscription-confirmation.json")).Request;

        Assert.Equal(TestTopic.Arn, request.TopicArn);
        Assert.StartsWith("2336412f37fb687f", request.Token, StringComparison.Ordinal);
        Assert.DoesNotContain(request.Token, request.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task F79_UnsubscribeConfirmation_WarnsTheOperators() =>
        Assert.Equal(TestTopic.Arn, Assert.IsType<SnsVerdict.Unsubscribed>(await Decide("sns/http-unsubscribe-confirmation.json")).TopicArn);

    [Fact]
    public async Task RawDelivery_IsRefused()
    {
        var refused = Assert.IsType<SnsVerdict.Refused>(await Decide("sns/http-raw-delivery.json"));

        Assert.Equal((SnsRefusal.RawDelivery, 401), (refused.Reason, refused.Status));
    }

    private Task<SnsVerdict> Decide(string payload)
    {
        using var document = JsonDocument.Parse(Payload.Text(payload));
        var root = document.RootElement;
        var headers = root.GetProperty("headers").EnumerateObject()
            .Select(header => KeyValuePair.Create(header.Name, header.Value.GetString()!));
        var body = Encoding.UTF8.GetBytes(root.GetProperty("body").GetString()!);
        var soonAfterTheLast = Instant.FromUtc(2026, 9, 14, 12, 30);
        return gate.Decide(new SnsRequest(headers, body), soonAfterTheLast, default);
    }
}
