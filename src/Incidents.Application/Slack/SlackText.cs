using System.Globalization;
using System.Text;

namespace Incidents.Application.Slack;

/// <summary>Makes text from outside harmless in Slack's mrkdwn: it shows as it was written and can mention, link or hide nothing.</summary>
/// <remarks>Source: https://docs.slack.dev/messaging/formatting-message-text#escaping</remarks>
public static class SlackText
{
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>
    /// Escapes `&amp;`, `&lt;` and `&gt;`, replaces back-ticks by a look-alike so that no code span can be opened or closed,
    /// and names characters nobody can see (`[U+202E]`) instead of letting them reorder or hide text. Line breaks stay.
    /// </summary>
    public static string Escape(string text) => Escape(text, keepLines: true);

    /// <summary><see cref="Escape(string)"/> on one line: breaks become `↵`, so that no line can be forged.</summary>
    public static string EscapeLine(string text) => Escape(text, keepLines: false);

    /// <summary>Text for places that know no markup (buttons, headers): only what nobody can see is named, on one line.</summary>
    public static string Plain(string text)
    {
        var shown = new StringBuilder(text.Length);
        Visit(text, keepLines: false, rune => shown.Append(rune.ToString()), mark => shown.Append(mark));
        return shown.ToString();
    }

    /// <summary>The first <paramref name="longest"/> UTF-16 units at most, never half a character, with `…` in place of the rest.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var kept = 0;
        var characters = StringInfo.GetTextElementEnumerator(text);
        while (characters.MoveNext() && characters.ElementIndex + characters.GetTextElement().Length < longest)
        {
            kept = characters.ElementIndex + characters.GetTextElement().Length;
        }

        return string.Concat(text.AsSpan(0, kept), "…");
    }

    private static string Escape(string text, bool keepLines)
    {
        var escaped = new StringBuilder(text.Length + 16);
        Visit(
            text,
            keepLines,
            rune => _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '`' => escaped.Append('ˋ'),
                _ => escaped.Append(rune.ToString()),
            },
            mark => escaped.Append(mark));
        return escaped.ToString();
    }

    private static void Visit(string text, bool keepLines, Action<Rune> shown, Action<string> named)
    {
        var runes = text.ReplaceLineEndings("\n").EnumerateRunes().ToArray();
        for (var i = 0; i < runes.Length; i++)
        {
            var rune = runes[i];
            if (rune.Value == '\n' && !keepLines)
            {
                named("↵");
            }
            else if (rune.Value == '\t')
            {
                named(" ");
            }
            else if (rune.Value != '\n' && IsInvisible(rune) && !JoinsEmoji(runes, i))
            {
                named($"[U+{rune.Value:X4}]");
            }
            else
            {
                shown(rune);
            }
        }
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator;

    /// <summary>A joiner between two emoji makes one of them and hides nothing.</summary>
    private static bool JoinsEmoji(Rune[] runes, int i) =>
        runes[i].Value == ZeroWidthJoiner && i > 0 && i + 1 < runes.Length && IsEmojiPart(runes[i - 1]) && IsEmojiPart(runes[i + 1]);

    private static bool IsEmojiPart(Rune rune) =>
        rune.Value == 0xFE0F || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;
}
