using Incidents.Domain.OnCall.Timelines;
using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>
/// A schedule made ready for questions: who is on call at an instant, or over a window of instants. Any window agrees with
/// any instant in it. Safe to share between threads; build it once per version of the schedule.
/// </summary>
public sealed class OnCallCalendar
{
    private readonly RankedLayer[] _layers;
    private readonly RankedLayer[][] _ranks;
    private readonly Override[] _overrides;
    private Answer? _last;

    /// <param name="schedule">A schedule <see cref="ScheduleRules"/> finds nothing wrong with.</param>
    public OnCallCalendar(Schedule schedule)
    {
        _layers = [.. schedule.Layers.Select((layer, position) => new RankedLayer(
            layer.Name,
            layer.Priority ?? position,
            new LayerTimeline(layer, layer.TimeZone ?? schedule.TimeZone).At,
            [.. schedule.Overrides.Where(overriding => overriding.Layer == layer.Name)]))];
        _ranks = [.. _layers.GroupBy(layer => layer.Priority).OrderByDescending(rank => rank.Key).Select(rank => rank.ToArray())];
        _overrides = [.. schedule.Overrides.Where(overriding => overriding.Layer is null)];
    }

    /// <summary>Returns the people on call at an instant; an empty set in a gap.</summary>
    public PersonSet WhoIsOnCall(Instant at) => _last is { } last && last.Holds(at) ? last.Duty.People : Final()(at).Value;

    /// <summary>The people on call at an instant, until when, and who takes over.</summary>
    public Duty DutyAt(Instant at)
    {
        // Asked for every message of an incident, and the answer is good until the next hand-off. One reference, so threads may race for it.
        if (_last is { } last && last.Holds(at))
        {
            return last.Duty;
        }

        var duty = Ask(at);
        _last = new Answer(at, duty);
        return duty;
    }

    private Duty Ask(Instant at)
    {
        var stretches = Final().Walk(at, HorizonFrom(at)).Take(2).ToArray();
        return stretches switch
        {
            [var now, var next] => new(now.Value, now.To, next.Value),
            [var now] => new(now.Value, null, now.Value),
            _ => new(PersonSet.Nobody, null, PersonSet.Nobody),
        };
    }

    /// <summary>The whole window as the longest stretches with the same people on call, gaps included.</summary>
    public IReadOnlyList<Segment> Segments(Instant from, Instant to) => Final().Segments(from, to);

    /// <summary>Returns the stretches of the window without people on call.</summary>
    public IReadOnlyList<Segment> Gaps(Instant from, Instant to) => [.. Segments(from, to).Where(segment => segment.IsGap)];

    /// <summary>Each person's times on call within the window, by their beginning and then by name.</summary>
    public IReadOnlyList<Shift> Shifts(Instant from, Instant to) => Final().Shifts(from, to);

    /// <summary>How completely and how evenly the window is covered.</summary>
    public ScheduleQuality Quality(Instant from, Instant to) => ScheduleQuality.Of(Segments(from, to));

    /// <summary>Every layer over the window, in the schedule's order: what it offers, and what of that counts.</summary>
    public IReadOnlyList<LayerRow> Layers(Instant from, Instant to) =>
        [.. _layers.Select(layer => new LayerRow(layer.Name, layer.People().Segments(from, to), Counted(layer).Segments(from, to)))];

    private static Instant HorizonFrom(Instant at) =>
        Instant.MaxValue - at < ScheduleRules.LongestWindow ? Instant.MaxValue : at + ScheduleRules.LongestWindow;

    private Timeline<PersonSet> Final() => Highest(_ranks).Under(_overrides).Remembered();

    private Timeline<PersonSet> Counted(RankedLayer layer) =>
        layer.People().HiddenBy(Highest(_ranks.TakeWhile(rank => rank[0].Priority > layer.Priority)));

    private static Timeline<PersonSet> Highest(IEnumerable<RankedLayer[]> ranks) => Precedence.FirstWithAnybody(
        [.. ranks.Select(rank => Precedence.Together([.. rank.Select(layer => layer.People())]))]);

    /// <summary>What was said at an instant, which holds up to the hand-off it names.</summary>
    private sealed record Answer(Instant Since, Duty Duty)
    {
        public bool Holds(Instant at) => at >= Since && at < Duty.Until;
    }

    private sealed record RankedLayer(string Name, int Priority, Timeline<PersonSet> Rotation, IReadOnlyList<Override> Overrides)
    {
        public Timeline<PersonSet> People() => Rotation.Remembered().Under(Overrides);
    }
}
