using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>How completely and how evenly a schedule covers a window, in whole percent rounded half to even.</summary>
/// <param name="CoveragePercent">The share of the window with anybody on call; time covered twice counts once.</param>
/// <param name="BalancePercent">
/// The mean, over all pairs of people with any time, of the smaller time to the larger; 100 for one person, and from 95 up.
/// </param>
/// <param name="TotalScore">The mean of the two.</param>
/// <param name="Overloaded">People above the average time, most first, as long as the balance is below 95.</param>
/// <remarks>Grafana OnCall's formula, but for time counting once. A schedule that is empty all the time: all 0.</remarks>
public sealed record ScheduleQuality(
    int CoveragePercent, int BalancePercent, int TotalScore, IReadOnlyList<Overload> Overloaded)
{
    private const int EvenEnough = 95;

    internal static ScheduleQuality Of(IReadOnlyList<Segment> window)
    {
        var times = TimeOnCall(window);
        if (times.Count == 0)
        {
            return new(0, 0, 0, []);
        }

        var covered = window.Where(segment => !segment.IsGap).Sum(Length);
        var coverage = Rounded(100 * covered / window.Sum(Length));
        var balance = Balance([.. times.Values]);
        return balance >= EvenEnough
            ? new(coverage, 100, Rounded((coverage + 100) / 2m), [])
            : new(coverage, balance, Rounded((coverage + balance) / 2m), MostLoaded(times));
    }

    private static Dictionary<PersonId, decimal> TimeOnCall(IReadOnlyList<Segment> window)
    {
        var times = new Dictionary<PersonId, decimal>();
        foreach (var segment in window)
        {
            foreach (var person in segment.People)
            {
                times[person] = times.GetValueOrDefault(person) + Length(segment);
            }
        }

        return times;
    }

    private static int Balance(decimal[] times)
    {
        var (sum, pairs) = (0m, 0);
        for (var first = 0; first < times.Length; first++)
        {
            for (var second = first + 1; second < times.Length; second++, pairs++)
            {
                sum += Math.Min(times[first], times[second]) / Math.Max(times[first], times[second]);
            }
        }

        return pairs == 0 ? 100 : Rounded(100 * sum / pairs);
    }

    private static IReadOnlyList<Overload> MostLoaded(Dictionary<PersonId, decimal> times)
    {
        var total = times.Values.Sum();
        return
        [
            .. times
                .Select(time => new Overload(time.Key, Rounded(100 * time.Value * times.Count / total) - 100))
                .Where(overload => overload.ExcessPercent > 0)
                .OrderByDescending(overload => overload.ExcessPercent)
                .ThenBy(overload => overload.Person),
        ];
    }

    private static decimal Length(Segment segment)
    {
        var length = segment.To - segment.From;
        return ((decimal)length.Days * NodaConstants.NanosecondsPerDay) + length.NanosecondOfDay;
    }

    private static int Rounded(decimal percent) => (int)Math.Round(percent, MidpointRounding.ToEven);
}

/// <summary>A person with more than the average time on call, and by how many percent of the average.</summary>
public sealed record Overload(PersonId Person, int ExcessPercent);
