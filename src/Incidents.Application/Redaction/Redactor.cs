using System.Buffers;
using System.Text.RegularExpressions;

namespace Incidents.Application.Redaction;

/// <summary>Takes secrets out of text that people and machines send us, before anything keeps, shows, posts or logs it.</summary>
/// <remarks>
/// Known by their shape: tokens and webhooks of Slack, webhooks of Discord, Teams and ntfy, keys of AWS, tokens of GitHub, bearer and JSON web tokens, private keys,
/// the headers that carry credentials, our own links and calendars, the password in a URL, and its query when it is signed or holds a token. No other secret can be
/// told from ordinary text.
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
        ["xox", "xapp-", "hooks.slack.com", "AKIA", "ASIA", "bearer", "eyJ", "PRIVATE KEY", "authorization", "cookie", "x-slack-signature", "/r/", "/calendars/", "?", "@", "secret", "session_token", "sessiontoken", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "webhook", "ntfy", "tk_"],
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
        text = SecretKey().Replace(text, match => $"{match.Groups["name"].Value}{Mark}");
        text = Password().Replace(text, match => $"{match.Groups["start"].Value}{Mark}@");
        text = Webhook().Replace(text, match => $"{match.Groups["start"].Value}{Mark}");
        text = Calendar().Replace(text, match => IsRandom(match.Groups["token"].ValueSpan) ? $"/calendars/{Mark}" : match.Value);
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

    [GeneratedRegex(@"xox[abeprs]-[A-Za-z0-9-]+|xapp-[A-Za-z0-9-]+|(https?:\\?/\\?/)?hooks\.slack\.com\\?/(services|workflows|triggers|actions|commands)\\?/[A-Za-z0-9_/\\-]+|(AKIA|ASIA)[A-Z0-9]{16}|\bgh[pousr]_[A-Za-z0-9]{20,}|\bgithub_pat_[A-Za-z0-9_]{20,}|\btk_[a-z0-9]{29}|eyJ[A-Za-z0-9_-]{10,}(\.[A-Za-z0-9_-]*)*", Linear)]
    private static partial Regex Token();

    /// <summary>The secret half of a key of AWS, as environment variables, profiles and JSON name it.</summary>
    [GeneratedRegex(@"(?<name>(secret_?access_?key|session_?token)[""']?\s*[:=]\s*[""']?)[A-Za-z0-9/+=_-]{16,}", Linear | RegexOptions.IgnoreCase)]
    private static partial Regex SecretKey();

    /// <summary>`scheme://user:password@host`.</summary>
    [GeneratedRegex(@"(?<start>[A-Za-z][A-Za-z0-9+.-]*:\\?/\\?/[^\s/:@""'<>\\?#]*:)[^\s/@""'<>\\?#]+@", Linear)]
    private static partial Regex Password();

    [GeneratedRegex(@"(?<start>\bdiscord(app)?\.com\\?/api\\?/(v[0-9]+\\?/)?webhooks\\?/|\.webhook\.office\.com\\?/|\boutlook\.office(365)?\.com\\?/webhook\\?/|\bntfy\.sh\\?/)[A-Za-z0-9_/@.\\-]+", Linear | RegexOptions.IgnoreCase)]
    private static partial Regex Webhook();

    [GeneratedRegex("/calendars/(?<token>[A-Za-z0-9_-]+)", Linear)]
    private static partial Regex Calendar();

    [GeneratedRegex("/r/(?<token>[A-Za-z0-9_-]+)", Linear)]
    private static partial Regex ResponderLink();
}
