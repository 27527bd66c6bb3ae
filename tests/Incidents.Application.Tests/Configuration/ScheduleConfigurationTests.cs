using Incidents.Domain;
using Incidents.Domain.OnCall;
using NodaTime;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration;

public sealed class ScheduleConfigurationTests
{
    [Fact]
    public void LongForm_EveryField_IsRead()
    {
        var schedule = Good(Base, """
            schedules:
              s:
                name: The schedule
                gaps: intended
                time_zone: US/Pacific
                layers:
                  - name: week
                    priority: 3
                    time_zone: Asia/Tokyo
                    start: 2024-01-01T08:00:00Z
                    end: 2030-01-01T08:00:00Z
                    participants: [ada, [ada, grace], null]
                    on_call_count: 2
                    rotation: { kind: monthly, length: 3, handoff_time: 08:30, handoff_monthday: 31, start_index: 1, anchor: 2023-12-31T08:30 }
                    restrictions:
                      - { type: daily, start: 20:00, end: 08:00, days: [MO, SU] }
                      - { type: weekly, start_day: FR, start: 20:00, end_day: MO, end: 08:00 }
                    changes:
                      - { at: 2025-01-01T00:00:00Z, participants: [grace] }
                  - { name: all, start: 2024-01-01T08:00:00Z, participants: [ada], rotation: null }
                overrides:
                  - { kind: cover, from: 2026-12-24T08:00:00Z, to: 2026-12-27T08:00:00Z, users: [], layer: week }
                  - { kind: replace, from: 2026-12-24T08:00:00Z, to: 2026-12-27T08:00:00Z, replaces: ada, users: [grace] }
            """).Schedules[new ScheduleId("s")].Definition;

        Assert.Equal((new ScheduleId("s"), "The schedule", "US/Pacific"), (schedule.Id, schedule.Name, schedule.TimeZone.Id));
        var layer = schedule.Layers[0];
        Assert.Equal(("week", 3, "Asia/Tokyo", 2), (layer.Name, layer.Priority, layer.TimeZone?.Id, layer.OnCallCount));
        Assert.Equal([Participant.Person("ada"), Participant.Group("ada", "grace"), Participant.Vacant], layer.Participants);
        Assert.Equal(
            (RotationKind.Monthly, 3, new LocalTime(8, 30), 31, 1, new LocalDateTime(2023, 12, 31, 8, 30)),
            (layer.Rotation!.Kind, layer.Rotation.Length, layer.Rotation.HandoffTime, layer.Rotation.HandoffMonthday, layer.Rotation.StartIndex, layer.Rotation.Anchor));
        Assert.Equal([IsoDayOfWeek.Monday, IsoDayOfWeek.Sunday], Assert.IsType<Restriction.Daily>(layer.Restrictions[0]).Days);
        Assert.Equal(new Restriction.Weekly(IsoDayOfWeek.Friday, new LocalTime(20, 0), IsoDayOfWeek.Monday, new LocalTime(8, 0)), layer.Restrictions[1]);
        Assert.Equal(Instant.FromUtc(2025, 1, 1, 0, 0), Assert.Single(layer.Changes).At);
        Assert.Null(schedule.Layers[1].Rotation);
        Assert.Equal(("week", OverrideKind.Cover, PersonSet.Nobody), (schedule.Overrides[0].Layer, schedule.Overrides[0].Kind, schedule.Overrides[0].Users));
        Assert.Equal(new PersonId("ada"), schedule.Overrides[1].Replaces);
    }

    [Fact]
    public void ShortForm_IsTheLongFormOfOneLayer()
    {
        var schedules = Good(Base, """
            schedules:
              short: { time_zone: Europe/Berlin, rotation: weekly, handoff: WE 09:30, participants: [ada, grace], start: 2025-01-01T00:00:00Z }
              long:
                time_zone: Europe/Berlin
                layers:
                  - name: only
                    start: 2025-01-01T00:00:00Z
                    participants: [ada, grace]
                    rotation: { kind: weekly, handoff_weekday: WE, handoff_time: 09:30 }
            """).Schedules;

        var (from, to) = (Now, Now + Duration.FromDays(100));
        var segments = schedules[new ScheduleId("short")].Calendar.Segments(from, to);
        Assert.Equal(schedules[new ScheduleId("long")].Calendar.Segments(from, to), segments);
        Assert.Equal(Instant.FromUtc(2026, 9, 16, 7, 30), segments[0].To);
    }

    [Theory]
    [InlineData("EST5", "There is no time zone \"EST5\". Write an IANA id such as Europe/Berlin.")]
    [InlineData("Mars/X", "There is no time zone \"Mars/X\". Write an IANA id such as Europe/Berlin.")]
    [InlineData("Europe/Berln", "Did you mean \"Europe/Berlin\"?")]
    [InlineData("america/new york", "Did you mean \"America/New_York\"?")]
    [InlineData("UTC+02", "There is no time zone \"UTC+02\".")]
    public void C7_C8_F63_UnknownZone_IsRefused(string zone, string problem) =>
        Assert.Contains(problem, Assert.Single(Short($"time_zone: {zone}, rotation: weekly, participants: [ada, grace]")));

    [Fact]
    public void C9_LayerThatEndsBeforeItStarts_IsRefused() => Assert.Equal(
        ["config/b.yaml:2:114: error: The layer ends before it starts. Give an `end` after `start`, or leave it out."],
        Short("time_zone: Europe/Berlin, rotation: weekly, participants: [ada, grace], start: 2026-01-01T00:00:00Z, end: 2025-01-01T00:00:00Z"));

