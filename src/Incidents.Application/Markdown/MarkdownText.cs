using System.Text;

namespace Incidents.Application.Markdown;

/// <summary>Puts text from outside into Markdown that we write.</summary>
public static class MarkdownText
{
    private const string Always = @"\`*[]<>&|~{}$";
    private const string AtStart = "#+-=_";
    private static readonly string[] LinkStarts = ["mailto", "tel"];

    /// <summary>
    /// The text on one line, marked so that Markdown shows it as it is: no emphasis, link, heading, list, table cell, HTML or placeholder can
    /// come of it, wherever in a line it is put. What does not show is made visible first.
    /// </summary>
    /// <param name="text">Anything.</param>
    /// <param name="limit">Longest result before marking, in UTF-16 units; longer text ends with `…`.</param>
    public static string Escape(string text, int limit = int.MaxValue)
    {
        var shown = VisibleText.Of(text, limit);
        var escaped = new StringBuilder(shown.Length + 16);
        for (var at = 0; at < shown.Length; at++)
        {
            if (IsMark(shown, at))
            {
                escaped.Append('\\');
            }

            escaped.Append(shown[at]);
        }

        return escaped.ToString();
    }

    private static bool IsMark(string text, int at) => text[at] switch
    {
        var c when Always.Contains(c, StringComparison.Ordinal) => true,
        var c when at == 0 => AtStart.Contains(c, StringComparison.Ordinal),
        '_' => !IsWithinWord(text, at),
        '#' => text[at - 1] is ' ' or '#',
        ':' => text.AsSpan(at).StartsWith("://") || LinkStarts.Any(start => text.AsSpan(0, at).EndsWith(start, StringComparison.OrdinalIgnoreCase)),
        '.' => EndsListNumber(text, at) || text.AsSpan(0, at).EndsWith("www", StringComparison.OrdinalIgnoreCase),
        ')' => EndsListNumber(text, at),
        '@' => true,
        _ => false,
    };

    private static bool IsWithinWord(string text, int at) =>
        at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at - 1]) && char.IsAsciiLetterOrDigit(text[at + 1]);

    private static bool EndsListNumber(string text, int at) => !text.AsSpan(0, at).ContainsAnyExceptInRange('0', '9');
}
