using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;

namespace Incidents.Application.SlackMarkup;

/// <summary>Text in Slack's mark-up. Nothing from outside gets into one unescaped: the literal parts are ours, every hole is escaped.</summary>
/// <example><c>Mrkdwn.Of($"*{service}* is down")</c>: the stars are bold, whatever the service is called.</example>
public readonly partial record struct Mrkdwn
{
    private readonly string? value;

    private Mrkdwn(string value) => this.value = value;

    /// <summary>No text; a section without text is left out of the message.</summary>
    public static Mrkdwn Empty => default;

    /// <summary>The mark-up, ready to be sent.</summary>
    public string Value => value ?? "";

    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(value);

    /// <summary>Mark-up with holes: text goes in escaped on one line, other mark-up as it is.</summary>
    public static Mrkdwn Of(Template template) => new(template.ToString());

    /// <summary>Text from outside, escaped, with its line breaks.</summary>
    public static Mrkdwn Text(string text) => new(SlackText.WithoutFormats(SlackText.Escape(text)));

    /// <summary>A name as code: look-alike letters, `:emoji:` and `_underscores_` stay what they are.</summary>
    public static Mrkdwn Code(string text) =>
        string.IsNullOrWhiteSpace(text) ? Empty : new($"`{SlackText.EscapeLine(text)}`");

    /// <summary>Text from outside as a block of code, with its line breaks and without any mark-up.</summary>
    public static Mrkdwn Fenced(string text) =>
        string.IsNullOrWhiteSpace(text) ? Empty : new($"{Fence}\n{SlackText.Escape(text)}\n{Fence}");

    /// <summary>A person who is to be notified. An id of the wrong form is shown as text and notifies no user.</summary>
    public static Mrkdwn Mention(string userId) =>
        UserId().IsMatch(userId) ? new($"<@{userId}>") : new(SlackText.EscapeLine(userId));

    /// <summary>A link that we built. Only `https`, or `http` for the local console.</summary>
    public static Mrkdwn Link(Uri url, string label) => url.Scheme is "https" or "http"
        ? new($"<{SlackText.EscapeLine(url.AbsoluteUri).Replace("|", "%7C", StringComparison.Ordinal)}|{SlackText.EscapeLine(label)}>")
        : new(SlackText.EscapeLine(label));

    /// <summary>A moment, which Slack shows in the reader's time zone.</summary>
    /// <param name="fallback">What stands there where Slack does not render it: with its zone, for it is not converted.</param>
    /// <remarks>Source: https://docs.slack.dev/messaging/formatting-message-text#date-formatting</remarks>
    public static Mrkdwn Date(Instant at, string fallback) =>
        new(string.Create(CultureInfo.InvariantCulture, $"<!date^{at.ToUnixTimeSeconds()}^{{date_short_pretty}} {{time}}|{SlackText.EscapeLine(fallback)}>"));

    /// <summary>The same for where Slack renders no dates, on a lock screen for one.</summary>
    public Mrkdwn WithPlainDates() => new(DateToken().Replace(Value, "$1"));

    /// <summary>The words alone, for a medium that knows nothing of Slack: no dates, no escapes. Mentions and links have no place in such text.</summary>
    public string ToPlainText() => SlackText.WithFormats(WithPlainDates().Value)
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>Lines below one another; empty ones are left out.</summary>
    public static Mrkdwn Lines(params IEnumerable<Mrkdwn> lines) => Join("\n", lines);

    /// <summary>Parts on one line with <paramref name="separator"/> between them; empty ones are left out.</summary>
    public static Mrkdwn Join([ConstantExpected] string separator, params IEnumerable<Mrkdwn> parts) =>
        new(string.Join(separator, parts.Where(part => !part.IsEmpty).Select(part => part.Value)));

    /// <summary>At most <paramref name="longest"/> UTF-16 units; what is cut is said. Links, entities and characters stay whole, open code is closed.</summary>
    public Mrkdwn Cut(int longest)
    {
        if (Value.Length <= longest)
        {
            return this;
        }

        var room = longest - CutNote.Length - Fence.Length;
        var kept = 0;
        for (var next = WholeLength(Value); kept + next <= room; next = WholeLength(Value.AsSpan(kept)))
        {
            kept += next;
        }

        var head = Value[..kept].TrimEnd();
        return new(head + Unclosed(head) + CutNote);
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    private const string CutNote = " … _(cut)_";
    private const string Fence = "```";

    /// <summary>Length of what may not be torn apart: a link or mention, an entity, a fence, or one character as a reader counts them.</summary>
    private static int WholeLength(ReadOnlySpan<char> text) => Math.Max(1, text switch
    {
        ['<', ..] => text.IndexOf('>') + 1,
        ['&', ..] => text.IndexOf(';') + 1,
        ['`', '`', '`', ..] => Fence.Length,
        _ => StringInfo.GetNextTextElementLength(text),
    });

    /// <summary>Back-ticks from outside are replaced when they are escaped, so the ones that are there are ours and come in pairs.</summary>
    private static string Unclosed(string head)
    {
        if (head.Split(Fence).Length % 2 == 0)
        {
            return Fence;
        }

        return head.Count(c => c == '`') % 2 == 0 ? "" : "`";
    }

    [GeneratedRegex("^[UW][A-Z0-9]{1,30}$", RegexOptions.NonBacktracking)]
    private static partial Regex UserId();

    [GeneratedRegex(@"<!date\^[^|>]*\|([^>]*)>", RegexOptions.NonBacktracking)]
    private static partial Regex DateToken();

    /// <summary>Takes the parts of an interpolated string and escapes the ones that come from outside.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Template
    {
        private readonly StringBuilder text;

        /// <summary>Called by the compiler.</summary>
        public Template(int literalLength, int formattedCount) => text = new StringBuilder(literalLength + (16 * formattedCount));

        /// <summary>A part we wrote ourselves.</summary>
        public void AppendLiteral(string literal) => text.Append(literal);

        /// <summary>Text from outside, on one line.</summary>
        public void AppendFormatted(string? value) => text.Append(SlackText.WithoutFormats(SlackText.EscapeLine(value ?? "")));

        /// <summary>Mark-up that is already safe.</summary>
        public void AppendFormatted(Mrkdwn value) => text.Append(value.Value);

        /// <summary>A number.</summary>
        public void AppendFormatted(int value) => text.Append(CultureInfo.InvariantCulture, $"{value}");

        /// <inheritdoc />
        public override string ToString() => text.ToString();
    }
}
