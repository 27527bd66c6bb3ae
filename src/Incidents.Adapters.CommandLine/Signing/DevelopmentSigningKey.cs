using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Incidents.Application.Alarms.Sns;
using NodaTime;

namespace Incidents.Adapters.CommandLine.Signing;

/// <summary>
/// Stands in for the key of SNS where no SNS is: a key and its certificate in one file, so that the command that sends an alarm
/// and the host that receives it agree. Only a host configured to trusts it.
/// </summary>
public sealed class DevelopmentSigningKey : IDisposable
{
    /// <summary>The file below the data directory.</summary>
    public const string FileName = "sns-development-key.pem";

    private const int KeySize = 2048;

    private static readonly Duration ValidFor = Duration.FromDays(3650);

    private readonly X509Certificate2 certificate;
    private readonly RSA key;

    private DevelopmentSigningKey(X509Certificate2 certificate, RSA key, string topicArn)
    {
        this.certificate = certificate;
        this.key = key;
        var hex = Convert.ToHexStringLower(certificate.GetCertHash(HashAlgorithmName.SHA256))[..32];
        CertificateAddress = SigningCertUrl.For(topicArn, hex)
            ?? throw new ArgumentException($"{topicArn} is not the ARN of a topic, such as arn:aws:sns:eu-west-1:123456789012:alarms", nameof(topicArn));
        Signer = new(key, CertificateAddress);
    }

    /// <summary>The address under which the certificate is served, by <see cref="TrustedBefore"/> alone.</summary>
    public Uri CertificateAddress { get; }

    /// <summary>Signs as SNS would for the topic.</summary>
    public SnsSigner Signer { get; }

    /// <summary>Reads the key of a data directory, or makes one that only this user can read.</summary>
    /// <param name="dataDirectory">Made if it is missing.</param>
    /// <param name="topicArn">The topic messages will pretend to come from.</param>
    /// <param name="now">Start of the validity of a new certificate, which lasts ten years.</param>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static DevelopmentSigningKey LoadOrCreate(string dataDirectory, string topicArn, Instant now)
    {
        Directory.CreateDirectory(dataDirectory);
        var path = Path.Combine(dataDirectory, FileName);
        if (!File.Exists(path))
        {
            Create(path, now);
        }

        try
        {
            var pem = File.ReadAllText(path);
            var certificate = X509Certificate2.CreateFromPem(pem, pem);
            return new(certificate, certificate.GetRSAPrivateKey() ?? throw new CryptographicException(), topicArn);
        }
        catch (CryptographicException)
        {
            throw new InvalidDataException($"{path} holds no key and certificate: delete it, a new one is made at the next start");
        }
    }

    /// <summary>Certificates for a development host: this one, and for other addresses what <paramref name="others"/> has.</summary>
    public ISigningCertificates TrustedBefore(ISigningCertificates others) => new Trusting(this, others);

    /// <inheritdoc />
    public void Dispose()
    {
        key.Dispose();
        certificate.Dispose();
    }

    /// <summary>Two processes may start at once: the file appears whole, and the first one stays.</summary>
    private static void Create(string path, Instant now)
    {
        using var key = RSA.Create(KeySize);
        var request = new CertificateRequest("CN=Incidents development (not of AWS)", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned((now - Duration.FromDays(1)).ToDateTimeOffset(), (now + ValidFor).ToDateTimeOffset());
        var own = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new StreamWriter(own, options))
        {
            file.WriteLine(key.ExportPkcs8PrivateKeyPem());
            file.WriteLine(certificate.ExportCertificatePem());
        }

        try
        {
            File.Move(own, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(own);
        }
    }

    private sealed class Trusting(DevelopmentSigningKey own, ISigningCertificates others) : ISigningCertificates
    {
        public Task<X509Certificate2?> Get(Uri address, CancellationToken cancellation) =>
            address == own.CertificateAddress
                ? Task.FromResult<X509Certificate2?>(own.certificate)
                : others.Get(address, cancellation);
    }
}
