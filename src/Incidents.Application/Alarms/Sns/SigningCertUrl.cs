using System.Buffers;

namespace Incidents.Application.Alarms.Sns;

/// <summary>
/// Which certificate addresses are believed: those AWS uses, letter by letter, on the host of the topic's own region. Looser
/// checks have let through query strings, S3 buckets named sns and foreign ports.
/// </summary>
public static class SigningCertUrl
{
    private const string Path = "/SimpleNotificationService-";
    private const string Extension = ".pem";
    private const int HexDigits = 32;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>The address under which a topic's region serves a certificate.</summary>
    /// <param name="topicArn">ARN of an SNS topic.</param>
    /// <param name="hex">32 lower-case hex digits that name the certificate.</param>
    /// <returns>Null when the ARN is of no known form.</returns>
    public static Uri? For(string topicArn, string hex) =>
        SnsTopic.HostOf(topicArn) is { } host ? new($"https://{host}{Path}{hex}{Extension}") : null;

    /// <summary>Whether the certificate of a message from this topic may be at this address.</summary>
    public static bool IsTrusted(string? address, string topicArn)
    {
        var start = $"https://{SnsTopic.HostOf(topicArn)}{Path}";
        return SnsTopic.HostOf(topicArn) is not null
            && address?.Length == start.Length + HexDigits + Extension.Length
            && address.StartsWith(start, StringComparison.Ordinal)
            && address.EndsWith(Extension, StringComparison.Ordinal)
            && address.AsSpan(start.Length, HexDigits).IndexOfAnyExcept(Hex) < 0;
    }
}
