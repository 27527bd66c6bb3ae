using System.Globalization;
using Incidents.Application.Markdown;

namespace Incidents.Application.SlackMarkup;

/// <summary>Makes text from outside harmless in Slack's mrkdwn: it shows as it was written and can mention, link or hide nothing.</summary>
/// <remarks>Source: https://docs.slack.dev/messaging/formatting-message-text#escaping</remarks>
public static class SlackText
{
    /// <summary>
    /// Escapes `&amp;`, `&lt;` and `&gt;`, replaces back-ticks by a look-alike so that no code span can be opened or closed,
    /// and names invisible characters (`[U+202E]`) instead of letting them reorder or hide text. Line breaks stay.
    /// </summary>
    public static string Escape(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(EscapeLine));

    /// <summary><see cref="Escape"/> on one line, so that no line can be forged.</summary>
    public static string EscapeLine(string text) => Plain(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace('`', 'ˋ');

    /// <summary>
    /// Escaped text in which `*`, `_` and `~` format nothing. Slack has no escape for them, and heeds them only beside something that is no letter or digit: there they
    /// give way to look-alikes. `checkout_5xx` stays as it is.
    /// </summary>
    public static string WithoutFormats(string escaped)
    {
        if (!escaped.AsSpan().ContainsAny(Formats))
        {
            return escaped;
        }

        var shown = escaped.ToCharArray();
        for (var at = 0; at < shown.Length; at++)
        {
            if (Formats.IndexOf(escaped[at], StringComparison.Ordinal) is >= 0 and var which && !(IsWord(escaped, at - 1) && IsWord(escaped, at + 1)))
            {
                shown[at] = LookAlikes[which];
            }
        }

        return new string(shown);
    }

    /// <summary>What <see cref="WithoutFormats"/> replaced, for media that format nothing.</summary>
    public static string WithFormats(string text) => LookAlikes.Index().Aggregate(text, (sofar, one) => sofar.Replace(one.Item, Formats[one.Index]));

    private const string Formats = "*_~";
    private const string LookAlikes = "∗ˍ∼";

    private static bool IsWord(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);

    /// <summary>Text for places that know no mark-up (buttons, headers): only invisible characters are named, on one line.</summary>
    public static string Plain(string text) => VisibleText.Of(text);

    /// <summary>The first <paramref name="longest"/> UTF-16 units at most, never half of what a reader calls a character, with `…` in place of the rest.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var kept = 0;
        for (var next = Next(text, kept); kept + next < longest; next = Next(text, kept))
        {
            kept += next;
        }

        return string.Concat(text.AsSpan(0, kept), "…");
    }

    private static int Next(string text, int at) => StringInfo.GetNextTextElementLength(text, at);
}
