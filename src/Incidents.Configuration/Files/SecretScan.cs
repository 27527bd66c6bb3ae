using System.Text.RegularExpressions;

namespace Incidents.Configuration.Files;

/// <summary>Finds what must never be in a file that is committed and reviewed, comments included.</summary>
internal static partial class SecretScan
{
    /// <summary>Line and column, from 1, of each secret, and what kind it is. The secret itself is not handed on.</summary>
    public static IEnumerable<(int Line, int Column, string Kind)> Find(string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            foreach (Match match in Secret().Matches(line))
            {
                yield return (number, match.Index + 1, KindOf(match));
            }
        }
    }

    private static string KindOf(Match match) =>
        match.Groups["slack"].Success ? "a Slack token"
        : match.Groups["hook"].Success ? "a Slack webhook URL"
        : match.Groups["aws"].Success ? "an AWS access key"
        : match.Groups["pem"].Success ? "a private key"
        : "a bearer token";

    [GeneratedRegex(
        @"(?<slack>\b(xox[a-z]|xapp)-[A-Za-z0-9-]{6,})"
        + @"|(?<hook>hooks\.slack(-gov)?\.com/(services|triggers|workflows)/)"
        + @"|(?<aws>\b(AKIA|ASIA)[A-Z0-9]{16}\b)"
        + @"|(?<pem>-----BEGIN [A-Z ]*PRIVATE KEY)"
        + @"|\bBearer\s+[A-Za-z0-9._~+/-]{16,}"
        + @"|\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]+",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
