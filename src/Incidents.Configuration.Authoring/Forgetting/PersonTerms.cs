using System.Text;
using System.Text.RegularExpressions;
using Incidents.Domain;

namespace Incidents.Configuration.Authoring.Forgetting;

/// <summary>The words by which a person is known: id, name and its parts, addresses, numbers, names of their secrets. Found anywhere, also in comments.</summary>
internal sealed class PersonTerms
{
    private const int ShortestPart = 2;
    private const int ShortestOfSeveral = 3;
    private const int FewestDigits = 6;

    /// <summary>What people write between the digits of a number: any blank or dash of Unicode, and a few signs.</summary>
    private const string Between = @"\p{Zs}\p{Pd}./()_:·";

    private static readonly char[] InNames = [' ', '-', '\'', '’', '‐', '‑'];
    private static readonly char[] InAddresses = ['.', '-', '_', '+'];
    private static readonly (string Letter, string Long, string Short)[] Spelt =
    [
        ("ä", "ae", "a"), ("ö", "oe", "o"), ("ü", "ue", "u"), ("ß", "ss", "ss"), ("å", "aa", "a"), ("ø", "oe", "o"), ("æ", "ae", "ae"), ("é", "e", "e"), ("è", "e", "e"), ("ê", "e", "e"),
        ("á", "a", "a"), ("à", "a", "a"), ("í", "i", "i"), ("ó", "o", "o"), ("ú", "u", "u"), ("ñ", "n", "n"), ("ç", "c", "c"), ("ł", "l", "l"), ("š", "s", "s"), ("ž", "z", "z"), ("č", "c", "c"),
    ];

    /// <summary>Before these stand codes of countries and areas, which are written in several ways.</summary>
    private const int OwnDigits = 7;

    private readonly Regex? any;

    /// <param name="person">The id.</param>
    /// <param name="entries">What was written of the person in any version.</param>
    public PersonTerms(PersonId person, IEnumerable<PersonEntry> entries)
    {
        string[] patterns =
        [
            .. entries.SelectMany(Words).Append(person.Value).Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(word => word.Length).Select(Pattern),
        ];
        any = new Regex($@"(?<![\p{{L}}\p{{N}}])(?:{string.Join('|', patterns)})(?:['’]?s)?(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>The text with each of them replaced.</summary>
    public string Replace(string text, string by) => any!.Replace(text, _ => by);

    private static IEnumerable<string> Words(PersonEntry entry)
    {
        foreach (var (key, text) in entry.Texts)
        {
            yield return text.Trim();
            var parts = key switch
            {
                "name" => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length >= ShortestPart)
                    .Concat(text.Split(InNames, StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length >= ShortestOfSeveral)),
                "email" => [text.Split('@')[0], .. text.Split('@')[0].Split(InAddresses, StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length >= ShortestOfSeveral)],
                _ => [],
            };
            foreach (var part in parts.Select(part => part.Trim('.', ',', '(', ')', '"', '\'')).SelectMany(Spellings))
            {
                yield return part;
            }
        }
    }

    /// <summary>A word as it is, and as it is typed where the letters of its language are missing.</summary>
    private static IEnumerable<string> Spellings(string word) =>
        [word, .. Spelt.Any(letter => word.Contains(letter.Letter, StringComparison.OrdinalIgnoreCase)) ? new[] { Write(word, letter => letter.Long), Write(word, letter => letter.Short) } : []];

    private static string Write(string word, Func<(string Letter, string Long, string Short), string> form) =>
        Spelt.Aggregate(word, (text, letter) => text.Replace(letter.Letter, form(letter), StringComparison.OrdinalIgnoreCase));

    /// <summary>A number of a phone however its digits are set apart; anything else as it is, whatever stands between its words, also in single quotes, where YAML doubles them.</summary>
    private static string Pattern(string word)
    {
        var digits = word.Where(char.IsAsciiDigit).ToArray();
        if (digits.Length >= FewestDigits && word.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '-' or '.' or '(' or ')' or '/'))
        {
            return $@"(?:[+(\d][\d{Between}]*)?" + string.Join($"[{Between}]*", digits.TakeLast(OwnDigits));
        }

        var pattern = new StringBuilder();
        foreach (var part in word.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            pattern.Append(pattern.Length == 0 ? "" : @"\s+").Append(Regex.Escape(part).Replace("'", "''?", StringComparison.Ordinal));
        }

        return pattern.ToString();
    }
}
