using NodaTime;

namespace Incidents.Import;

/// <summary>What every tool's escalation steps have in common once they are ours.</summary>
internal static class Steps
{
    private const int MostRepeats = 10;
    private const int UsualMinutes = 5;
    private const int MostMinutes = 24 * 60;

    /// <summary>Within what a step may wait here, 1 minute to a day; 5 minutes where nothing, or nothing useful, is said.</summary>
    public static Duration Timeout(int? minutes) => Duration.FromMinutes(minutes is null or <= 0 ? UsualMinutes : Math.Min(minutes.Value, MostMinutes));

    public static int Repeat(int? count, string subject, string field, Draft draft)
    {
        if (count > MostRepeats)
        {
            draft.Unmapped.Add(subject, field, $"{count} repeats are more than {MostRepeats}; {MostRepeats} are written.", "Nothing: after them the catch-all is paged until somebody acknowledges.");
        }

        return Math.Clamp(count ?? 0, 0, MostRepeats);
    }
}
