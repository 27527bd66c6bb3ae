using System.Globalization;
using System.Text;

namespace Incidents.Import;

/// <summary>
/// Our ids for the other tool's objects: short forms of their names. Objects that share a name get a number by the order of the other
/// tool's ids, so that the same objects have the same ids in every import, whatever the order of files.
/// </summary>
/// <param name="fallback">What something is called whose name has no letter or digit to use.</param>
/// <param name="taken">Ids that mean something else.</param>
internal sealed class ImportedIds(string fallback, params string[] taken)
{
    private const int Longest = 36;

    private readonly SortedDictionary<string, string> names = new(StringComparer.Ordinal);
    private Dictionary<string, string>? ids;

    /// <summary>Makes an object known; the first name given counts.</summary>
    public void Add(string key, string? name)
    {
        if (names.TryAdd(key, name ?? key))
        {
            ids = null;
        }
    }

    /// <summary>Returns the id of an object; null when its key was never added.</summary>
    public string? Find(string? key) => key is null ? null : (ids ??= Assign()).GetValueOrDefault(key);

    private Dictionary<string, string> Assign()
    {
        var used = new HashSet<string>(taken, StringComparer.Ordinal);
        var assigned = new Dictionary<string, string>();
        foreach (var (key, name) in names)
        {
            var slug = Slug(name) is { Length: > 0 } fromName ? fromName : Slug(key) is { Length: > 0 } fromKey ? fromKey : fallback;
            var id = slug;
            for (var number = 2; !used.Add(id); number++)
            {
                id = string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");
            }

            assigned.Add(key, id);
        }

        return assigned;
    }

    /// <summary>`Zoë Núñez (SRE)` becomes `zoe-nunez-sre`.</summary>
    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.SelectMany(LatinLetters.Plain))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString(0, Math.Min(slug.Length, Longest)).Trim('-');
    }
}
