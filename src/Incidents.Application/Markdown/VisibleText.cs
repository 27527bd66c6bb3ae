using System.Globalization;
using System.Text;

namespace Incidents.Application.Markdown;

/// <summary>Makes text from outside show as what it is: one line, nothing invisible, nothing that turns the reading direction.</summary>
public static class VisibleText
{
    /// <summary>
    /// The text on one line. Line breaks and tabs become a space; control characters, bidirectional marks, zero-width characters and halves
    /// of surrogate pairs become their code point, as in `[U+202E]`. Longer than <paramref name="limit"/> UTF-16 units: cut at a whole
    /// character and ended with `…`.
    /// </summary>
    public static string Of(string text, int limit = int.MaxValue)
    {
        var shown = new StringBuilder(Math.Min(text.Length, limit));
        var blank = true;
        for (var at = 0; at < text.Length;)
        {
            var valid = Rune.TryGetRuneAt(text, at, out var rune);
            var next = !valid ? $"[U+{(int)text[at]:X4}]" : Show(rune);
            at += valid ? rune.Utf16SequenceLength : 1;
            if (next == " " && blank)
            {
                continue;
            }

            if (shown.Length + next.Length > limit)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(next);
            blank = next == " ";
        }

        return shown.ToString().TrimEnd();
    }

    /// <summary>Whether the text holds anything that does not show: line breaks, tabs, controls, marks without width, halves of pairs.</summary>
    public static bool HasHidden(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune) || rune.Value is '\n' or '\r' or '\t' || Show(rune).Length > rune.Utf16SequenceLength)
            {
                return true;
            }

            at += rune.Utf16SequenceLength;
        }

        return false;
    }

    private static string Show(Rune rune) => rune.Value is '\n' or '\r' or '\t' ? " " : Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.SpaceSeparator => " ",
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => $"[U+{rune.Value:X4}]",
        _ => rune.ToString(),
    };
}
