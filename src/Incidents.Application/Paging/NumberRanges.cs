using System.Globalization;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Paging;

/// <summary>Numbers of many incidents in few letters: `5 to 43, 47`. Each is named.</summary>
internal static class NumberRanges
{
    public static string Of(IEnumerable<IncidentNumber> incidents)
    {
        var parts = new List<string>();
        var numbers = incidents.Select(n => n.Value).Distinct().Order().ToList();
        for (var first = 0; first < numbers.Count;)
        {
            var last = first;
            while (last + 1 < numbers.Count && numbers[last + 1] == numbers[last] + 1)
            {
                last++;
            }

            var (from, to) = (numbers[first].ToString(CultureInfo.InvariantCulture), numbers[last].ToString(CultureInfo.InvariantCulture));
            parts.Add((last - first) switch
            {
                0 => from,
                1 => $"{from}, {to}",
                _ => $"{from} to {to}",
            });
            first = last + 1;
        }

        return string.Join(", ", parts);
    }

    /// <summary>How many of the incidents, from the first on, can be named in so many letters; one at least, for that one is named otherwise.</summary>
    public static int Fitting(IReadOnlyList<IncidentNumber> incidents, int room)
    {
        var count = incidents.Count;
        while (count > 1 && Of(incidents.Take(count).Skip(1)).Length > room)
        {
            count--;
        }

        return count;
    }
}
