using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Incidents.Adapters.CommandLine.Signing;
using Incidents.Application.Alarms.Sns;
using NodaTime;

namespace Incidents.Application.Tests.Alarms.Sns;

/// <summary>A topic whose key we hold, so that tests can sign what SNS never would.</summary>
internal static class TestTopic
{
    public const string Arn = "arn:aws:sns:eu-west-1:123456789012:incidents-critical";
    public const string CertificateAddress =
        "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-fedcba9876543210fedcba9876543210.pem";

    public static readonly Instant Now = Instant.FromUtc(2026, 9, 14, 11, 20);

    private static readonly RSA Key = RSA.Create(2048);

    public static readonly SnsSigner Signer = new(Key, new Uri(CertificateAddress));

    public static readonly SnsHttpMessage Notification = new()
    {
        Type = "Notification",
        MessageId = "5f0d2b7e-0e37-5897-98ce-f532ab6a7374",
        TopicArn = Arn,
        Message = "hello",
        Timestamp = "2026-09-14T11:19:58.541Z",
    };

    public static readonly SnsHttpMessage Confirmation = Notification with
    {
        Type = "SubscriptionConfirmation",
        Token = "2336412f37",
        SubscribeUrl = $"https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn={Arn}&Token=2336412f37",
    };

    public static KnownCertificates Certificates() => new KnownCertificates().Add(CertificateAddress, Certificate(Key));

    public static X509Certificate2 Certificate(RSA key, Instant? until = null) =>
        new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(
            (Now - Duration.FromDays(30)).ToDateTimeOffset(), (until ?? Now + Duration.FromDays(30)).ToDateTimeOffset());

    public static SnsMessageVerifier Gate(ISigningCertificates? certificates = null) =>
        new(certificates ?? Certificates(), new HashSet<string> { Arn });

    public static Task<SnsVerdict> Decide(SnsHttpMessage message, ISigningCertificates? certificates = null) =>
        Gate(certificates).Decide(SnsSigner.Deliver(message), Now, default);

    public static async Task<(SnsRefusal, int)> Refusal(SnsHttpMessage message, ISigningCertificates? certificates = null)
    {
        var refused = Assert.IsType<SnsVerdict.Refused>(await Decide(message, certificates));
        return (refused.Reason, refused.Status);
    }
}
