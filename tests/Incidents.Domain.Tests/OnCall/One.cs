using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Domain.Tests.OnCall;

/// <summary>Definitions in one line.</summary>
internal static class One
{
    public static readonly IsoDayOfWeek[] Workdays =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    public static Schedule Schedule(params Layer[] layers) => ScheduleIn("UTC", layers);

    public static Schedule ScheduleIn(string zone, params Layer[] layers) =>
        new() { Id = new ScheduleId("one"), Name = "One", TimeZone = ZoneIds.Find(zone)!, Layers = layers };

    public static Layer Layer(string start, Rotation? rotation, params string[] participants) => new()
    {
        Name = "layer",
        Start = Time.At(start),
        Rotation = rotation,
        Participants = [.. participants.Select(Participant)],
    };

    /// <summary>`ada` is a person, `ada+bea` a group, `-` a vacant turn.</summary>
    public static Participant Participant(string text) =>
        text == "-" ? Domain.OnCall.Participant.Vacant : Domain.OnCall.Participant.Group(text.Split('+'));

    public static ParticipantChange Change(string at, params string[] participants) =>
        new(Time.At(at), [.. participants.Select(Participant)]);

    public static Rotation Hourly(int length = 1, string? at = null) => Rotation(RotationKind.Hourly, length, at);

    public static Rotation Daily(string? at = null, int length = 1, params IsoDayOfWeek[] days) =>
        Rotation(RotationKind.Daily, length, at) with { Days = days };

    public static Rotation Weekly(IsoDayOfWeek? weekday = null, string? at = null, int length = 1) =>
        Rotation(RotationKind.Weekly, length, at) with { HandoffWeekday = weekday };

    public static Rotation Monthly(int? monthday = null, string? at = null, int length = 1) =>
        Rotation(RotationKind.Monthly, length, at) with { HandoffMonthday = monthday };

    public static Restriction Window(string start, string end, params IsoDayOfWeek[] days) =>
        new Restriction.Daily(Time.Clock(start), Time.Clock(end)) { Days = days };

    public static Restriction Window(IsoDayOfWeek startDay, string start, IsoDayOfWeek endDay, string end) =>
        new Restriction.Weekly(startDay, Time.Clock(start), endDay, Time.Clock(end));

    public static Override Cover(string from, string to, params string[] people) => Override(OverrideKind.Cover, from, to, people);

    public static Override Add(string from, string to, params string[] people) => Override(OverrideKind.Add, from, to, people);

    public static Override Remove(string from, string to, params string[] people) => Override(OverrideKind.Remove, from, to, people);

    public static Override Replace(string from, string to, string replaced, params string[] people) =>
        Override(OverrideKind.Replace, from, to, people) with { Replaces = new PersonId(replaced) };

    private static Rotation Rotation(RotationKind kind, int length, string? at) =>
        new() { Kind = kind, Length = length, HandoffTime = at is null ? null : Time.Clock(at) };

    private static Override Override(OverrideKind kind, string from, string to, string[] people) =>
        new() { Kind = kind, From = Time.At(from), To = Time.At(to), Users = PersonSet.Named(people) };
}
