using System.Text;

namespace Incidents.Application.Postmortems;

/// <summary>Takes people's names out of text: a postmortem is about what happened, and who happened to be there is no part of it.</summary>
/// <remarks>
/// Full names, ids and addresses go in any spelling of upper and lower case; a single word of a name only as it is written, so that
/// "May" goes and "may" stays. Nicknames that are not configured remain: the draft asks its reader to look for them.
/// </remarks>
internal sealed class PeopleNames
{
    private const int ShortestWord = 3;
    private readonly (string Name, StringComparison Comparison)[] names;

    public PeopleNames(IEnumerable<string> people) => names =
    [
        .. people.Select(name => name.Trim())
            .SelectMany(name => Words(name).Append(name))
            .Where(name => name.Length > 0)
            .Distinct()
            .Select(name => (Name: name, IsWord(name) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(name => name.Name.Length),
    ];

    /// <summary>The text with a role in the place of every name.</summary>
    public string Hide(string text)
    {
        var role = PostmortemRole.Responder.InWords();
        return names.Aggregate(text, (hidden, name) => Replace(hidden, name.Name, role, name.Comparison));
    }

    private static IEnumerable<string> Words(string name) =>
        name.Contains(' ', StringComparison.Ordinal) ? name.Split(' ').Where(word => word.Length >= ShortestWord) : [];

    private static bool IsWord(string name) => name.All(char.IsLetter);

    private static string Replace(string text, string name, string role, StringComparison comparison)
    {
        var at = text.IndexOf(name, comparison);
        if (at < 0)
        {
            return text;
        }

        var replaced = new StringBuilder();
        var copied = 0;
        for (; at >= 0; at = text.IndexOf(name, at + 1, comparison))
        {
            if (at >= copied && IsWhole(text, at, name.Length))
            {
                replaced.Append(text, copied, at - copied).Append(role);
                copied = at + name.Length;
            }
        }

        return replaced.Append(text, copied, text.Length - copied).ToString();
    }

    private static bool IsWhole(string text, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + length == text.Length || !char.IsLetterOrDigit(text[at + length]));
}
