using NodaTime;

namespace Incidents.Configuration.Authoring.Comparing;

/// <summary>The longest stretch in which two configurations give two answers, the same two throughout.</summary>
/// <param name="To">First instant after it.</param>
/// <param name="Before">What the old configuration says.</param>
/// <param name="After">What the new one says.</param>
public sealed record Difference<T>(Instant From, Instant To, T Before, T After);

/// <summary>Finds them.</summary>
internal static class Difference
{
    /// <param name="cuts">Every instant at which either answer may change; those outside the window do not matter.</param>
    public static IReadOnlyList<Difference<T>> Between<T>(Instant from, Instant to, IEnumerable<Instant> cuts, Func<Instant, T> before, Func<Instant, T> after)
    {
        var found = new List<Difference<T>>();
        Instant[] begins = [.. cuts.Where(cut => cut > from && cut < to).Prepend(from).Distinct().Order()];
        for (var i = 0; i < begins.Length; i++)
        {
            var stretch = new Difference<T>(begins[i], i + 1 < begins.Length ? begins[i + 1] : to, before(begins[i]), after(begins[i]));
            if (Same(stretch.Before, stretch.After))
            {
                continue;
            }

            if (found is [.., var last] && last.To == stretch.From && Same(last.Before, stretch.Before) && Same(last.After, stretch.After))
            {
                found[^1] = last with { To = stretch.To };
            }
            else
            {
                found.Add(stretch);
            }
        }

        return found;
    }

    private static bool Same<T>(T one, T other) => EqualityComparer<T>.Default.Equals(one, other);
}
