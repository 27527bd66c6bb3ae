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

    /// <summary>One line an interruption: `0:00-1:10 slack x4, sms x1`.</summary>
    /// <param name="lines">As <see cref="Night.PageLog.Lines"/> has them.</param>
    public static IReadOnlyList<string> Channels(string person, IEnumerable<string> lines)
    {
        var all = new List<List<(int At, string Channel)>>();
        foreach (var line in lines.Where(line => line.Split(' ')[2].Split('+').Contains(person)))
        {
            var at = Seconds(line);
            if (all.Count == 0 || at - all[^1][^1].At > 60)
            {
                all.Add([]);
            }

            all[^1].Add((at, line.Split(' ')[1]));
        }

        return [.. all.Select(one => $"{Clock(one[0].At)}-{Clock(one[^1].At)} {string.Join(", ", one.GroupBy(p => p.Channel).Select(same => $"{same.Key} x{same.Count()}"))}")];
    }

    private static int Seconds(string line)
    {
        var time = line.Split(' ')[0].Split(':');
        return (60 * int.Parse(time[0], CultureInfo.InvariantCulture)) + int.Parse(time[1], CultureInfo.InvariantCulture);
    }

    private static string Clock(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");
}
