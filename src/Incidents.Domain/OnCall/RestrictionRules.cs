using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>What a restriction must keep to.</summary>
internal static class RestrictionRules
{
    public static IEnumerable<ScheduleProblem> Check(Restriction restriction, string path)
    {
        var (start, end, days) = restriction switch
        {
            Restriction.Daily daily => (daily.Start, daily.End, daily.Days),
            Restriction.Weekly weekly => (weekly.Start, weekly.End, []),
            _ => (LocalTime.Midnight, LocalTime.Midnight, (IReadOnlyList<IsoDayOfWeek>)[]),
        };
        if (!ClockTimeRules.IsWholeMinute(start))
        {
            yield return ClockTimeRules.NotWholeMinute($"{path}.start");
        }

        if (!ClockTimeRules.IsWholeMinute(end))
        {
            yield return ClockTimeRules.NotWholeMinute($"{path}.end");
        }

        if (ClockTimeRules.CheckDays(days, $"{path}.days") is { } problem)
        {
            yield return problem;
        }
    }
}
