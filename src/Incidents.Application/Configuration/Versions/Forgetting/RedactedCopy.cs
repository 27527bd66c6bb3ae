using System.Text;

namespace Incidents.Application.Configuration.Versions.Forgetting;

/// <summary>A version without a person: their entry is emptied, and whatever names them elsewhere, comments included, has a neutral word instead.</summary>
/// <remarks>It is for reading, and is never in force again, so too much may go and too little may not.</remarks>
internal static class RedactedCopy
{
    /// <summary>Null when nothing in the version names the person.</summary>
    /// <param name="neutral">What stands in their place.</param>
    public static ConfigurationVersion? Of(ConfigurationVersion version, string person, PersonTerms terms, string neutral, Redaction redaction)
    {
        ConfigurationFile[] files = [.. version.Files.Select(file => Of(file, person, terms, neutral))];
        var isSame = files.Zip(version.Files).All(pair => pair.First.Name == pair.Second.Name && pair.First.Content.Span.SequenceEqual(pair.Second.Content.Span));
        return isSame ? null : version with { Files = files, Redacted = redaction };
    }

    /// <summary>The text of a file, with plain line ends, as places in it count.</summary>
    public static string TextOf(ConfigurationFile file) => Encoding.UTF8.GetString(file.Content.Span).TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);

    private static ConfigurationFile Of(ConfigurationFile file, string person, PersonTerms terms, string neutral)
    {
        var text = TextOf(file);
        var without = PersonEntry.Find(text, person) is { } entry ? Emptied(text, entry, neutral) : text;
        without = terms.Replace(without, neutral);
        var name = terms.Replace(file.Name, neutral);
        return without == text && name == file.Name ? file : new ConfigurationFile(name, Encoding.UTF8.GetBytes(without));
    }

    /// <summary>With the entry go the comments at its end and directly above it: what they say need not name whom they are about.</summary>
    private static string Emptied(string text, PersonEntry entry, string neutral)
    {
        var end = text.IndexOf('\n', entry.To) is >= 0 and var line ? line : text.Length;
        var rest = text[entry.To..end];
        var afterValue = rest.Contains('#', StringComparison.Ordinal) && rest.TrimStart().StartsWith('#') ? end : entry.To;
        var key = text.LastIndexOf('\n', Math.Max(0, text[..entry.From].TrimEnd().Length - 1)) + 1;
        var above = key;
        while (above > 0 && text.LastIndexOf('\n', Math.Max(0, above - 2)) + 1 is var before && before < above && text[before..above].TrimStart().StartsWith('#'))
        {
            above = before;
        }

        return $"{text[..above]}{text[key..entry.From]}{{ name: {neutral} }}{text[afterValue..]}";
    }
}
