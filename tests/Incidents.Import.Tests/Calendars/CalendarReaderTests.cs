using Incidents.Application.Schedules.TimeOff;
using Incidents.Import.Calendars;
using Incidents.Domain.OnCall.Absences;
using NodaTime;

namespace Incidents.Import.Tests.Calendars;

public sealed class CalendarReaderTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 30, 12, 0);

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

        var only = Assert.Single(Assert.IsType<CalendarResult.Read>(CalendarReader.Read(Text, Now)).Events);
        Assert.Equal(new CalendarEvent("a-very-long-uid", "a-very-long-uid", new TimeOffSpan.Days(new(new(2026, 12, 24), new(2026, 12, 24)))), only);
    }

    [Fact]
    public void ACancelledEvent_HasNoTime() => Assert.Null(Span("DTSTART;VALUE=DATE:20261224\r\nSTATUS:CANCELLED"));

    [Theory]
    [InlineData("DTSTART:20261224T080000\r\nDTEND:20261224T170000", 4, "says no time zone")]
    [InlineData("DTSTART;TZID=Mars/Base:20261224T080000\r\nDTEND:20261224T170000Z", 4, "no time zone \"Mars/Base\"")]
    [InlineData("DTSTART;VALUE=DATE:20261224\r\nRRULE:FREQ=WEEKLY;BYDAY=XX", 5, "no rule")]
    [InlineData("DTSTART:20261224T080000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=HOURLY", 6, "within a day")]
    [InlineData("DTSTART;VALUE=DATE:20261224\r\nRRULE:FREQ=WEEKLY\r\nRRULE:FREQ=DAILY", 6, "two RRULE")]
    [InlineData("DTSTART;VALUE=DATE:20261224\r\nRRULE:FREQ=WEEKLY\r\nEXRULE:FREQ=DAILY", 6, "EXRULE")]
    [InlineData("RECURRENCE-ID;RANGE=THISANDFUTURE:20261224\r\nDTSTART;VALUE=DATE:20261224", 4, "RANGE")]
    [InlineData("DTSTART;VALUE=DATE:20261224\r\nDTEND:20261225T000000Z", 5, "not both dates")]
    [InlineData("DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261224", 5, "ends before it begins")]
    [InlineData("DTSTART:20261224T080000Z", 2, "has no length")]
    [InlineData("DTSTART:soon", 4, "is no date")]
    [InlineData("DTSTART:20261224T080000Z\r\nDURATION:P1M", 5, "DURATION")]
    [InlineData("DTSTART;VALUE=DATE:20261224\r\nDURATION:PT5H", 5, "in days")]
    [InlineData("SUMMARY:Secret", 2, "no DTSTART")]
    public void WhatCannotBeRead_IsNamedByLine_AndQuotesNoEvent(string fields, int line, string problem)
    {
        var read = Assert.IsType<CalendarResult.Read>(CalendarReader.Read(Calendar(fields), Now));
        var bad = Assert.Single(read.Problems);
        Assert.Empty(read.Events);
        Assert.Empty(read.Whole);
        Assert.Equal(line, bad.Line);
        Assert.Contains(problem, bad.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", bad.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Sign in</html>")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1")]
    [InlineData("BEGIN:VCALENDAR\r\nEND:VEVENT")]
    public void WhatIsNoCalendar_IsRefused(string text) => Assert.IsType<CalendarResult.Unreadable>(CalendarReader.Read(text, Now));

    /// <summary>The file's own rules make GMT London's time: 10:20 in June is 09:20 UTC.</summary>
    [Fact]
    public void V42_Zone_WithRulesInTheFile_GoesByThoseAndNotByItsName() => Assert.Equal(
        new TimeOffSpan.Exactly(Instant.FromUtc(2027, 6, 23, 9, 20), Instant.FromUtc(2027, 6, 23, 9, 50)),
        Assert.Single(Assert.IsType<CalendarResult.Read>(CalendarReader.Read(Payload.Text("ical/tzid-gmt-is-london.ics"), Now)).Events).Span);

    [Theory]
    [InlineData("20261224T090000", "2026-12-24T08:00:00Z")]
    [InlineData("20270624T090000", "2027-06-24T07:00:00Z")]
    [InlineData("20270328T023000", "2027-03-28T01:00:00Z")]
    [InlineData("20271031T023000", "2027-10-31T00:30:00Z")]
    [InlineData("20271031T030000", "2027-10-31T02:00:00Z")]
    public void V42_Zone_OfOutlookFrom1601On_IsReadByItsRules_AcrossBothChanges(string local, string instant)
    {
        var text = Calendar($"DTSTART;TZID=Zuhause:{local}\r\nDURATION:PT1H").Replace("BEGIN:VEVENT", """
            BEGIN:VTIMEZONE
            TZID:Zuhause
            BEGIN:STANDARD
            DTSTART:16010101T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
            END:DAYLIGHT
            END:VTIMEZONE
            BEGIN:VEVENT
            """, StringComparison.Ordinal);

        Assert.Equal(instant, Assert.IsType<TimeOffSpan.Exactly>(Assert.Single(Assert.IsType<CalendarResult.Read>(CalendarReader.Read(text, Now)).Events).Span).From.ToString());
    }

    [Theory]
    [InlineData("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20261224T090000", "")]
    [InlineData("DTSTART:20261224T090000", "X-WR-TIMEZONE:Europe/Berlin\r\n")]
    public void V42_Zone_ByPrefixedIdOrOfTheCalendar_IsFound(string start, string head) => Assert.Equal(
        new TimeOffSpan.Exactly(Instant.FromUtc(2026, 12, 24, 8, 0), Instant.FromUtc(2026, 12, 24, 9, 0)),
        Assert.Single(Assert.IsType<CalendarResult.Read>(CalendarReader.Read(Calendar($"{start}\r\nDURATION:PT1H", head), Now)).Events).Span);

    [Fact]
    public void V42_EventsThatRepeat_ComeWithTheirExceptionsAndMovedTimes_UpToTheHorizon()
    {
        var read = Assert.IsType<CalendarResult.Read>(CalendarReader.Read(Payload.Text("ical/recurring.ics"), Now));

        Assert.Empty(read.Problems);
        Assert.Equal(
            ["20261204 04..04", "20261211 11..11", "20261218 17..17", "20270101 01..01", "20270108 08..08", "20270115 15..15", "20270122 22..22", "20270129 29..29"],
            read.Events.Where(one => one.Uid == "fridays@example.com").Select(Days).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["2026-10-31T08:00:00Z", "2026-11-30T08:00:00Z", "2026-12-31T08:00:00Z", "2027-01-31T08:00:00Z", "2027-02-28T08:00:00Z", "2027-03-31T07:00:00Z"],
            read.Events.Where(one => one.Uid == "monthend@example.com").Select(one => ((TimeOffSpan.Exactly)one.Span!).From.ToString()));
        Assert.Equal(
            ["2026-11-30T08:00:00Z", "2026-12-28T08:00:00Z", "2027-01-25T08:00:00Z", "2027-02-22T08:00:00Z", "2027-03-29T07:00:00Z"],
            read.Events.Where(one => one.Uid == "tuesdaylast@example.com").Select(one => ((TimeOffSpan.Exactly)one.Span!).From.ToString()));

        static string Days(CalendarEvent one) => one.Span is TimeOffSpan.Days { Off: var off } ? $"{one.Source.Split('/')[1]} {off.First.Day:00}..{off.Last.Day:00}" : "none";
    }

    [Fact]
    public void V42_RuleWithoutEnd_StopsAtTheHorizon_AndARdateComesToo()
    {
        var read = Assert.IsType<CalendarResult.Read>(CalendarReader.Read(Calendar("DTSTART;VALUE=DATE:20200103\r\nRRULE:FREQ=WEEKLY;BYDAY=FR\r\nRDATE;VALUE=DATE:20261224\r\nEXDATE;VALUE=DATE:20261225,20270101"), Now));
        var keys = read.Events.Select(one => one.Source[2..]).ToList();

        Assert.Contains("20261224", keys);
        Assert.DoesNotContain("20261225", keys);
        Assert.DoesNotContain("20270101", keys);
        Assert.Equal("20271126", keys.Where(key => key != "20261224").Max());
    }

    [Fact]
    public void V42_TransparentAndCancelled_TakeNoTime_AndTheNewestVersionCounts()
    {
        var read = Assert.IsType<CalendarResult.Read>(CalendarReader.Read($"""
            BEGIN:VCALENDAR
            {Event("free", "TRANSP:TRANSPARENT")}
            {Event("gone", "STATUS:CANCELLED")}
            {Event("twice", "SEQUENCE:2\nSTATUS:CANCELLED")}
            {Event("twice", "SEQUENCE:1")}
            {Event("kept", "TRANSP:OPAQUE")}
            END:VCALENDAR
            """, Now));

        Assert.Equal(["free -", "gone -", "twice -", "kept x"], read.Events.Select(one => $"{one.Uid} {(one.Span is null ? '-' : 'x')}"));
    }

    [Fact]
    public void V42_WhatCannotBeRead_IsNamedWithItsLine_AndTheRestIsTaken()
    {
        var read = Assert.IsType<CalendarResult.Read>(CalendarReader.Read($"\uFEFFBEGIN:VCALENDAR\n{Event("a", "X:1")}\n{Event("b", "DURATION:nonsense")}\n{Event("c", "X:1")}\nBEGIN:VEVENT\nUID:cut", Now));

        Assert.Equal(["a", "c"], read.Events.Select(one => one.Uid));
        Assert.Equal([10, 18], read.Problems.Select(problem => problem.Line));
        Assert.Equal(["a", "c"], read.Whole.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("RRULE:FREQ=SECONDLY;COUNT=2000000000")]
    [InlineData("RRULE:FREQ=DAILY;BYHOUR=0,1,2,3;BYMINUTE=0,1,2;BYSECOND=0,1,2")]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("RRULE:FREQ=DAILY;COUNT=2000000000")]
    [InlineData("RRULE:FREQ=DAILY;INTERVAL=2147483647")]
    [InlineData("RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=366")]
    public void V42_HostileRule_IsAnsweredWithinSeconds(string rule)
    {
        var text = $"BEGIN:VCALENDAR\r\n{string.Concat(Enumerable.Range(0, 50).Select(number => $"BEGIN:VEVENT\r\nUID:{number}\r\nDTSTART;VALUE=DATE:20000101\r\n{rule}\r\nEND:VEVENT\r\n"))}END:VCALENDAR\r\n";
        var began = TimeProvider.System.GetTimestamp();

        var read = Assert.IsType<CalendarResult.Read>(CalendarReader.Read(text, Now));

        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 20);
        Assert.InRange(read.Events.Count, 0, CalendarReader.MostTimes);
    }

    [Fact]
    public void V42_HostileFile_OfFoldsOrTooLong_IsAnsweredWithinSeconds()
    {
        var folded = $"BEGIN:VCALENDAR\nX:{string.Concat(Enumerable.Repeat("\n x", 600_000))}\n{Event("a", "X:1")}\nEND:VCALENDAR\n";
        var began = TimeProvider.System.GetTimestamp();

        Assert.Single(Assert.IsType<CalendarResult.Read>(CalendarReader.Read(folded, Now)).Events);
        Assert.IsType<CalendarResult.Unreadable>(CalendarReader.Read(new string('x', 10 * 1024 * 1024), Now));
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 20);
    }

    [Theory]
    [InlineData("a", "a", true)]
    [InlineData("a", "a/20261218", true)]
    [InlineData("a", "a/20261218T080000Z", true)]
    [InlineData("a", "ab", false)]
    [InlineData("a", "a/other", false)]
    public void V42_Source_IsOfItsEvent(string uid, string source, bool isOf) => Assert.Equal(isOf, CalendarEvent.IsOf(uid, source));

    [Theory]
    [InlineData("RECURRENCE-ID:20270111T080000Z\nSTATUS:CANCELLED\nDTSTART:20270111T080000Z\nDTEND:20270111T090000Z", null)]
    [InlineData("RECURRENCE-ID:20270111T080000Z\nDTSTART:20270112T080000Z\nDTEND:20270112T090000Z", 12)]
    public void V42_ChangeOfOneTime_WithoutItsEvent_SaysNothingOfTheOthers(string fields, int? day)
    {
        var read = Assert.IsType<CalendarResult.Read>(CalendarReader.Read(Calendar(fields.Replace("\n", "\r\n", StringComparison.Ordinal)), Now));

        Assert.Empty(read.Whole);
        var only = Assert.Single(read.Events);
        Assert.Equal("1/20270111T080000Z", only.Source);
        Assert.Equal(day is { } moved ? new TimeOffSpan.Exactly(Instant.FromUtc(2027, 1, moved, 8, 0), Instant.FromUtc(2027, 1, moved, 9, 0)) : null, only.Span);
    }

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20261214", "RECURRENCE-ID:20261215T000000Z", "DTSTART;VALUE=DATE:20261220")]
    [InlineData("DTSTART:20261214T080000Z\r\nDTEND:20261214T090000Z", "RECURRENCE-ID;VALUE=DATE:20261215", "DTSTART:20261220T080000Z\r\nDTEND:20261220T090000Z")]
    public void V42_ChangeOfOneTime_NamedByItsDayOrByATimeOfIt_ReplacesIt(string series, string named, string moved)
    {
        var text = $"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n{series}\r\nRRULE:FREQ=DAILY;COUNT=2\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:1\r\n{named}\r\n{moved}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

        Assert.Equal([14, 20], Days(text));
    }

    [Theory]
    [InlineData("20261215T000000Z")]
    [InlineData("20261215T000000")]
    [InlineData("20261215")]
    public void V42_DayLeftOut_HoweverItIsWritten_IsLeftOut(string exception) =>
        Assert.Equal([14, 16], Days(Calendar($"DTSTART;VALUE=DATE:20261214\r\nRRULE:FREQ=DAILY;COUNT=3\r\nEXDATE:{exception}")));

    [Fact]
    public void V42_TimeWithALengthOfItsOwn_IsNamedWithItsLine()
    {
        var read = Assert.IsType<CalendarResult.Read>(CalendarReader.Read(Calendar("DTSTART:20261211T080000Z\r\nDTEND:20261211T090000Z\r\nRDATE;VALUE=PERIOD:20261212T080000Z/PT12H"), Now));

        Assert.Empty(read.Events);
        Assert.Equal(6, Assert.Single(read.Problems).Line);
    }

    [Fact]
    public void V42_LongTimeOff_ThatBeganLongAgoAndRuns_IsTold()
    {
        var read = Assert.IsType<CalendarResult.Read>(CalendarReader.Read(Calendar("DTSTART:20250901T080000Z\r\nDTEND:20251231T080000Z\r\nRRULE:FREQ=YEARLY"), Now));

        Assert.Equal([Instant.FromUtc(2026, 9, 1, 8, 0), Instant.FromUtc(2027, 9, 1, 8, 0)], read.Events.Select(one => one.Span!.In(null).From));
    }

    private static IEnumerable<int> Days(string text) =>
        Assert.IsType<CalendarResult.Read>(CalendarReader.Read(text, Now)).Events.Select(one => one.Span!.In(null).From.InUtc().Day).Order();

    private static string Event(string uid, string line) => $"BEGIN:VEVENT\nUID:{uid}\nDTSTART;VALUE=DATE:20261224\n{line}\nEND:VEVENT";

    private static TimeOffSpan? Span(string fields) => Assert.Single(Assert.IsType<CalendarResult.Read>(CalendarReader.Read(Calendar(fields), Now)).Events).Span;

    private static string Calendar(string fields, string head = "") => $"BEGIN:VCALENDAR\r\n{head}BEGIN:VEVENT\r\nUID:1\r\n{fields}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}
