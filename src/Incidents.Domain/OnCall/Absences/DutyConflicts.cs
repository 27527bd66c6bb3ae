using NodaTime;

namespace Incidents.Domain.OnCall.Absences;

/// <summary>A person is on call and away at once.</summary>
/// <param name="To">First instant after it.</param>
public sealed record DutyConflict(PersonId Person, Instant From, Instant To);

/// <summary>Times for which cover is wanted.</summary>
public static class DutyConflicts
{
    /// <summary>Each shift of the window as far as its person is away, by its beginning and then by name.</summary>
    /// <param name="absences">In any order; they may overlap.</param>
    public static IReadOnlyList<DutyConflict> Find(OnCallCalendar calendar, IEnumerable<Absence> absences, Instant from, Instant to)
    {
        var away = absences.Where(one => one.From < to && from < one.To).ToLookup(one => one.Person);
        return away.Count == 0 ? [] :
        [
            .. calendar.Shifts(from, to)
                .SelectMany(shift => Merged(away[shift.Person]).Select(one => new DutyConflict(shift.Person, Instant.Max(shift.From, one.From), Instant.Min(shift.To, one.To))))
                .Where(conflict => conflict.From < conflict.To)
                .OrderBy(conflict => conflict.From).ThenBy(conflict => conflict.Person),
        ];
    }

    private static IEnumerable<(Instant From, Instant To)> Merged(IEnumerable<Absence> absences)
    {
        (Instant From, Instant To)? open = null;
        foreach (var one in absences.OrderBy(one => one.From))
        {
            if (open is not { } known)
            {
                open = (one.From, one.To);
            }
            else if (one.From <= known.To)
            {
                open = (known.From, Instant.Max(known.To, one.To));
            }
            else
            {
                yield return known;
                open = (one.From, one.To);
            }
        }

        if (open is { } last)
        {
            yield return last;
        }
    }
}
