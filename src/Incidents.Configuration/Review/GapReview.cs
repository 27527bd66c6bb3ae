using Incidents.Configuration.Yaml;
using Incidents.Domain.Configuration;
using Incidents.Domain.OnCall;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Configuration.Review;

/// <summary>Times in the next 90 days when a schedule has no person on call.</summary>
internal static class GapReview
{
    public static void Warn(OnCallSchedule schedule, YamlValue value, Instant now)
    {
        var gaps = schedule.GapsAreIntended ? [] : schedule.Calendar.Gaps(now, now + Staffing.Ahead);
        if (gaps.Count > 0)
        {
            var more = gaps.Count == 1 ? "" : $", and {gaps.Count - 1} more times in the next {Staffing.Ahead.Days} days";
            value.WarnAtKey($"Nobody is on call in {value.Name.Quoted()} {Show(gaps[0].From, gaps[0].To)}{more}. Close the gap, or write `gaps: intended`.");
        }
    }

    /// <summary>`from 2026-09-14T15:00:00Z to 2026-09-15T07:00:00Z`.</summary>
    public static string Show(Instant from, Instant to) => $"from {Show(from)} to {Show(to)}";

    private static string Show(Instant instant) => InstantPattern.General.Format(Floor(instant));

    private static Instant Floor(Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());
}
