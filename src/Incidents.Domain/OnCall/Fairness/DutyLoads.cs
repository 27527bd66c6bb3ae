using NodaTime;

namespace Incidents.Domain.OnCall.Fairness;

/// <summary>Adds up shifts. Days and nights are stretches of real time, so a night in which the clocks change has seven hours, or nine.</summary>
public static class DutyLoads
{
    private static readonly LocalTime NightBegins = new(22, 0);
    private static readonly LocalTime NightEnds = new(6, 0);

    /// <summary>Everybody's load, the largest first and then by name.</summary>
    /// <param name="shifts">Of one schedule, so that no person has two at once.</param>
    /// <param name="everybody">Who is listed even with no shift at all.</param>
    public static IReadOnlyList<DutyLoad> Of(IReadOnlyList<Shift> shifts, IEnumerable<PersonId> everybody, Func<PersonId, PersonLocale> where)
    {
        var byPerson = shifts.ToLookup(shift => shift.Person);
        return
        [
            .. byPerson.Select(person => person.Key).Union(everybody)
                .Select(person => Of(person, byPerson[person], where(person)))
                .OrderByDescending(load => load.Total).ThenBy(load => load.Person),
        ];
    }

    private static DutyLoad Of(PersonId person, IEnumerable<Shift> shifts, PersonLocale where) =>
        shifts.Select(shift => Of(shift, where)).Aggregate(Nothing(person), Add);

    private static DutyLoad Of(Shift shift, PersonLocale where)
    {
        var clock = new WallClock(where.Zone);
        var load = Nothing(shift.Person) with { Total = shift.To - shift.From };

        // A night begins on the day before, and clocks set back at midnight show a date twice.
        var last = clock.Shown(shift.To).Date.PlusDays(1);
        for (var date = clock.Shown(shift.From).Date.PlusDays(-2); date <= last; date = date.PlusDays(1))
        {
            var next = date.PlusDays(1);
            var day = Common(shift, clock.FirstAt(date.AtMidnight()), clock.FirstAt(next.AtMidnight()));
            load = load with
            {
                Night = load.Night + Common(shift, clock.FirstAt(date + NightBegins), clock.FirstAt(next + NightEnds)),
                Weekend = load.Weekend + (date.DayOfWeek >= IsoDayOfWeek.Saturday ? day : Duration.Zero),
                Holiday = load.Holiday + (where.Holidays.Contains(date) ? day : Duration.Zero),
            };
        }

        return load;
    }

    private static Duration Common(Shift shift, Instant from, Instant to) => Duration.Max(Duration.Zero, Instant.Min(shift.To, to) - Instant.Max(shift.From, from));

    private static DutyLoad Nothing(PersonId person) => new(person, Duration.Zero, Duration.Zero, Duration.Zero, Duration.Zero);

    private static DutyLoad Add(DutyLoad sum, DutyLoad one) =>
        new(sum.Person, sum.Total + one.Total, sum.Night + one.Night, sum.Weekend + one.Weekend, sum.Holiday + one.Holiday);
}
