using System.Text;
using Incidents.Application.Calendars;
using Incidents.Application.Calendars.Links;
using Incidents.Application.Tests.Configuration;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.OnCall;
using Incidents.Tests;
using NodaTime;

namespace Incidents.Application.Tests.Calendars;

/// <summary>What a calendar program gets, read back by a parser that shares no code with the writer.</summary>
public sealed class CalendarFeedTests
{
    private const string Names = """
        people:
          ada: { name: "Zoë, \"Ada\"; the 1st 👩‍💻 of a family whose name goes on 界界界界界界界界界界界界界界界界 and on" }
          grace: { name: "Grace \\ Hopper" }
          linus: { name: Linus }
        catch_all: { targets: [person: ada] }

        """;

    private const string Monthly = Names + """
        schedules:
          primary:
            name: Primary, Berlin
            time_zone: Europe/Berlin
            layers:
              - name: all
                start: 2026-05-04T07:00:00Z
                participants: [ada, grace]
                rotation: { kind: monthly, handoff_time: "09:00" }
            overrides:
              - { kind: cover, from: 2026-11-10T17:00:00Z, to: 2026-11-11T07:00:00Z, users: [linus] }
              - { kind: cover, from: 2026-12-24T12:00:00Z, to: 2026-12-25T12:00:00Z, users: [] }
          secondary:
            time_zone: Europe/Berlin
            rotation: daily
            handoff: "18:30"
            participants: [grace, [ada, linus], linus]
        """;

    private static readonly Instant Now = Instant.FromUtc(2026, 10, 14, 3, 12, 45);

    private readonly CalendarFixture house = new(Monthly, Now);

    [Fact]
    public async Task Feed_IsByteForByteTheGoldenFile()
    {
        var golden = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests/Incidents.Application.Tests/Calendars/primary.ics"));

        Assert.Equal(golden, await house.Read(await house.Token()));
    }

    [Theory]
    [InlineData("primary")]
    [InlineData("secondary")]
    public async Task Feed_ReadBack_IsWhatTheEngineSays(string schedule)
    {
        var parsed = ParsedCalendar.Read((await house.Read(await house.Token(new(CalendarKind.Schedule, schedule))))!);

        var window = CalendarWindow.At(Now);
        Assert.Equal((Instant.FromUtc(2026, 9, 29, 0, 0), Instant.FromUtc(2027, 4, 12, 0, 0)), (window.From, window.To));
        var shifts = house.Settings.Schedules[new ScheduleId(schedule)].Calendar.Shifts(window.From, window.To);
        Assert.Equal(
            shifts.Select(shift => (shift.From, shift.To, $"{house.Settings.People[shift.Person].Name} on call: {house.Settings.Schedules[new ScheduleId(schedule)].Definition.Name}", shift.Cut)),
            parsed.Events.Select(one => (ParsedCalendar.Time(one["DTSTART"]), ParsedCalendar.Time(one["DTEND"]), one["SUMMARY"], CutOf(one))));
        Assert.Equal(parsed.Events.Count, parsed.Events.DistinctBy(one => one["UID"]).Count());
    }

