using NodaTime;

namespace Incidents.Domain.OnCall.Timelines;

/// <summary>The people a layer puts on call by itself: its turns where its restrictions leave them open, from its start to its end.</summary>
internal sealed class LayerTimeline
{
    /// <summary>No layer starts before: hand-offs are looked for a while before the start, and dates begin somewhere.</summary>
    public static readonly Instant BeginningOfCalendar = Instant.FromUtc(1, 1, 1, 0, 0);

    /// <summary>Layers are empty from this instant on: dates end with the year 9999, and a turn of 9000 months must end before.</summary>
    public static readonly Instant EndOfCalendar = Instant.FromUtc(9000, 1, 1, 0, 0);

    private readonly Instant _start;
    private readonly Instant _end;
    private readonly WallClock _clock;
    private readonly OpenHours _hours;
    private readonly Turns? _turns;
    private readonly Roster _roster;

    public LayerTimeline(Layer layer, DateTimeZone zone)
    {
        _start = layer.Start;
        _end = Instant.Min(layer.End ?? EndOfCalendar, EndOfCalendar);
        _clock = new(zone);
        _hours = new(layer.Restrictions);
        _turns = layer.Rotation is { } rotation ? new(rotation, layer.Start, _clock) : null;
        _roster = new(layer, at => _turns?.At(_clock.Reading(at)).Number ?? 0);
    }

    public Stretch<PersonSet> At(Instant at)
    {
        if (at < _start)
        {
            return new(PersonSet.Nobody, _start);
        }

        if (at >= _end)
        {
            return new(PersonSet.Nobody, Instant.MaxValue);
        }

        var reading = _clock.Reading(at);
        var (open, until) = _hours.At(reading);
        return open ? OnDuty(at, reading, until) : new(PersonSet.Nobody, Instant.Min(_end, Comes(until)));
    }

    private Stretch<PersonSet> OnDuty(Instant at, LocalDateTime reading, LocalDateTime? closes)
    {
        var turn = _turns?.At(reading);
        var (people, changes) = _roster.At(at, turn?.Number ?? 0);
        var ends = Instant.Min(Comes(turn?.End), Comes(closes));
        return new(people, Instant.Min(ends, Instant.Min(changes, _end)));
    }

    private Instant Comes(LocalDateTime? local) => local is { } time ? _clock.FirstAt(time) : Instant.MaxValue;
}
