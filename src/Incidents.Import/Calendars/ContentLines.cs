using System.Text;

namespace Incidents.Import.Calendars;

/// <summary>A line of a calendar: `DTSTART;TZID=Europe/Berlin:20261224T090000`.</summary>
/// <param name="Number">Where it begins in the file, from 1.</param>
/// <param name="Name">In capitals.</param>
/// <param name="Parameters">Names in capitals, values without quotation marks.</param>
internal sealed record ContentLine(int Number, string Name, IReadOnlyDictionary<string, string> Parameters, string Value);

/// <summary>Lines as RFC 5545, section 3.1, folds them: a line break and a blank are no line break.</summary>
internal static class ContentLines
{
    public static IEnumerable<ContentLine> Read(string text)
    {
        var (number, begun) = (0, 0);
        var line = new StringBuilder();
        foreach (var raw in text.TrimStart('\uFEFF').Split('\n').Select(part => part.TrimEnd('\r')))
        {
            number++;
            if (raw is [' ' or '\t', ..])
            {
                line.Append(raw.AsSpan(1));
                continue;
            }

            if (line.Length > 0)
            {
                yield return Parse(begun, line.ToString());
            }

            begun = number;
            line.Clear().Append(raw);
        }

        if (line.Length > 0)
        {
            yield return Parse(begun, line.ToString());
        }
    }

    private static ContentLine Parse(int number, string line)
    {
        var parts = new List<string>();
        var (start, quoted, at) = (0, false, 0);
        for (; at < line.Length && (quoted || line[at] != ':'); at++)
        {
            quoted ^= line[at] == '"';
            if (!quoted && line[at] == ';')
            {
                parts.Add(line[start..at]);
                start = at + 1;
            }
        }

        parts.Add(line[start..at]);
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in parts.Skip(1))
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            parameters[(equals < 0 ? parameter : parameter[..equals]).ToUpperInvariant()] = equals < 0 ? "" : parameter[(equals + 1)..].Trim('"');
        }

        return new(number, parts[0].ToUpperInvariant(), parameters, at < line.Length ? line[(at + 1)..] : "");
    }
}
