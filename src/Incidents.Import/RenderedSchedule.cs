using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Import;

/// <summary>Who is on call according to the other tool.</summary>
/// <param name="Schedule">Id of the schedule it became.</param>
/// <param name="From">The rendering says nothing about earlier instants.</param>
/// <param name="To">Nor about this and later ones.</param>
/// <param name="Shifts">In any order; times in between are gaps.</param>
public sealed record RenderedSchedule(string Schedule, Instant From, Instant To, IReadOnlyList<Shift> Shifts)
{
    /// <summary>A rendering that does not say which window it was asked for: it is known to reach from its first shift to its last.</summary>
    /// <returns>Null when it has no shift.</returns>
    public static RenderedSchedule? Spanning(string schedule, IReadOnlyList<Shift> shifts) =>
        shifts.Count == 0 ? null : new(schedule, shifts.Min(shift => shift.From), shifts.Max(shift => shift.To), shifts);
}
