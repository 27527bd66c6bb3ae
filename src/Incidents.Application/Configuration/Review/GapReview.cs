using Incidents.Application.Configuration.Yaml;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Application.Configuration.Review;

/// <summary>Times in the next 30 days when a schedule has nobody on call.</summary>
internal static class GapReview
{
    private static readonly Duration Ahead = Duration.FromDays(30);

    public static void Warn(OnCallSchedule schedule, YamlValue value, Instant now)
    {
        var gaps = schedule.GapsAreIntended ? [] : schedule.Calendar.Gaps(now, now + Ahead);
        if (gaps.Count > 0)
        {
            var more = gaps.Count == 1 ? "" : $", and {gaps.Count - 1} more times in the next 30 days";
            value.WarnAtKey($"Nobody is on call in {value.Name.Quoted()} from {Show(gaps[0].From)} to {Show(gaps[0].To)}{more}. Close the gap, or write `gaps: intended`.");
        }
    }

    private static string Show(Instant instant) => InstantPattern.General.Format(Floor(instant));

    private static Instant Floor(Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());
}