    [Fact]
    public void C9_OverrideThatEndsBeforeItStarts_IsRefused() => Assert.Contains(
        "The override ends before it begins. Give an end after the beginning.",
        Assert.Single(Overrides("{ kind: add, from: 2026-10-02T00:00:00Z, to: 2026-10-01T00:00:00Z, users: [ada] }")));

    [Fact]
    public void C10_Gap_IsAWarningWithItsTime() => Assert.Equal(
        ["config/b.yaml:2:3: warning: Nobody is on call in \"s\" from 2026-09-14T15:00:00Z to 2026-09-15T07:00:00Z, and 89 more times in the next 90 days. Close the gap, or write `gaps: intended`."],
        Short("time_zone: Europe/Berlin, rotation: weekly, participants: [ada, grace], restrictions: [{ type: daily, start: 09:00, end: 17:00 }]"));

    [Fact]
    public void C10_IntendedGap_IsFine() => Assert.Empty(
        Short("gaps: intended, time_zone: Europe/Berlin, rotation: weekly, participants: [ada, grace], restrictions: [{ type: daily, start: 09:00, end: 17:00 }]"));

    [Fact]
    public void C11_OverlappingCovers_NameTheOneThatCounts() => Assert.Contains(
        "warning: `overrides[1]` overlaps, and goes before, `overrides[0]`.",
        Assert.Single(Overrides(
            "{ kind: cover, from: 2026-10-01T00:00:00Z, to: 2026-10-03T00:00:00Z, users: [ada] }",
            "{ kind: cover, from: 2026-10-02T00:00:00Z, to: 2026-10-04T00:00:00Z, users: [grace] }")));

    [Fact]
    public void OverrideLoop_IsWarnedOf() => Assert.Contains(
        "warning: `overrides[1]` undoes `overrides[0]`.",
        Assert.Single(Overrides(
            "{ kind: replace, from: 2026-10-01T00:00:00Z, to: 2026-10-03T00:00:00Z, replaces: ada, users: [grace] }",
            "{ kind: replace, from: 2026-10-01T00:00:00Z, to: 2026-10-03T00:00:00Z, replaces: grace, users: [ada] }")));

    [Theory]
    [InlineData("2026-02-30T00:00:00Z")]
    [InlineData("2026-02-28")]
    [InlineData("2026-02-28T00:00:00+01:00")]
    public void C30_DateThatIsNone_IsRefused(string date) => Assert.Contains(
        $"`from` cannot be \"{date}\". Write an instant in UTC such as 2026-09-14T09:00:00Z.",
        Overrides($"{{ kind: add, from: {date}, to: 2026-10-01T00:00:00Z, users: [ada] }}")[0]);

    [Fact]
    public void C31_RotaOfOne_IsAWarning() => Assert.Contains(
        "warning: Ada is alone in \"s\": on call always, with nobody to take over. Add a second person.",
        Assert.Single(Short("time_zone: Europe/Berlin, rotation: weekly, participants: [ada]")));

    [Theory]
    [InlineData("rotation: weekly, participants: [ada, grace]", "`time_zone` is missing in `s`.")]
    [InlineData("time_zone: Europe/Berlin, participants: [ada, grace]", "`rotation` is missing in `s`.")]
    [InlineData("time_zone: Europe/Berlin, rotation: weekly", "`participants` is missing in `s`.")]
    [InlineData("time_zone: Europe/Berlin, rotation: wekly, participants: [ada, grace]", "Did you mean \"weekly\"?")]
    [InlineData("time_zone: Europe/Berlin, rotation: weekly, participants: [ada, grcae]", "There is no person \"grcae\". Did you mean \"grace\"?")]
    [InlineData("time_zone: Europe/Berlin, rotation: daily, handoff: MO 09:00, participants: [ada, grace]", "`handoff` cannot be \"MO 09:00\".")]
    [InlineData("time_zone: Europe/Berlin, rotation: { kind: weekly, length: 0 }, participants: [ada, grace]", "2:68: error: A turn cannot have the length 0. Write 1 to 9000.")]
    [InlineData("time_zone: Europe/Berlin, rotation: weekly, participants: [ada, grace], layer: x", "Did you mean \"layers\"?")]
    public void Mistake_IsOneProblem(string text, string problem) => Assert.Contains(problem, Assert.Single(Short(text)));

    [Theory]
    [InlineData("{ kind: add, from: 2026-10-01T00:00:00Z, to: 2026-10-02T00:00:00Z, users: [ada], layer: nolayer }", "No layer is named \"nolayer\".")]
    [InlineData("{ kind: replace, from: 2026-10-01T00:00:00Z, to: 2026-10-02T00:00:00Z, users: [ada] }", "`replaces` is missing")]
    [InlineData("{ kind: swap, from: 2026-10-01T00:00:00Z, to: 2026-10-02T00:00:00Z, users: [ada] }", "Write cover, replace, add or remove.")]
    public void OverrideMistake_IsOneProblem(string text, string problem) => Assert.Contains(problem, Assert.Single(Overrides(text)));

    private static string[] Short(string keys) => Problems(Base, $"schedules:\n  s: {{ {keys} }}\n");

    private static string[] Overrides(params string[] overrides) =>
        Short($"time_zone: Europe/Berlin, rotation: weekly, participants: [ada, grace], overrides: [{string.Join(", ", overrides)}]");
}
