using System.Buffers;
using System.Globalization;
using System.Text;

namespace Incidents.Cli.Terminal;

/// <summary>Characters that a terminal obeys instead of showing them, as the text that JSON has for them: `\u001b`.</summary>
internal static class VisibleText
{
    /// <summary>All control characters but tab and the end of a line, the marks and overrides of writing direction, and what some programs take for the end of a line.</summary>
    private static readonly SearchValues<char> Obeyed = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Select(c => (char)c).Where(c => c is not ('\t' or '\n')),
        .. Enumerable.Range(0x7f, 0x21).Select(c => (char)c),
        '\u061c', '\u200e', '\u200f', '\u2028', '\u2029', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069',
    ]);

    /// <summary>The text as it may be written to a terminal; the ends of its lines stay.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(Obeyed))
        {
            return text.ToString();
        }

        var visible = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var isEndOfLine = text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n';
            _ = Obeyed.Contains(text[i]) && !isEndOfLine ? visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}") : visible.Append(text[i]);
        }

        return visible.ToString();
    }

    /// <summary>The text in one line, for a row that nothing from outside may add another to.</summary>
    public static string OneLine(string text) =>
        text.ReplaceLineEndings("\n").Trim('\n').Replace("\n", "\\n", StringComparison.Ordinal);
}
