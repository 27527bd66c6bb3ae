using System.Security.Cryptography.X509Certificates;
using Incidents.Application.Alarms.Sns;

namespace Incidents.Application.Tests.Alarms.Sns;

/// <summary>Certificates by address, and a count of how often anybody asked.</summary>
internal sealed class KnownCertificates : ISigningCertificates
{
    public const string PayloadAddress =
        "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem";

    private readonly Dictionary<Uri, X509Certificate2> certificates = [];

    public List<Uri> Asked { get; } = [];

    public static X509Certificate2 OfPayloads => X509Certificate2.CreateFromPem(Payload.Text("sns/test-signing-cert.pem"));

    public static KnownCertificates WithPayloads() => new KnownCertificates().Add(PayloadAddress, OfPayloads);

    public KnownCertificates Add(string address, X509Certificate2 certificate)
    {
        certificates.Add(new Uri(address), certificate);
        return this;
    }

    public Task<X509Certificate2?> Get(Uri address, CancellationToken cancellation)
    {
        Asked.Add(address);
        return Task.FromResult(certificates.GetValueOrDefault(address));
    }
}
