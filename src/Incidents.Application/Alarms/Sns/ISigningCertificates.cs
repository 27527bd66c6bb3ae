using System.Security.Cryptography.X509Certificates;

namespace Incidents.Application.Alarms.Sns;

/// <summary>Where the certificates come from that SNS messages are verified with.</summary>
public interface ISigningCertificates
{
    /// <summary>The certificate at an address that passed <see cref="SigningCertUrl.IsTrusted"/>; it stays the implementer's to dispose.</summary>
    /// <returns>Null when it cannot be had now, so that the sender is asked to try again.</returns>
    Task<X509Certificate2?> Get(Uri address, CancellationToken cancellation);
}
