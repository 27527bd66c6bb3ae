using System.Globalization;
using NodaTime;

namespace Incidents.Scenarios.Tests.Nights;

/// <summary>How often a night interrupts a person: everything sent to them, over all channels and incidents, with no more than 60 seconds between one try and the next is one interruption.</summary>
internal static class Interruptions
{
    /// <summary>One line an interruption: `0:00 slack`, `0:00-1:10 slack x4, sms`.</summary>
    /// <param name="lines">Such as `32:00 slack Ana`, `32:00 slack Ana+Ben`, or `32:00 slack Ana and 2 more`.</param>
    public static IReadOnlyList<string> Of(string person, IEnumerable<string> lines)
    {
        var all = new List<List<(int At, string Channel)>>();
        foreach (var (at, channel) in lines.Select(line => line.Split(' ')).Where(line => line[2].Split('+').Contains(person)).Select(line => (Seconds(line[0]), line[1])).OrderBy(one => one.Item1))
        {
            if (all.Count == 0 || at - all[^1][^1].At > 60)
            {
                all.Add([]);
            }

            all[^1].Add((at, channel));
        }

        return [.. all.Select(one => Line(one[0].At, one[^1].At, one.GroupBy(p => p.Channel).Select(same => (same.Key, same.Count()))))];
    }

    public static string Line(int from, int to, IEnumerable<(string Channel, int Messages)> channels) =>
        $"{Clock(Duration.FromSeconds(from))}{(to == from ? "" : $"-{Clock(Duration.FromSeconds(to))}")} {string.Join(", ", channels.Select(one => one.Messages == 1 ? one.Channel : $"{one.Channel} x{one.Messages}"))}";

    /// <summary>Minutes and seconds, as the lines begin.</summary>
    public static string Clock(Duration passed) => string.Create(CultureInfo.InvariantCulture, $"{(int)passed.TotalMinutes}:{passed.Seconds:00}");

    private static int Seconds(string clock) => clock.Split(':') is [var minutes, var seconds]
        ? (60 * int.Parse(minutes, CultureInfo.InvariantCulture)) + int.Parse(seconds, CultureInfo.InvariantCulture)
        : throw new FormatException(clock);
}
