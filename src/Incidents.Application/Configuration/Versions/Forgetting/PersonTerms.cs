using System.Text;
using System.Text.RegularExpressions;

namespace Incidents.Application.Configuration.Versions.Forgetting;

/// <summary>The words by which a person is known: id, name and its parts, addresses, numbers, names of their secrets. Found anywhere, also in comments.</summary>
internal sealed class PersonTerms
{
    private const int ShortestPart = 2;
    private const int FewestDigits = 6;

    /// <summary>Before these stand codes of countries and areas, which are written in several ways.</summary>
    private const int OwnDigits = 7;

    private readonly Regex? any;

    /// <param name="person">The id.</param>
    /// <param name="entries">What was written of the person in any version.</param>
    public PersonTerms(string person, IEnumerable<PersonEntry> entries)
    {
        string[] patterns =
        [
            .. entries.SelectMany(Words).Append(person).Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(word => word.Length).Select(Pattern),
        ];
        any = new Regex($@"(?<![\p{{L}}\p{{N}}])(?:{string.Join('|', patterns)})(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>The text with each of them replaced.</summary>
    public string Replace(string text, string by) => any!.Replace(text, _ => by);

    private static IEnumerable<string> Words(PersonEntry entry)
    {
        foreach (var (key, text) in entry.Texts)
        {
            yield return text.Trim();
            if (key == "name")
            {
                foreach (var part in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length >= ShortestPart))
                {
                    yield return part.Trim('.', ',', '(', ')', '"', '\'');
                }
            }
        }
    }

    /// <summary>A number of a phone however its digits are set apart; anything else as it is, whatever stands between its words, also in single quotes, where YAML doubles them.</summary>
    private static string Pattern(string word)
    {
        var digits = word.Where(char.IsAsciiDigit).ToArray();
        if (digits.Length >= FewestDigits && word.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '-' or '.' or '(' or ')' or '/'))
        {
            return @"(?:[+(\d][\d ./()-]*)?" + string.Join("[ ./()-]*", digits.TakeLast(OwnDigits));
        }

        var pattern = new StringBuilder();
        foreach (var part in word.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            pattern.Append(pattern.Length == 0 ? "" : @"\s+").Append(Regex.Escape(part).Replace("'", "''?", StringComparison.Ordinal));
        }

        return pattern.ToString();
    }
}
