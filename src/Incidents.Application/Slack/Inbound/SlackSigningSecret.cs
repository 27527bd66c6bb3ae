using System.Security.Cryptography;
using System.Text;

namespace Incidents.Application.Slack.Inbound;

/// <summary>The secret a Slack app signs its requests with. It has no text form, so that no log can show it.</summary>
public sealed class SlackSigningSecret
{
    private readonly byte[] key;

    /// <summary>Takes the secret as Slack shows it under "Basic Information".</summary>
    public SlackSigningSecret(string secret)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(secret);
        key = Encoding.UTF8.GetBytes(secret);
    }

    /// <summary>HMAC-SHA256 over `v0:timestamp:body`: 32 bytes. The body is the bytes on the wire, before any decoding of the form.</summary>
    public byte[] Sign(string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes($"v0:{timestamp}:"));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    /// <summary>The header value Slack would send with this body, for the local preview and for tests.</summary>
    public string HeaderFor(string timestamp, ReadOnlySpan<byte> body) =>
        SlackSignature.Prefix + Convert.ToHexStringLower(Sign(timestamp, body));
}
