using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Application.Tests.Calendars;

/// <summary>A calendar as a program that knows nothing of ours reads it: unfolded, split and unescaped by the letter of RFC 5545.</summary>
internal sealed class ParsedCalendar
{
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    public Dictionary<string, string> Head { get; } = [];

    public List<Dictionary<string, string>> Events { get; } = [];

    public static ParsedCalendar Read(string text)
    {
        var parsed = new ParsedCalendar();
        var scope = parsed.Head;
        var open = new Stack<string>();
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        foreach (var line in Unfold(text))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (line[..colon], Unescape(line[(colon + 1)..]));
            if (name == "BEGIN")
            {
                open.Push(value);
                if (value == "VEVENT")
                {
                    parsed.Events.Add(scope = []);
                }
            }
            else if (name == "END")
            {
                Assert.Equal(open.Pop(), value);
                scope = parsed.Head;
            }
            else
            {
                scope.Add(name, value);
            }
        }

        Assert.Empty(open);
        return parsed;
    }

    public static Instant Time(string value) => Utc.Parse(value).Value;

    /// <summary>The lines as they go over the wire.</summary>
    public static string[] WireLines(string text) => text[..^2].Split("\r\n");

    private static IEnumerable<string> Unfold(string text)
    {
        var line = new StringBuilder();
        foreach (var wire in WireLines(text))
        {
            if (wire.StartsWith(' '))
            {
                line.Append(wire.AsSpan(1));
                continue;
            }

            if (line.Length > 0)
            {
                yield return line.ToString();
            }

            line.Clear().Append(wire);
        }

        yield return line.ToString();
    }

    private static string Unescape(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            text.Append(value[i] != '\\' ? value[i] : value[++i] == 'n' ? '\n' : value[i]);
        }

        return text.ToString();
    }
}
