using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Absences;
using NodaTime;

namespace Incidents.Domain.Tests.OnCall.Absences;

public class DutyConflictsTests
{
    /// <summary>Ada has the week from Monday 14 September, Bea the next, and so on.</summary>
    private static readonly OnCallCalendar Calendar = new(One.Schedule(One.Layer("2026-09-14T00:00:00Z", One.Weekly(), "ada", "bea")));

    [Fact]
    public void Find_IsWhereShiftAndAbsenceMeet() => Assert.Equal(
        [Conflict("ada", "2026-09-16T00:00:00Z", "2026-09-21T00:00:00Z"), Conflict("ada", "2026-09-28T00:00:00Z", "2026-09-30T00:00:00Z")],
        Find(Away("ada", "2026-09-16T00:00:00Z", "2026-09-30T00:00:00Z")));

    [Fact]
    public void Find_WhenTheAbsenceOnlyTouchesTheShift_IsNothing() => Assert.Empty(Find(Away("ada", "2026-09-21T00:00:00Z", "2026-09-28T00:00:00Z")));

    [Fact]
    public void Find_OfAbsencesThatOverlapOrAbut_IsOne() => Assert.Equal(
        [Conflict("ada", "2026-09-15T00:00:00Z", "2026-09-19T00:00:00Z")],
        Find(
            Away("ada", "2026-09-17T00:00:00Z", "2026-09-19T00:00:00Z"),
            Away("ada", "2026-09-15T00:00:00Z", "2026-09-17T00:00:00Z"),
            Away("ada", "2026-09-15T12:00:00Z", "2026-09-16T00:00:00Z")));

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28", "2026-03-29", "2026-03-27T23:00:00Z", "2026-03-29T22:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25", "2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")]
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04", "2018-11-04T03:00:00Z", "2018-11-05T02:00:00Z")]
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-30", "2011-12-30T10:00:00Z", "2011-12-30T10:00:00Z")]
    public void DaysOff_AreWholeLocalDays(string zone, string first, string last, string from, string to) => Assert.Equal(
        (Time.At(from), Time.At(to)),
        new DaysOff(Time.Local($"{first}T00:00").Date, Time.Local($"{last}T00:00").Date).In(ZoneIds.Find(zone)!));

    private static IReadOnlyList<DutyConflict> Find(params Absence[] absences) =>
        DutyConflicts.Find(Calendar, absences, Time.At("2026-09-14T00:00:00Z"), Time.At("2026-10-12T00:00:00Z"));

    private static Absence Away(string person, string from, string to) => new(new PersonId(person), Time.At(from), Time.At(to));

    private static DutyConflict Conflict(string person, string from, string to) => new(new PersonId(person), Time.At(from), Time.At(to));
}
