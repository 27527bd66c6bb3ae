namespace Incidents.Configuration.Yaml;

/// <summary>Finds the known word that is nearest to a mistyped one.</summary>
public static class Similarity
{
    private const int LongestWord = 64;
    private const int ShortestPart = 3;

    /// <summary>The word the fewest typing mistakes away (one in three letters at most), else one that contains it or is contained in it; null when none is like it.</summary>
    public static string? Nearest(string text, IEnumerable<string> known)
    {
        if (text.Length is 0 or > LongestWord)
        {
            return null;
        }

        var words = known.Where(word => word.Length <= LongestWord).ToArray();
        var nearest = words.Select(word => (Word: word, Mistakes: Mistakes(text, word))).OrderBy(word => word.Mistakes).FirstOrDefault();
        return nearest.Word is { } found && nearest.Mistakes <= Math.Max(1, Math.Min(text.Length, found.Length) / 3)
            ? found
            : words.Where(word => IsPart(word, text) || IsPart(text, word)).MinBy(word => Math.Abs(word.Length - text.Length));
    }

    private static bool IsPart(string part, string whole) =>
        part.Length >= ShortestPart && whole.Contains(part, StringComparison.OrdinalIgnoreCase);

    /// <summary>Letters to insert, leave out, exchange or swap with their neighbour; case does not count.</summary>
    private static int Mistakes(string left, string right)
    {
        var cost = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                var same = Same(left[i - 1], right[j - 1]);
                cost[i, j] = Math.Min(cost[i - 1, j - 1] + (same ? 0 : 1), Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[left.Length, right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
