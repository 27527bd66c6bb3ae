using Incidents.Application.Schedules.TimeOff;
using Incidents.Import.Calendars;
using Incidents.Domain.OnCall.Absences;
using NodaTime;

namespace Incidents.Import.Tests.Calendars;

public sealed class CalendarReaderTests
{
    [Fact]
    public void WholeDays_EndTheDayBeforeDtend() =>
        Assert.Equal(new TimeOffSpan.Days(new(new(2026, 12, 24), new(2027, 1, 2))), Span("DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20270103"));

    [Fact]
    public void ADayWithoutAnEnd_IsThatDay() =>
        Assert.Equal(new TimeOffSpan.Days(new(new(2026, 12, 24), new(2026, 12, 24))), Span("DTSTART;VALUE=DATE:20261224"));

    [Theory]
    [InlineData("DTSTART:20261224T080000Z\r\nDTEND:20261224T170000Z")]
    [InlineData("DTSTART;TZID=Europe/Berlin:20261224T090000\r\nDTEND;TZID=Europe/Berlin:20261224T180000")]
    [InlineData("DTSTART;TZID=\"W. Europe Standard Time\":20261224T090000\r\nDTEND;TZID=W. Europe Standard Time:20261224T180000")]
    [InlineData("DTSTART:20261224T080000Z\r\nDURATION:PT9H")]
    public void Times_AreInstants(string fields) =>
        Assert.Equal(new TimeOffSpan.Exactly(Instant.FromUtc(2026, 12, 24, 8, 0), Instant.FromUtc(2026, 12, 24, 17, 0)), Span(fields));

    [Fact]
    public void ASkippedTime_IsTheEndOfTheGap() => Assert.Equal(
        new TimeOffSpan.Exactly(Instant.FromUtc(2026, 3, 29, 1, 0), Instant.FromUtc(2026, 3, 29, 6, 0)),
        Span("DTSTART;TZID=Europe/Berlin:20260329T023000\r\nDTEND;TZID=Europe/Berlin:20260329T080000"));

    [Fact]
    public void LengthsOfDays_AreDays() =>
        Assert.Equal(new TimeOffSpan.Days(new(new(2026, 12, 24), new(2026, 12, 30))), Span("DTSTART;VALUE=DATE:20261224\r\nDURATION:P1W"));

    [Fact]
    public void FoldedLines_Alarms_AndZones_AreReadPast()
    {
        const string Text = """
            BEGIN:VCALENDAR
            BEGIN:VTIMEZONE
            BEGIN:STANDARD
            DTSTART:19701025T030000
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:a-very-lo
             ng-uid
            SUMMARY:Doctor: not to be kept
            DTSTART;VALUE=DATE:20261224
            BEGIN:VALARM
            DURATION:PT15M
            END:VALARM
            END:VEVENT
            END:VCALENDAR
            """;

        var only = Assert.Single(Assert.IsType<CalendarResult.Read>(CalendarReader.Read(Text)).Events);
        Assert.Equal(new CalendarEvent("a-very-long-uid", new TimeOffSpan.Days(new(new(2026, 12, 24), new(2026, 12, 24)))), only);
    }

    [Fact]
    public void ACancelledEvent_HasNoTime() => Assert.Null(Span("DTSTART;VALUE=DATE:20261224\r\nSTATUS:CANCELLED"));

    [Theory]
    [InlineData("DTSTART:20261224T080000\r\nDTEND:20261224T170000", 4, "says no time zone")]
    [InlineData("DTSTART;TZID=Mars/Base:20261224T080000\r\nDTEND:20261224T170000Z", 4, "no time zone \"Mars/Base\"")]
    [InlineData("DTSTART;VALUE=DATE:20261224\r\nRRULE:FREQ=WEEKLY", 5, "repeats (RRULE)")]
    [InlineData("DTSTART;VALUE=DATE:20261224\r\nDTEND:20261225T000000Z", 5, "not both dates")]
    [InlineData("DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261224", 5, "ends before it begins")]
    [InlineData("DTSTART:20261224T080000Z", 2, "has no length")]
    [InlineData("DTSTART:soon", 4, "is no date")]
    [InlineData("DTSTART:20261224T080000Z\r\nDURATION:P1M", 5, "DURATION")]
    [InlineData("DTSTART;VALUE=DATE:20261224\r\nDURATION:PT5H", 5, "in days")]
    [InlineData("SUMMARY:Secret", 2, "no DTSTART")]
    public void WhatCannotBeRead_IsNamedByLine_AndQuotesNoEvent(string fields, int line, string problem)
    {
        var bad = Assert.IsType<CalendarResult.Unreadable>(CalendarReader.Read(Calendar(fields)));
        Assert.Equal(line, bad.Line);
        Assert.Contains(problem, bad.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", bad.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Sign in</html>")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1")]
    [InlineData("BEGIN:VCALENDAR\r\nEND:VEVENT")]
    [InlineData("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nEND:VCALENDAR")]
    public void WhatIsNoCalendar_IsRefused(string text) => Assert.IsType<CalendarResult.Unreadable>(CalendarReader.Read(text));

    private static TimeOffSpan? Span(string fields) => Assert.Single(Assert.IsType<CalendarResult.Read>(CalendarReader.Read(Calendar(fields))).Events).Span;

    private static string Calendar(string fields) => $"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n{fields}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}
