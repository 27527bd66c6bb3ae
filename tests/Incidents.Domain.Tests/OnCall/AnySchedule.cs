using FsCheck;
using FsCheck.Fluent;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Domain.Tests.OnCall;

/// <summary>Random schedules about the clock changes of difficult zones.</summary>
internal static class AnySchedule
{
    private static readonly (string Zone, string Change)[] ClockChanges =
    [
        ("Europe/Berlin", "2026-03-29T01:00:00Z"), ("Europe/Berlin", "2026-10-25T01:00:00Z"),
        ("America/New_York", "2026-03-08T07:00:00Z"), ("America/New_York", "2026-11-01T06:00:00Z"),
        ("Australia/Lord_Howe", "2026-04-04T15:00:00Z"), ("Australia/Lord_Howe", "2026-10-03T15:30:00Z"),
        ("Pacific/Apia", "2011-12-30T10:00:00Z"), ("Africa/Cairo", "2026-04-23T22:00:00Z"),
        ("Africa/Cairo", "2026-10-29T21:00:00Z"), ("America/Sao_Paulo", "2018-11-04T03:00:00Z"),
        ("America/Sao_Paulo", "2018-02-18T02:00:00Z"), ("Europe/Dublin", "2026-10-25T01:00:00Z"),
        ("Africa/Casablanca", "2026-02-15T02:00:00Z"), ("America/Asuncion", "2023-10-01T04:00:00Z"),
        ("Antarctica/Troll", "2026-03-29T01:00:00Z"), ("Antarctica/Troll", "2026-10-25T01:00:00Z"),
        ("US/Pacific", "2026-11-01T09:00:00Z"), ("Asia/Kathmandu", "1985-12-31T18:30:00Z"),
        ("America/St_Johns", "2010-11-07T02:31:00Z"), ("Pacific/Kwajalein", "1993-08-21T12:00:00Z"),
    ];

    private static readonly string[] Names = ["ada", "bea", "cy", "dan", "eva"];

    /// <summary>A schedule, and an instant near a clock change of its zone about which to ask.</summary>
    public static readonly Gen<(Schedule Schedule, Instant Near)> Gen =
        from place in FsCheck.Fluent.Gen.Elements(ClockChanges)
        let change = Time.At(place.Change)
        let zone = ZoneIds.Find(place.Zone)!
        from layers in LayerNear(change, zone).ListOf().Resize(4)
        from overrides in OverrideNear(change).ListOf().Resize(6)
        select (new Schedule
        {
            Id = new ScheduleId("any"),
            Name = "Any",
            TimeZone = zone,
            Layers = [.. layers.Select((layer, position) => layer with { Name = $"layer {position}" })],
            Overrides = [.. overrides],
        }, change);

    public static readonly Gen<Participant> AnyParticipant =
        from names in FsCheck.Fluent.Gen.Elements(Names).ListOf().Resize(2)
        select Participant.Group(names);

    /// <summary>An instant up to so many hours from another, often at its very hour, half hour or a nanosecond off.</summary>
    public static Gen<Instant> Near(Instant instant, int hours) =>
        from halves in FsCheck.Fluent.Gen.Choose(-2 * hours, 2 * hours)
        from nanoseconds in FsCheck.Fluent.Gen.Elements(0L, 0L, 0L, -1L, 60_000_000_000L)
        select instant + Duration.FromMinutes(30 * halves) + Duration.FromNanoseconds(nanoseconds);

    private static readonly Gen<LocalTime> AnyTime =
        from hour in FsCheck.Fluent.Gen.Frequency(
            (3, FsCheck.Fluent.Gen.Choose(0, 3)), (1, FsCheck.Fluent.Gen.Choose(22, 23)), (2, FsCheck.Fluent.Gen.Choose(0, 23)))
        from minute in FsCheck.Fluent.Gen.Elements(0, 0, 15, 30, 59)
        select new LocalTime(hour, minute);

    private static readonly Gen<IsoDayOfWeek> AnyDay = FsCheck.Fluent.Gen.Choose(1, 7).Select(day => (IsoDayOfWeek)day);

    private static readonly Gen<IReadOnlyList<IsoDayOfWeek>> AnyDays =
        AnyDay.ListOf().Resize(6).Select(days => (IReadOnlyList<IsoDayOfWeek>)[.. days.Distinct()]);