    [Fact]
    public async Task Feed_HasOnlyShortLines_CutBetweenLetters()
    {
        var text = (await house.Read(await house.Token()))!;

        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        Assert.All(ParsedCalendar.WireLines(text), line => Assert.InRange(strict.GetByteCount(line), 1, 75));
        Assert.Contains(ParsedCalendar.WireLines(text), line => strict.GetByteCount(line) == 75);
        Assert.DoesNotContain("�", text, StringComparison.Ordinal);
        Assert.DoesNotContain(["RRULE", "VTIMEZONE", "METHOD"], word => text.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Feed_OfAPerson_HasTheirShiftsOfAllSchedules()
    {
        var parsed = ParsedCalendar.Read((await house.Read(await house.Token(new(CalendarKind.Person, "linus"))))!);

        Assert.Equal("On call: Linus", parsed.Head["NAME"]);
        Assert.Equal(["On call: Primary, Berlin", "On call: secondary"], parsed.Events.Select(one => one["SUMMARY"]).Distinct().Order());
        var cover = Assert.Single(parsed.Events, one => one["SUMMARY"] == "On call: Primary, Berlin");
        Assert.Equal(("20261110T170000Z", "20261111T070000Z"), (cover["DTSTART"], cover["DTEND"]));
    }

    [Fact]
    public async Task Feed_LaterTheSameDay_HasTheSameBytes_AndTheNextDayTheSameShifts()
    {
        var token = await house.Token();
        var first = (await house.Read(token))!;
        house.Now = Instant.FromUtc(2026, 10, 14, 23, 59, 59);
        Assert.Equal(first, await house.Read(token));

        house.Now += Duration.FromSeconds(1);
        var (before, after) = (ParsedCalendar.Read(first).Events, ParsedCalendar.Read((await house.Read(token))!).Events);

        Assert.Equal(before.Select(one => one["UID"]), after.Select(one => one["UID"]));
        Assert.Equal(before.Skip(1).SkipLast(1), after.Skip(1).SkipLast(1));
        Assert.Equal(("20260929T000000Z", "20260930T000000Z"), (before[0]["DTSTART"], after[0]["DTSTART"]));
    }

    [Fact]
    public async Task Override_MadeAndTakenBack_ChangesTheShiftsAndTheStampTwice()
    {
        var token = await house.Token();
        var before = ParsedCalendar.Read((await house.Read(token))!);
        house.Now += Duration.FromMinutes(5);
        var written = house.Settings;
        house.Settings = WithCover(written, Instant.FromUtc(2026, 10, 20, 8, 0), Instant.FromUtc(2026, 10, 20, 16, 0));

        var covered = ParsedCalendar.Read((await house.Read(token))!);
        house.Now += Duration.FromMinutes(5);
        house.Settings = written;
        var after = ParsedCalendar.Read((await house.Read(token))!);

        Assert.Contains(covered.Events, one => one["SUMMARY"].StartsWith("Linus", StringComparison.Ordinal) && one["DTSTART"] == "20261020T080000Z");
        Assert.Equal(before.Events.Select(one => (one["UID"], one["DTSTART"], one["DTEND"])), after.Events.Select(one => (one["UID"], one["DTSTART"], one["DTEND"])));
        Assert.Equal([("0", "20261014T031245Z"), ("1", "20261014T031745Z"), ("2", "20261014T032245Z")], new[] { before, covered, after }.Select(Stamp));
    }

    [Fact]
    public async Task ChangeElsewhere_IsNoChangeHere()
    {
        var token = await house.Token();
        var before = await house.Read(token);
        var writes = house.Store.Writes;
        house.Now += Duration.FromMinutes(5);
        house.Settings = Written.Good(Monthly.Replace("18:30", "19:30", StringComparison.Ordinal));

        Assert.Equal(before, await house.Read(token));
        Assert.Equal(writes, house.Store.Writes);
    }

    private static (string, string) Stamp(ParsedCalendar calendar) => Assert.Single(calendar.Events.Select(one =>
    {
        Assert.Equal(one["DTSTAMP"], one["LAST-MODIFIED"]);
        return (one["SEQUENCE"], one["DTSTAMP"]);
    }).Distinct());

    private static Cut CutOf(Dictionary<string, string> one) =>
        (one["DESCRIPTION"].Contains("It began before this calendar does.", StringComparison.Ordinal) ? Cut.Start : Cut.None)
        | (one["DESCRIPTION"].Contains("It goes on after this calendar ends.", StringComparison.Ordinal) ? Cut.End : Cut.None);

    private static OnCallConfiguration WithCover(OnCallConfiguration settings, Instant from, Instant to) => settings with
    {
        Schedules = new Dictionary<ScheduleId, OnCallSchedule>(settings.Schedules)
        {
            [new ScheduleId("primary")] = settings.Schedules[new ScheduleId("primary")].With([new Override { Kind = OverrideKind.Cover, From = from, To = to, Users = PersonSet.Named("linus") }]),
        },
    };
}
