using NodaTime;

namespace Incidents.Domain.OnCall.Absences;

/// <summary>A time a person is away. It changes no turn: who is paged is for schedules and overrides to say. Their page goes to the next step as well.</summary>
/// <param name="To">First instant after it.</param>
public sealed record Absence(PersonId Person, Instant From, Instant To);

/// <summary>Absences of one person taken together.</summary>
public static class AbsenceRules
{
    /// <summary>The first instant from <paramref name="at"/> on that none of them covers; null when none covers <paramref name="at"/> itself.</summary>
    /// <param name="absences">Of one person, in any order; they may overlap or follow each other at once.</param>
    public static Instant? EndOfAbsence(this IReadOnlyCollection<Absence> absences, Instant at)
    {
        var end = at;
        while (absences.Where(away => away.From <= end && end < away.To).Select(away => (Instant?)away.To).Max() is { } later)
        {
            end = later;
        }

        return end == at ? null : end;
    }
}
