namespace Incidents.Application.Runbooks;

/// <summary>Finds what somebody meant to write.</summary>
internal static class NearestName
{
    private const int LongestName = 64;

    /// <summary>The name that takes the fewest edits to reach; null when each takes more than a third of its letters.</summary>
    public static string? To(string written, IEnumerable<string> names) => written.Length > LongestName
        ? null
        : names
            .Select(name => (Name: name, Edits: Edits(written.ToLowerInvariant(), name)))
            .Where(candidate => candidate.Edits <= Math.Max(1, candidate.Name.Length / 3))
            .OrderBy(candidate => candidate.Edits)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();

    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substitute = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitute, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
