using System.Globalization;
using System.Text;

namespace Incidents.Application.Calendars.Text;

/// <summary>Lines of iCalendar (RFC 5545, section 3.1): at most 75 octets, continued on the next after a blank, each ended by CR LF.</summary>
internal sealed class ContentLines
{
    private const int LongestLine = 75;
    private const string LineEnd = "\r\n";

    private readonly StringBuilder lines = new();

    /// <summary>A property whose value is in a form of its own.</summary>
    public ContentLines Add(string property, string value)
    {
        var room = LongestLine;
        foreach (var rune in $"{property}:{value}".EnumerateRunes())
        {
            if (room < rune.Utf8SequenceLength)
            {
                lines.Append(LineEnd).Append(' ');
                room = LongestLine - 1;
            }

            lines.Append(rune.ToString());
            room -= rune.Utf8SequenceLength;
        }

        lines.Append(LineEnd);
        return this;
    }

    public ContentLines Add(string property, int value) => Add(property, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A property whose value is text, which people may have written.</summary>
    public ContentLines AddText(string property, string text) => Add(property, Escape(text));

    public override string ToString() => lines.ToString();

    /// <summary>What would end the text or the line is escaped; other control characters have no way to be written and go.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            _ = letter switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(letter),
                '\n' => escaped.Append(@"\n"),
                _ when char.IsControl(letter) => escaped,
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }
}
