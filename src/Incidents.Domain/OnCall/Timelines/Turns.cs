using NodaTime;

namespace Incidents.Domain.OnCall.Timelines;

/// <summary>
/// The turns of a rotation, counted from its anchor. They follow from the calendar alone: restrictions, overrides and
/// changes of people move none. Before the anchor turn 0 holds.
/// </summary>
internal sealed class Turns
{
    private readonly Handoffs _handoffs;
    private readonly long _anchor;
    private readonly int _length;

    public Turns(Rotation rotation, Instant start, WallClock clock)
    {
        _handoffs = HandoffsOf(rotation, start, clock);
        _anchor = rotation switch
        {
            { Kind: RotationKind.Hourly } => 0,
            { Anchor: { } anchor } => _handoffs.LatestAt(anchor),
            _ => LatestUpTo(clock.Reading(start), rotation.Kind),
        };
        _length = rotation.Length;
    }

    /// <summary>The turn running when the clock has come to <paramref name="reading"/>; a turn without length never runs.</summary>
    public Turn At(LocalDateTime reading)
    {
        var number = Math.Max(0, FloorDivision.Quotient(_handoffs.LatestAt(reading) - _anchor, _length));
        return new(number, _handoffs.Point(_anchor + ((number + 1) * _length)));
    }

    /// <summary>
    /// The latest hand-off up to the start. Where only some weekdays count, a start that is a day or more after the latest
    /// belongs to a day that does not count, and counting begins with the next.
    /// </summary>
    private long LatestUpTo(LocalDateTime start, RotationKind kind)
    {
        var latest = _handoffs.LatestAt(start);
        var isPast = kind == RotationKind.Daily && _handoffs.Point(latest).PlusDays(1) <= start;
        return isPast ? latest + 1 : latest;
    }

    private static Handoffs HandoffsOf(Rotation rotation, Instant start, WallClock clock)
    {
        var model = rotation.Anchor ?? clock.Shown(start);
        var time = rotation.Anchor?.TimeOfDay ?? rotation.HandoffTime ?? model.TimeOfDay;
        return rotation.Kind switch
        {
            RotationKind.Hourly => new Handoffs.EveryHour(HourlyOrigin(rotation, model, clock.Reading(start))),
            RotationKind.Daily => new Handoffs.OnWeekdays(time, Weekdays.OrAll(rotation.Days)),
            RotationKind.Weekly => new Handoffs.OnWeekdays(
                time, [rotation.Anchor?.DayOfWeek ?? rotation.HandoffWeekday ?? model.DayOfWeek]),
            RotationKind.Monthly => new Handoffs.OnMonthday(time, rotation.HandoffMonthday ?? model.Day),
            _ => throw new ArgumentOutOfRangeException(nameof(rotation), rotation.Kind, "No such kind of rotation."),
        };
    }

    private static LocalDateTime HourlyOrigin(Rotation rotation, LocalDateTime model, LocalDateTime start)
    {
        if (rotation.Anchor is not null || rotation.HandoffTime is not { } time)
        {
            return model;
        }

        var daily = new Handoffs.OnWeekdays(time, Weekdays.All);
        return daily.Point(daily.LatestAt(start));
    }
}

/// <summary>One turn of a rotation.</summary>
/// <param name="Number">Counted from 0 at the anchor.</param>
/// <param name="End">The local time at which the next turn begins.</param>
internal readonly record struct Turn(long Number, LocalDateTime End);
