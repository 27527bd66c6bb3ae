using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using NodaTime;

namespace Incidents.Application.Slack.Inbound;

/// <summary>Verifies that Slack signed a request for this app.</summary>
/// <remarks>
/// While a secret is being rotated, both the current and the previous one count; a retired one is simply no longer in the list.
/// A genuine request may still be a replay within the five minutes: what it asks for has to be idempotent.
/// Source: https://docs.slack.dev/authentication/verifying-requests-from-slack
/// </remarks>
public sealed class SlackSignature(params IReadOnlyList<SlackSigningSecret> secrets) : ISlackSignatures
{
    /// <summary>Header with `v0=` and 64 lower-case hex digits.</summary>
    public const string SignatureHeader = "X-Slack-Signature";

    /// <summary>Header with whole seconds since 1970, as digits.</summary>
    public const string TimestampHeader = "X-Slack-Request-Timestamp";

    internal const string Prefix = "v0=";

    private const int MacLength = 32;
    private const int LongestTimestamp = 12;
    private const long WindowSeconds = 300;

    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    /// <summary>Null when Slack signed the request within the last (or, by its clock, next) five minutes; the reason when not.</summary>
    public SlackRefusal? Refuse(SlackRequest request, ReadOnlySpan<byte> body, Instant now)
    {
        if (!request.TrySingle(SignatureHeader, out var header) || !request.TrySingle(TimestampHeader, out var timestamp))
        {
            return SlackRefusal.NotSigned;
        }

        if (!TryReadMac(header, out var claimed))
        {
            return SlackRefusal.MalformedSignature;
        }

        if (!TryReadSeconds(timestamp, out var seconds))
        {
            return SlackRefusal.MalformedTimestamp;
        }

        // Slack counts whole seconds, so now is cut to them too: 300 passes, 301 does not.
        if (Math.Abs(now.ToUnixTimeSeconds() - seconds) > WindowSeconds)
        {
            return SlackRefusal.OutsideTimeWindow;
        }

        return IsSignedByUs(timestamp, body, claimed) ? null : SlackRefusal.ForeignSignature;
    }

    /// <summary>Secrets that are given stay as they are.</summary>
    ValueTask<SlackSignature> ISlackSignatures.Current(CancellationToken cancellation) => ValueTask.FromResult(this);

    ValueTask<SlackSignature?> ISlackSignatures.Renewed(CancellationToken cancellation) => ValueTask.FromResult<SlackSignature?>(null);

    private bool IsSignedByUs(string timestamp, ReadOnlySpan<byte> body, byte[] claimed)
    {
        var genuine = false;
        foreach (var secret in secrets)
        {
            genuine |= CryptographicOperations.FixedTimeEquals(secret.Sign(timestamp, body), claimed);
        }

        return genuine;
    }

    private static bool TryReadMac(string header, out byte[] mac)
    {
        mac = [];
        if (header.Length != Prefix.Length + (2 * MacLength)
            || !header.StartsWith(Prefix, StringComparison.Ordinal)
            || header.AsSpan(Prefix.Length).ContainsAnyExcept(LowerHex))
        {
            return false;
        }

        mac = Convert.FromHexString(header.AsSpan(Prefix.Length));
        return true;
    }

    private static bool TryReadSeconds(string text, out long seconds)
    {
        seconds = 0;
        return text.Length is > 0 and <= LongestTimestamp
            && !text.AsSpan().ContainsAnyExceptInRange('0', '9')
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds);
    }
}
