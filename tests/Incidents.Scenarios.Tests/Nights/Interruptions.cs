using System.Globalization;
using NodaTime;

namespace Incidents.Scenarios.Tests.Nights;

/// <summary>How often a night interrupts somebody: whatever is sent to them with no more than 60 seconds between one try and the next is one interruption.</summary>
internal static class Interruptions
{
    /// <summary>When each of them begins, such as `32:00`.</summary>
    /// <param name="lines">Such as `32:00 slack Ana`, in order.</param>
    public static IReadOnlyList<string> Of(IEnumerable<string> lines, string person)
    {
        var begins = new List<string>();
        Duration? last = null;
        foreach (var line in lines.Where(line => line.EndsWith($" {person}", StringComparison.Ordinal)))
        {
            var clock = line.Split(' ')[0];
            var at = Duration.FromMinutes(int.Parse(clock.Split(':')[0], CultureInfo.InvariantCulture)) + Duration.FromSeconds(int.Parse(clock.Split(':')[1], CultureInfo.InvariantCulture));
            if (last is not { } before || at - before > Duration.FromSeconds(60))
            {
                begins.Add(clock);
            }

            last = at;
        }

        return begins;
    }
}
