using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NodaTime;

namespace Incidents.Application.Alarms.Sns;

/// <summary>Verifies signatures of SNS: RSA with PKCS#1 v1.5 padding over SHA-1 (version 1) or SHA-256 (version 2).</summary>
public static class SnsSignature
{
    private const int ShortestKey = 2048;

    /// <summary>The digest of a signature version; null for versions that do not exist.</summary>
    public static HashAlgorithmName? DigestOf(string? version) => version switch
    {
        "1" => HashAlgorithmName.SHA1,
        "2" => HashAlgorithmName.SHA256,
        _ => null,
    };

    /// <summary>Whether the holder of the certificate signed the message, and the certificate is valid at <paramref name="now"/>.</summary>
    /// <returns>Null when all is well.</returns>
    public static SnsRefusal? Refuse(SnsHttpMessage message, X509Certificate2 certificate, Instant now)
    {
        if (DigestOf(message.SignatureVersion) is not { } digest)
        {
            return SnsRefusal.SignatureVersion;
        }

        using var key = certificate.GetRSAPublicKey();
        if (key is null || key.KeySize < ShortestKey || !IsValidAt(certificate, now))
        {
            return SnsRefusal.Certificate;
        }

        var signature = new byte[key.KeySize / 8];
        return Convert.TryFromBase64String(message.Signature ?? "", signature, out var length)
            && key.VerifyData(Encoding.UTF8.GetBytes(SnsStringToSign.Of(message)), signature.AsSpan(0, length), digest, RSASignaturePadding.Pkcs1)
                ? null
                : SnsRefusal.ForeignSignature;
    }

    private static bool IsValidAt(X509Certificate2 certificate, Instant now) =>
        now >= Instant.FromDateTimeUtc(certificate.NotBefore.ToUniversalTime())
        && now <= Instant.FromDateTimeUtc(certificate.NotAfter.ToUniversalTime());
}
