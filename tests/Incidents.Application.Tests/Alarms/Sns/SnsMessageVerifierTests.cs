using System.Security.Cryptography;
using System.Text;
using Incidents.Adapters.CommandLine.Signing;
using Incidents.Application.Alarms;
using Incidents.Application.Alarms.Sns;
using NodaTime;
using static Incidents.Application.Tests.Alarms.Sns.TestTopic;

namespace Incidents.Application.Tests.Alarms.Sns;

public sealed class SnsMessageVerifierTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task SignedLately_ForAnAllowedTopic_Passes(string version)
    {
        var verdict = await Decide(Signer.Sign(Notification with { SignatureVersion = version, Subject = "Grüße\n🔥" }));

        Assert.Equal(("hello", "Grüße\n🔥"), verdict is SnsVerdict.Notification { Message: var message } ? (message.Text, message.Subject) : default);
    }

    [Fact]
    public async Task Signer_MakesWhatTheGateTakes()
    {
        var request = Signer.Notification(Arn, "text", subject: null, Guid.NewGuid(), Now);

        Assert.Equal(Now, Assert.IsType<SnsVerdict.Notification>(await Gate().Decide(request, Now, default)).Message.SentAt);
    }

    [Theory]
    [InlineData("https://sns.x.amazonaws.com.evil.io/SimpleNotificationService-fedcba9876543210fedcba9876543210.pem")]
    [InlineData("http://sns.eu-west-1.amazonaws.com/SimpleNotificationService-fedcba9876543210fedcba9876543210.pem")]
    [InlineData("https://sns.eu-west-1.amazonaws.com@evil.io/SimpleNotificationService-fedcba9876543210fedcba9876543210.pem")]
    public async Task A86_A87_A88_CertificateElsewhere_IsRefusedUnasked(string address)
    {
        var certificates = Certificates();

        Assert.Equal((SnsRefusal.CertificateUrl, 403), await Refusal(Signer.Sign(Notification) with { SigningCertUrl = address }, certificates));
        Assert.Empty(certificates.Asked);
    }

    [Fact]
    public async Task A89_SignatureVersion3_IsRefused() =>
        Assert.Equal((SnsRefusal.SignatureVersion, 403), await Refusal(Signer.Sign(Notification with { SignatureVersion = "3" })));

    [Theory]
    [InlineData("TopicArn=arn:aws:sns:eu-west-1:210987654321:evil&Token=2336412f37")]
    [InlineData("TopicArn=" + TestTopic.Arn + "&Token=deadbeef")]
    [InlineData("TopicArn=" + TestTopic.Arn)]
    [InlineData("Token=2336412f37")]
    [InlineData("TopicArn=" + TestTopic.Arn + "&Token=2336412f37&Token=deadbeef")]
    [InlineData("TopicArn=" + TestTopic.Arn + "&TopicArn=arn:aws:sns:eu-west-1:210987654321:evil&Token=2336412f37")]
    [InlineData("topicarn=" + TestTopic.Arn + "&token=2336412f37")]
    public async Task V36_SubscribeUrl_OfAnotherTopicOrToken_IsRefused(string query) => Assert.Equal(
        (SnsRefusal.SubscribeUrl, 403), await Refusal(Signer.Sign(Confirmation with { SubscribeUrl = $"https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&{query}" })));

    [Fact]
    public async Task V36_SubscribeUrl_WithEscapedTopic_IsThatTopic() => Assert.IsType<SnsVerdict.Confirm>(await Decide(Signer.Sign(
        Confirmation with { SubscribeUrl = $"https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn={Uri.EscapeDataString(TestTopic.Arn)}&Token=2336412f37" })));

    [Fact]
    public async Task A90_SubscribeUrlToMetadata_IsRefused() =>
        Assert.Equal((SnsRefusal.SubscribeUrl, 403), await Refusal(Signer.Sign(Confirmation with { SubscribeUrl = "http://169.254.169.254/?Action=ConfirmSubscription&" })));

    [Theory]
    [InlineData("2026-09-14T09:20:00.000Z")]
    [InlineData("2026-09-14T09:49:59.999Z")]
    [InlineData("2026-09-14T11:25:00.001Z")]
    [InlineData("lately")]
    public async Task A91_PublishedLongAgoOrAhead_IsRefused(string timestamp) =>
        Assert.Equal((SnsRefusal.OutsideTimeWindow, 403), await Refusal(Signer.Sign(Notification with { Timestamp = timestamp })));

    [Theory]
    [InlineData("2026-09-14T09:50:00.000Z")]
    [InlineData("2026-09-14T11:25:00.000Z")]
    public async Task PublishedAtTheEdgeOfTheWindow_Passes(string timestamp) =>
        Assert.IsType<SnsVerdict.Notification>(await Decide(Signer.Sign(Notification with { Timestamp = timestamp })));

    [Theory]
    [InlineData("arn:aws:sns:eu-west-1:111122223333:incidents-critical")]
    [InlineData("arn:aws:sns:eu-west-1:123456789012:incidents-critical\n")]
    public async Task A92_UnknownTopic_IsRefusedUnasked(string topicArn)
    {
        var certificates = Certificates();

        Assert.Equal((SnsRefusal.ForeignTopic, 403), await Refusal(Signer.Sign(Notification with { TopicArn = topicArn }), certificates));
        Assert.Empty(certificates.Asked);
    }

    [Fact]
    public async Task NoTopicsAllowed_NothingPasses()
    {
        var gate = new SnsMessageVerifier(Certificates(), new HashSet<string>());

        var verdict = await gate.Decide(SnsSigner.Deliver(Signer.Sign(Notification)), Now, default);

        Assert.Equal(SnsRefusal.ForeignTopic, Assert.IsType<SnsVerdict.Refused>(verdict).Reason);
    }

    [Fact]
    public async Task Unsigned_IsRefused() => Assert.Equal((SnsRefusal.NotSigned, 401), await Refusal(Notification));

    [Fact]
    public async Task ChangedAfterSigning_IsRefused()
    {
        var signed = Signer.Sign(Notification with { Subject = "s" });

        Assert.Equal((SnsRefusal.ForeignSignature, 403), await Refusal(signed with { Message = "HELLO" }));
        Assert.Equal((SnsRefusal.ForeignSignature, 403), await Refusal(signed with { Subject = null }));
        Assert.Equal((SnsRefusal.ForeignSignature, 403), await Refusal(signed with { MessageId = "other" }));
        Assert.Equal((SnsRefusal.ForeignSignature, 403), await Refusal(signed with { SignatureVersion = "1" }));
        Assert.Equal((SnsRefusal.ForeignSignature, 403), await Refusal(signed with { Signature = "not base64" }));
    }

    [Fact]
    public async Task SignedByAnotherKey_IsRefused()
    {
        using var stranger = RSA.Create(2048);

        Assert.Equal((SnsRefusal.ForeignSignature, 403), await Refusal(new SnsSigner(stranger, new Uri(CertificateAddress)).Sign(Notification)));
    }

    [Fact]
    public async Task ConfirmationSentAsNotification_DoesNotVerify() =>
        Assert.Equal((SnsRefusal.ForeignSignature, 403), await Refusal(Signer.Sign(Confirmation) with { Type = "Notification" }));

    [Fact]
    public async Task CertificateThatCannotBeHad_IsNotFinal() =>
        Assert.Equal((SnsRefusal.CertificateUnavailable, 503), await Refusal(Signer.Sign(Notification), new KnownCertificates()));

    [Fact]
    public async Task ExpiredCertificate_IsRefused()
    {
        using var key = RSA.Create(2048);
        var expired = new KnownCertificates().Add(CertificateAddress, Certificate(key, until: Now - Duration.FromSeconds(1)));

        Assert.Equal((SnsRefusal.Certificate, 403), await Refusal(new SnsSigner(key, new Uri(CertificateAddress)).Sign(Notification), expired));
    }

    [Fact]
    public async Task ShortKey_IsRefused()
    {
        using var key = RSA.Create(1024);
        var weak = new KnownCertificates().Add(CertificateAddress, Certificate(key));

        Assert.Equal((SnsRefusal.Certificate, 403), await Refusal(new SnsSigner(key, new Uri(CertificateAddress)).Sign(Notification), weak));
    }

    [Theory]
    [InlineData("x-amz-sns-message-type", "SubscriptionConfirmation")]
    [InlineData("x-amz-sns-message-id", "other")]
    [InlineData("x-amz-sns-topic-arn", "arn:aws:sns:eu-west-1:123456789012:other")]
    [InlineData("x-amz-sns-message-id", null)]
    public async Task HeaderUnlikeTheBody_IsRefused(string header, string? value) =>
        Assert.Equal((SnsRefusal.HeadersDisagree, 400), await WithHeader(header, value));

    [Theory]
    [InlineData("Content-Type", "application/x-www-form-urlencoded")]
    [InlineData("Content-Type", null)]
    [InlineData("Content-Encoding", "gzip")]
    public async Task OtherForms_AreRefused(string header, string? value) =>
        Assert.Equal((SnsRefusal.ContentType, 415), await WithHeader(header, value));

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"Type\":\"Notification\",\"Type\":\"Notification\"}")]
    [InlineData("{\"Type\":\"Other\",\"MessageId\":\"1\",\"TopicArn\":\"t\",\"Message\":\"m\"}")]
    [InlineData("{\"Type\":\"Notification\",\"MessageId\":\"a\\nb\",\"TopicArn\":\"t\",\"Message\":\"m\"}")]
    [InlineData("{\"Type\":\"SubscriptionConfirmation\",\"MessageId\":\"1\",\"TopicArn\":\"t\",\"Message\":\"m\"}")]
    public async Task NoEnvelope_IsRefused(string body) =>
        Assert.Equal((SnsRefusal.NotAnEnvelope, 400), await OfBody(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public async Task InvalidUtf8_IsRefused() => Assert.Equal((SnsRefusal.NotAnEnvelope, 400), await OfBody([0x7B, 0xFF, 0x7D]));

    [Fact]
    public async Task TooLarge_IsRefused() => Assert.Equal((SnsRefusal.TooLarge, 413), await OfBody(new byte[SnsMessageVerifier.LargestBody + 1]));

    [Fact]
    public async Task RepeatOfWhatWasHandled_IsAnsweredAtOnce()
    {
        var gate = Gate();
        var request = SnsSigner.Deliver(Signer.Sign(Notification));
        var first = Assert.IsType<SnsVerdict.Notification>(await gate.Decide(request, Now, default));

        Assert.IsType<SnsVerdict.Notification>(await gate.Decide(request, Now, default));
        gate.Handled(first.Message);
        Assert.Equal(new SnsVerdict.Repeated(Notification.MessageId), await gate.Decide(request, Now, default));
    }

    [Fact]
    public async Task ManyHandledMessages_TheOldestIsForgotten()
    {
        var gate = Gate();
        var request = SnsSigner.Deliver(Signer.Sign(Notification));
        var first = Assert.IsType<SnsVerdict.Notification>(await gate.Decide(request, Now, default)).Message;
        gate.Handled(first);
        for (var i = 0; i < 10_000; i++)
        {
            gate.Handled(first with { MessageId = $"{i}" });
        }

        Assert.IsType<SnsVerdict.Notification>(await gate.Decide(request, Now, default));
    }

    private static Task<(SnsRefusal, int)> OfBody(byte[] body) => OfRequest(new SnsRequest([new("Content-Type", "text/plain")], body));

    private static Task<(SnsRefusal, int)> WithHeader(string name, string? value)
    {
        var request = SnsSigner.Deliver(Signer.Sign(Notification));
        var headers = request.Headers.Where(header => header.Key != name);
        return OfRequest(new SnsRequest(value is null ? headers : headers.Append(new(name, value)), request.Body));
    }

    private static async Task<(SnsRefusal, int)> OfRequest(SnsRequest request)
    {
        var refused = Assert.IsType<SnsVerdict.Refused>(await Gate().Decide(request, Now, default));
        return (refused.Reason, refused.Status);
    }
}
