using System.Text;
using System.Text.RegularExpressions;
using Incidents.Application.Configuration.Versions;
using Incidents.Configuration.Files;
using Incidents.Domain;

namespace Incidents.Configuration.Authoring.Forgetting;

/// <summary>A version without a person: their entry is emptied, and whatever names them elsewhere, comments included, has a neutral word instead.</summary>
/// <remarks>It is for reading, and is never in force again, so too much may go and too little may not.</remarks>
internal static partial class RedactedCopy
{
    /// <summary>Null when nothing in the version names the person.</summary>
    /// <param name="neutral">What stands in their place.</param>
    public static ConfigurationVersion? Of(ConfigurationVersion version, PersonId person, PersonTerms terms, string neutral, Redaction redaction)
    {
        ConfigurationFile[] files = [.. version.Files.Select(file => Of(file, person, terms, neutral))];
        var isSame = files.Zip(version.Files).All(pair => pair.First.Name == pair.Second.Name && pair.First.Content.Span.SequenceEqual(pair.Second.Content.Span));
        return isSame ? null : version with { Files = files, Redacted = redaction };
    }

    /// <summary>The text of a file, with plain line ends, as places in it count.</summary>
    public static string TextOf(ConfigurationFile file) => Encoding.UTF8.GetString(file.Content.Span).TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);

    private static ConfigurationFile Of(ConfigurationFile file, PersonId person, PersonTerms terms, string neutral)
    {
        var text = TextOf(file);
        var without = PersonEntry.Find(text, person) is { } entry ? Emptied(text, entry, neutral) : text;
        without = terms.Replace(without, neutral);
        var name = terms.Replace(file.Name, neutral);
        return without == text && name == file.Name ? file : new ConfigurationFile(name, Encoding.UTF8.GetBytes(without));
    }

    /// <summary>With the entry go the comments in it, at its end and directly above it: what they say need not name whom they are about.</summary>
    private static string Emptied(string text, PersonEntry entry, string neutral)
    {
        var end = text.IndexOf('\n', entry.To) is >= 0 and var line ? line : text.Length;
        var rest = text[entry.To..end];
        var afterValue = rest.Contains('#', StringComparison.Ordinal) && rest.TrimStart().StartsWith('#') ? end : entry.To;
        var key = text.LastIndexOf('\n', Math.Max(0, text[..entry.From].TrimEnd().Length - 1)) + 1;
        while (key > 0 && text[key..entry.From].TrimStart() is ['#', ..] or [])
        {
            key = LineBefore(text, key);
        }

        var above = key;
        while (above > 0 && LineBefore(text, above) is var higher && higher < above && text[higher..above].TrimStart().StartsWith('#'))
        {
            above = higher;
        }

        var before = Comment().Replace(text[key..entry.From], "").TrimEnd();
        return $"{text[..above]}{before} {{ name: {neutral} }}{Below(text, afterValue, Indent(text[key..]))}";
    }

    /// <summary>What follows the entry, without the comments that are indented as what is in it.</summary>
    private static string Below(string text, int from, int indent)
    {
        var lines = text[from..].Split('\n');
        var kept = 1;
        while (kept < lines.Length && (lines[kept].Trim().Length == 0 || (lines[kept].TrimStart().StartsWith('#') && Indent(lines[kept]) > indent)))
        {
            kept++;
        }

        var last = kept;
        while (last > 1 && lines[last - 1].Trim().Length == 0)
        {
            last--;
        }

        return string.Join('\n', lines.Take(1).Concat(lines.Skip(last)));
    }

    private static int LineBefore(string text, int line) => line < 2 ? 0 : text.LastIndexOf('\n', line - 2) + 1;

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;

    [GeneratedRegex(@"(?<=^|\s)#[^\n]*", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();
}
