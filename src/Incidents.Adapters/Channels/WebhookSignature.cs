using System.Security.Cryptography;
using System.Text;

namespace Incidents.Adapters.Channels;

/// <summary>
/// How a receiver verifies that a request is ours: `v0=` and the hexadecimal HMAC-SHA256, under the key they share with us, of
/// `v0:`, the timestamp header, `:` and the body as it came. They refuse a timestamp more than five minutes off, so that no third party can
/// send an old request again.
/// </summary>
public static class WebhookSignature
{
    /// <summary>Seconds since 1970.</summary>
    public const string TimestampHeader = "X-Incidents-Timestamp";

    /// <summary>The signature.</summary>
    public const string SignatureHeader = "X-Incidents-Signature";

    /// <summary>The value of <see cref="SignatureHeader"/>.</summary>
    public static string Of(string key, string timestamp, ReadOnlySpan<byte> body) =>
        "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), (byte[])[.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body]));
}