    private static readonly Gen<Restriction> AnyRestriction = FsCheck.Fluent.Gen.OneOf<Restriction>(
        from start in AnyTime from end in AnyTime from days in AnyDays
        select (Restriction)new Restriction.Daily(start, end) { Days = days },
        from start in AnyTime from end in AnyTime from first in AnyDay from last in AnyDay
        select (Restriction)new Restriction.Weekly(first, start, last, end));

    private static readonly Gen<Rotation> AnyRotation =
        from kind in FsCheck.Fluent.Gen.Elements(Enum.GetValues<RotationKind>())
        from length in FsCheck.Fluent.Gen.Elements(1, 1, 2, 3, 5, 12, 24)
        from time in AnyTime.OrNullValue()
        from weekday in AnyDay.OrNullValue()
        from monthday in FsCheck.Fluent.Gen.Elements(1, 15, 28, 29, 30, 31).OrNullValue()
        from days in AnyDays
        from index in FsCheck.Fluent.Gen.Choose(0, 6)
        select new Rotation
        {
            Kind = kind, Length = length, HandoffTime = time, HandoffWeekday = weekday, HandoffMonthday = monthday,
            Days = days, StartIndex = index,
        };

    private static Gen<Layer> LayerNear(Instant change, DateTimeZone zone) =>
        from days in FsCheck.Fluent.Gen.Choose(0, 100)
        from start in Near(change - Duration.FromDays(days), 30)
        from length in FsCheck.Fluent.Gen.Frequency((3, FsCheck.Fluent.Gen.Constant((int?)null)), (1, FsCheck.Fluent.Gen.Choose(1, 450).Select(length => (int?)length)))
        from priority in FsCheck.Fluent.Gen.Choose(0, 2).OrNullValue()
        from participants in AnyParticipant.ListOf().Resize(6)
        from count in FsCheck.Fluent.Gen.Elements(1, 1, 1, 2, 3)
        from rotation in AnyRotation
        from together in FsCheck.Fluent.Gen.Choose(0, 9)
        from anchored in FsCheck.Fluent.Gen.Choose(0, 3)
        from restrictions in AnyRestriction.ListOf().Resize(3)
        from changes in ChangeNear(change).ListOf().Resize(3)
        select new Layer
        {
            Name = "any", Priority = priority, Start = start, End = length is { } some ? start + Duration.FromDays(some) : null,
            Participants = [.. participants], OnCallCount = count,
            Rotation = together == 0 ? null : anchored == 0 ? Anchored(rotation, start, zone) : rotation,
            Restrictions = [.. restrictions], Changes = [.. changes],
        };

    private static Rotation Anchored(Rotation rotation, Instant start, DateTimeZone zone) => rotation with
    {
        Anchor = (start - Duration.FromDays(40)).InZone(zone).LocalDateTime.With(TimeAdjusters.TruncateToMinute),
        Days = [],
        HandoffMonthday = null,
    };

    private static Gen<ParticipantChange> ChangeNear(Instant change) =>
        from at in Near(change, 100)
        from participants in AnyParticipant.ListOf().Resize(6)
        select new ParticipantChange(at, [.. participants]);

    private static Gen<Override> OverrideNear(Instant change) =>
        from kind in FsCheck.Fluent.Gen.Elements(Enum.GetValues<OverrideKind>())
        from start in Near(change, 60)
        from hours in FsCheck.Fluent.Gen.Choose(-1, 70)
        from users in AnyParticipant
        from replaced in FsCheck.Fluent.Gen.Elements(Names)
        from layer in FsCheck.Fluent.Gen.Elements<string?>(null, "layer 0", "layer 1")
        select new Override
        {
            Kind = kind, From = start, To = start + Duration.FromHours(hours), Users = users.People,
            Replaces = kind == OverrideKind.Replace ? new PersonId(replaced) : null, Layer = layer,
        };

    private static Gen<T?> OrNullValue<T>(this Gen<T> gen)
        where T : struct => FsCheck.Fluent.Gen.Frequency((1, FsCheck.Fluent.Gen.Constant((T?)null)), (1, gen.Select(value => (T?)value)));
}
