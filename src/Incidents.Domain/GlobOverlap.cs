using System.Text;

namespace Incidents.Domain;

/// <summary>Whether two patterns can claim the same name.</summary>
public static class GlobOverlap
{
    /// <summary>A name both fit, one of the shortest; null when there is none.</summary>
    public static string? Example(Glob left, Glob right)
    {
        var (a, b) = (left.ToString(), right.ToString());
        if (!Agree(Head(a), Head(b)) || !Tail(a).EndsWith(Tail(b)) && !Tail(b).EndsWith(Tail(a)))
        {
            return null;
        }

        // Places (i, j) in the two patterns, each reached from the one that is noted for it.
        var width = b.Length + 1;
        var cameFrom = new int[(a.Length + 1) * width];
        Array.Fill(cameFrom, -1);
        cameFrom[0] = 0;
        var next = new Queue<int>([0]);
        while (next.TryDequeue(out var at) && cameFrom[^1] < 0)
        {
            var (i, j) = (at / width, at % width);
            Reach(i < a.Length && (a[i] == '*' || (j < b.Length && b[j] == '*')), at + width);
            Reach(j < b.Length && (b[j] == '*' || (i < a.Length && a[i] == '*')), at + 1);
            Reach(i < a.Length && j < b.Length && Fit(a[i], b[j]), at + width + 1);

            void Reach(bool isOpen, int place)
            {
                if (isOpen && cameFrom[place] < 0)
                {
                    cameFrom[place] = at;
                    next.Enqueue(place);
                }
            }
        }

        return cameFrom[^1] < 0 ? null : Spell(a, b, cameFrom);
    }

    private static string Spell(string a, string b, int[] cameFrom)
    {
        var width = b.Length + 1;
        var name = new StringBuilder();
        for (var at = cameFrom.Length - 1; at > 0; at = cameFrom[at])
        {
            var from = cameFrom[at];
            var (i, j) = (from / width, from % width);
            var letter = (at - from) switch
            {
                1 => b[j],
                var step when step == width => a[i],
                _ => a[i] is '?' ? b[j] : a[i],
            };
            if (letter != '*')
            {
                name.Insert(0, letter == '?' ? 'x' : letter);
            }
        }

        return name.ToString();
    }

    private static bool Fit(char left, char right) => left != '*' && right != '*' && (left == right || left == '?' || right == '?');

    private static bool Agree(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => left.StartsWith(right) || right.StartsWith(left);

    /// <summary>What a name begins with for certain.</summary>
    private static ReadOnlySpan<char> Head(string pattern) => pattern.AsSpan(0, pattern.AsSpan().IndexOfAny('*', '?') is var end and >= 0 ? end : pattern.Length);

    private static ReadOnlySpan<char> Tail(string pattern) => pattern.AsSpan(pattern.AsSpan().LastIndexOfAny('*', '?') + 1);
}
