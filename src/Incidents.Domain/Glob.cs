namespace Incidents.Domain;

/// <summary>A pattern for names: `*` stands for any run of characters, `?` for exactly one, everything else for itself.</summary>
/// <remarks>
/// Case counts, as it does in AWS names. The whole name has to match. There is no escape: a `*` in a name is matched by a `*` in the pattern.
/// Matching goes back to the last `*` at most, so its time is linear in the name, even in a name chosen to be slow.
/// </remarks>
public sealed record Glob
{
    private readonly string pattern;

    /// <summary>Any text is a pattern; the empty one matches the empty name only.</summary>
    public Glob(string pattern) => this.pattern = Collapse(pattern);

    /// <summary>How many characters of a name the pattern fixes: 0 for `*`, above all others for a pattern without wildcards.</summary>
    public int Specificity
    {
        get
        {
            var wildcards = pattern.AsSpan().Count('*') + pattern.AsSpan().Count('?');
            return wildcards == 0 ? int.MaxValue : pattern.Length - wildcards;
        }
    }

    /// <summary>Whether the whole of <paramref name="name"/> fits the pattern.</summary>
    public bool Matches(ReadOnlySpan<char> name)
    {
        int p = 0, n = 0, star = -1, resume = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                resume = n;
            }
            else if (p < pattern.Length && pattern[p] == '?')
            {
                p++;
                n += CharacterLength(name, n);
            }
            else if (p < pattern.Length && pattern[p] == name[n])
            {
                p++;
                n++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++resume;
            }
            else
            {
                return false;
            }
        }

        return p == pattern.Length || (p == pattern.Length - 1 && pattern[p] == '*');
    }

    /// <summary>The pattern, runs of `*` written as one.</summary>
    public override string ToString() => pattern;

    private static int CharacterLength(ReadOnlySpan<char> name, int at) =>
        char.IsHighSurrogate(name[at]) && at + 1 < name.Length && char.IsLowSurrogate(name[at + 1]) ? 2 : 1;

    private static string Collapse(string pattern)
    {
        while (pattern.Contains("**", StringComparison.Ordinal))
        {
            pattern = pattern.Replace("**", "*", StringComparison.Ordinal);
        }

        return pattern;
    }
}
