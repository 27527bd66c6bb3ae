using System.Security.Cryptography.X509Certificates;
using Incidents.Adapters.CommandLine.Signing;
using Incidents.Application.Alarms.Sns;
using NodaTime;

namespace Incidents.Adapters.Tests.Aws;

public sealed class DevelopmentSigningKeyTests : IDisposable
{
    private const string Topic = "arn:aws:sns:eu-west-1:123456789012:incidents-development";

    private static readonly Instant Now = Instant.FromUtc(2026, 9, 14, 11, 20);

    private readonly string directory = Path.Combine(Path.GetTempPath(), $"incidents-{Guid.NewGuid():N}");

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task SignedByOneProcess_PassesTheGateOfAnother()
    {
        using var receiver = DevelopmentSigningKey.LoadOrCreate(directory, Topic, Now);
        using var sender = DevelopmentSigningKey.LoadOrCreate(directory, Topic, Now + Duration.FromDays(1));
        var gate = new SnsMessageVerifier(receiver.TrustedBefore(new NoCertificates()), new HashSet<string> { Topic });

        var verdict = await gate.Decide(sender.Signer.Notification(Topic, "hello", null, Guid.NewGuid(), Now), Now, default);

        Assert.Equal("hello", Assert.IsType<SnsVerdict.Notification>(verdict).Message.Text);
    }

    [Fact]
    public async Task AKeyOfAnotherDirectory_IsNotTrusted()
    {
        using var receiver = DevelopmentSigningKey.LoadOrCreate(directory, Topic, Now);
        using var stranger = DevelopmentSigningKey.LoadOrCreate(Path.Combine(directory, "other"), Topic, Now);
        var gate = new SnsMessageVerifier(receiver.TrustedBefore(new NoCertificates()), new HashSet<string> { Topic });

        var verdict = await gate.Decide(stranger.Signer.Notification(Topic, "hello", null, Guid.NewGuid(), Now), Now, default);

        Assert.Equal(SnsRefusal.CertificateUnavailable, Assert.IsType<SnsVerdict.Refused>(verdict).Reason);
    }

    [Fact]
    public async Task MadeByManyAtOnce_IsOneKey()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => DevelopmentSigningKey.LoadOrCreate(directory, Topic, Now))));

        Assert.Single(keys.Select(key => key.CertificateAddress).Distinct());
        Assert.Single(Directory.GetFiles(directory));
        Array.ForEach(keys, key => key.Dispose());
    }

    [Fact]
    public void KeyFile_IsForItsOwnerOnly()
    {
        DevelopmentSigningKey.LoadOrCreate(directory, Topic, Now).Dispose();

        var mode = OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(Path.Combine(directory, DevelopmentSigningKey.FileName));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
    }

    [Fact]
    public void BrokenKeyFile_IsNamedWithTheFix()
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, DevelopmentSigningKey.FileName);
        File.WriteAllText(path, "no key");

        var error = Assert.Throws<InvalidDataException>(() => DevelopmentSigningKey.LoadOrCreate(directory, Topic, Now));

        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Contains("delete it", error.Message, StringComparison.Ordinal);
    }

    private sealed class NoCertificates : ISigningCertificates
    {
        public Task<X509Certificate2?> Get(Uri address, CancellationToken cancellation) => Task.FromResult<X509Certificate2?>(null);
    }
}
