using System.Buffers;
using System.Text;

namespace Incidents.Application.Redaction;

/// <summary>The queries of URLs that are signed or hold a token. Other queries only say which page is meant, and stay.</summary>
internal static class UrlQueries
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\"'<>\\|#");

    private static readonly SearchValues<string> SecretNames = SearchValues.Create(
        ["sig", "token", "secret", "passw", "apikey", "api_key", "api-key", "accesskey", "access_key", "credential", "auth", "session", "x-amz-"],
        StringComparison.OrdinalIgnoreCase);

    public static string Redact(string text)
    {
        StringBuilder? redacted = null;
        var copied = 0;
        for (var at = text.IndexOf('?', StringComparison.Ordinal); at >= 0;)
        {
            var length = text.AsSpan(at).IndexOfAny(Ends);
            var end = length < 0 ? text.Length : at + length;
            if (HoldsSecret(text.AsSpan(at..end)))
            {
                (redacted ??= new StringBuilder()).Append(text, copied, at + 1 - copied).Append(Redactor.Mark);
                copied = end;
            }

            at = text.IndexOf('?', end);
        }

        return redacted is null ? text : redacted.Append(text, copied, text.Length - copied).ToString();
    }

    private static bool HoldsSecret(ReadOnlySpan<char> query)
    {
        foreach (var range in query.SplitAny('?', '&', ';'))
        {
            var parameter = query[range];
            if (parameter.IndexOf('=') is > 0 and var equals && parameter[..equals].ContainsAny(SecretNames))
            {
                return true;
            }
        }

        return false;
    }
}
