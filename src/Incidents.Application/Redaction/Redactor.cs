using System.Buffers;
using System.Text.RegularExpressions;

namespace Incidents.Application.Redaction;

/// <summary>Takes secrets out of text that people and machines send us, before anything keeps, shows, posts or logs it.</summary>
/// <remarks>
/// Known by their shape: tokens and webhooks of Slack, access key ids of AWS, bearer and JSON web tokens, private keys, the headers that carry
/// credentials, our own links for one person, and the query of a URL that is signed or holds a token. No other secret can be told from ordinary text.
/// The time taken grows with the length of the text and no faster, whatever the text.
/// </remarks>
public static partial class Redactor
{
    /// <summary>What stands where a secret stood.</summary>
    public const string Mark = "[redacted]";

    private const int LongestWord = 20;
    private const int LinkTokenLength = 24;

    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>Without one of these there is no secret; ordinary text needs no second look.</summary>
    private static readonly SearchValues<string> Traces = SearchValues.Create(
        ["xox", "xapp-", "hooks.slack.com", "AKIA", "ASIA", "bearer", "eyJ", "PRIVATE KEY", "authorization", "cookie", "x-slack-signature", "/r/", "?"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The text with <see cref="Mark"/> in place of each secret; the same text when there is none.</summary>
    public static string Redact(string text)
    {
        if (!text.AsSpan().ContainsAny(Traces))
        {
            return text;
        }

        text = PrivateKey().Replace(text, Mark);
        text = CredentialHeader().Replace(text, match => $"{match.Groups["name"].Value}{Mark}");
        text = Cookie().Replace(text, match => $"{match.Groups["name"].Value}{Mark}");
        text = Bearer().Replace(text, match => IsWord(match.Groups["token"].ValueSpan) ? match.Value : $"{match.Groups["name"].Value}{Mark}");
        text = Token().Replace(text, Mark);
        text = ResponderLink().Replace(text, match => IsRandom(match.Groups["token"].ValueSpan) ? $"/r/{Mark}" : match.Value);
        return UrlQueries.Redact(text);
    }

    /// <summary>`Bearer authentication failed` is prose: a token is longer than a word, or has digits in it.</summary>
    private static bool IsWord(ReadOnlySpan<char> token) => token.Length < LongestWord && !token.ContainsAnyInRange('0', '9');

    /// <summary>The last part of a wiki's address may be as long, but hardly has letters of both cases in it.</summary>
    private static bool IsRandom(ReadOnlySpan<char> token) => token.Length == LinkTokenLength && token.ContainsAnyInRange('A', 'Z') && token.ContainsAnyInRange('a', 'z');

    /// <summary>A block whose end is missing was cut, and goes all the same.</summary>
    [GeneratedRegex(@"-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----([^""-]|-[^""-])*(-----END [A-Z0-9 ]*PRIVATE KEY-----)?", Linear)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"(?<name>\bauthorization[""']?\s*[:=]\s*[""']?(basic|bearer|digest|token|aws4-hmac-sha256)\s|\bx-slack-signature[""']?\s*[:=]\s*[""']?)[^\r\n""'\\]+", Linear | RegexOptions.IgnoreCase)]
    private static partial Regex CredentialHeader();

    [GeneratedRegex(@"(?<name>\bcookie[""']?\s*:\s*[""']?)[^\s=;""'\\]+=[^\r\n""'\\]+", Linear | RegexOptions.IgnoreCase)]
    private static partial Regex Cookie();

    [GeneratedRegex(@"(?<name>\bbearer\s+)(?<token>[A-Za-z0-9._~+/=-]+)", Linear | RegexOptions.IgnoreCase)]
    private static partial Regex Bearer();

    [GeneratedRegex(@"xox[abeprs]-[A-Za-z0-9-]+|xapp-[A-Za-z0-9-]+|(https?:\\?/\\?/)?hooks\.slack\.com\\?/(services|workflows|triggers|actions|commands)\\?/[A-Za-z0-9_/\\-]+|(AKIA|ASIA)[A-Z0-9]{16}|eyJ[A-Za-z0-9_-]{10,}(\.[A-Za-z0-9_-]*)*", Linear)]
    private static partial Regex Token();

    [GeneratedRegex("/r/(?<token>[A-Za-z0-9_-]+)", Linear)]
    private static partial Regex ResponderLink();
}
