using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Domain.Tests.OnCall;

/// <summary>What holds for every schedule, near every clock change.</summary>
public class EngineProperties
{
    private static readonly Duration Reach = Duration.FromHours(60);

    [Fact]
    public void F62_WhoIsOnCall_IsAsTheLetterOfTheRulesHasIt() => ForAnyInstant((schedule, at) =>
        new ReferenceSchedule(schedule).WhoIsOnCall(at).Equals(new OnCallCalendar(schedule).WhoIsOnCall(at)));

    [Fact]
    public void WhoIsOnCall_IsTheSegmentOfAnyWindowAroundTheInstant() => ForAnyInstant((schedule, at) =>
    {
        var calendar = new OnCallCalendar(schedule);
        return new[] { Duration.Epsilon, Duration.FromMinutes(7), Reach }
            .Select(reach => calendar.Segments(at - reach, at + Duration.FromHours(5)))
            .All(window => window.Single(segment => segment.From <= at && at < segment.To).People.Equals(calendar.WhoIsOnCall(at)));
    });

    [Fact]
    public void WhoIsOnCall_IsWhoeverHasAShift() => ForAnyInstant((schedule, at) =>
    {
        var calendar = new OnCallCalendar(schedule);
        var onShift = calendar.Shifts(at - Reach, at + Reach).Where(shift => shift.From <= at && at < shift.To);
        return calendar.WhoIsOnCall(at).SequenceEqual(onShift.Select(shift => shift.Person).Order());
    });

    [Fact]
    public void Segments_TileTheWindow_AndNoTwoNeighboursAreEqual() => ForAnyWindow((schedule, from, to) =>
    {
        var segments = new OnCallCalendar(schedule).Segments(from, to);
        return segments[0].From == from && segments[^1].To == to
            && segments.All(segment => segment.From < segment.To)
            && segments.Zip(segments.Skip(1)).All(pair => pair.First.To == pair.Second.From && !pair.First.People.Equals(pair.Second.People));
    });

    [Fact]
    public void Window_SplitAnywhere_GivesTheSameAnswer() => ForAnyWindow((schedule, from, to) =>
    {
        var calendar = new OnCallCalendar(schedule);
        var middle = from + ((to - from) / 3);
        var (first, second) = (calendar.Segments(from, middle), calendar.Segments(middle, to));
        var seam = first[^1].Cut.HasFlag(Cut.End) && second[0].Cut.HasFlag(Cut.Start) ? 1 : 0;
        return calendar.Segments(from, to).Count == first.Count + second.Count - seam
            && seam == (first[^1].People.Equals(second[0].People) ? 1 : 0);
    });

    [Fact]
    public void LayersThatCount_AreOfOnePriority_AndTogetherTheUnoverriddenSchedule() => ForAnyInstant((schedule, at) =>
    {
        var plain = schedule with { Overrides = [.. schedule.Overrides.Where(exception => exception.Layer is not null)] };
        var calendar = new OnCallCalendar(plain);
        var counted = calendar.Layers(at, at + Duration.Epsilon).Select(row => row.Counted[0].People).ToArray();
        var priorities = schedule.Layers.Select((layer, position) => layer.Priority ?? position).Where((_, position) => !counted[position].IsNobody);
        return priorities.Distinct().Count() <= 1
            && counted.Aggregate(PersonSet.Nobody, (all, some) => all.With(some)).Equals(calendar.WhoIsOnCall(at));
    });

    [Fact]
    public void Overrides_TouchTheirOwnSpanOnly() => ForAnyInstant((schedule, at) =>
    {
        var elsewhere = schedule.Overrides.Where(exception => at < exception.From || exception.To <= at).ToArray();
        return new OnCallCalendar(schedule).WhoIsOnCall(at).Equals(
            new OnCallCalendar(schedule with { Overrides = [.. schedule.Overrides.Except(elsewhere)] }).WhoIsOnCall(at));
    });

    [Fact]
    public void Duty_EndsAtTheNextSegment() => ForAnyInstant((schedule, at) =>
    {
        var calendar = new OnCallCalendar(schedule);
        var duty = calendar.DutyAt(at);
        return duty.People.Equals(calendar.WhoIsOnCall(at)) && (duty.Until is not { } until
            || (until > at && !duty.Next.Equals(duty.People) && duty.Next.Equals(calendar.WhoIsOnCall(until))
                && calendar.Segments(at, until).Count == 1));
    });

    [Fact]
    public void EqualDefinitions_GiveEqualAnswers() => ForAnyWindow((schedule, from, to) =>
        new OnCallCalendar(schedule).Shifts(from, to).SequenceEqual(
            new OnCallCalendar(schedule with { Layers = [.. schedule.Layers.Select(layer => layer with { })] }).Shifts(from, to)));

    [Fact]
    public void EqualDefinitions_GiveEqualBytes() => ForAnyWindow((schedule, from, to) =>
        Written(schedule, from, to).AsSpan().SequenceEqual(Written(
            schedule with
            {
                TimeZone = ZoneIds.Find(schedule.TimeZone.Id)!,
                Layers = [.. schedule.Layers.Select(layer => layer with { Participants = [.. layer.Participants.Select(one => Participant.Group(one.People.Reverse().Select(id => id.Value)))] })],
                Overrides = [.. schedule.Overrides.Select(exception => exception with { })],
            },
            from,
            to)));

    [Fact]
    public void Layers_EachTileTheWindow_AndWhatCountsOfThemIsTheUnoverriddenSchedule() => ForAnyWindow((schedule, from, to) =>
    {
        var calendar = new OnCallCalendar(schedule with { Overrides = [.. schedule.Overrides.Where(exception => exception.Layer is not null)] });
        var rows = calendar.Layers(from, to);
        var starts = rows.SelectMany(row => row.Counted).Concat(calendar.Segments(from, to)).Select(segment => segment.From).Distinct();
        return rows.All(row => Tile(row.Alone, from, to) && Tile(row.Counted, from, to))
            && starts.All(at => rows
                .Select(row => row.Counted.Single(segment => segment.From <= at && at < segment.To).People)
                .Aggregate(PersonSet.Nobody, (all, some) => all.With(some))
                .Equals(calendar.WhoIsOnCall(at)));
    });

    [Fact]
    public void AnySchedule_IsSound() => ForAnyInstant((schedule, _) =>
        ScheduleRules.Check(schedule).All(problem => problem.IsWarning || problem.Path.EndsWith(".layer", StringComparison.Ordinal)));

    private static bool Tile(IReadOnlyList<Segment> segments, Instant from, Instant to) =>
        segments[0].From == from && segments[^1].To == to && segments.Zip(segments.Skip(1)).All(pair => pair.First.To == pair.Second.From);

    private static byte[] Written(Schedule schedule, Instant from, Instant to)
    {
        var calendar = new OnCallCalendar(schedule);
        return Encoding.UTF8.GetBytes(string.Join('\n',
        [
            .. calendar.Segments(from, to).Select(segment => $"{segment.From} {segment.To} {segment.People} {segment.Cut}"),
            .. calendar.Shifts(from, to).Select(shift => $"{shift.From} {shift.To} {shift.Person} {shift.Cut}"),
            .. calendar.Layers(from, to).SelectMany(row => row.Counted.Select(segment => $"{row.Name} {segment.From} {segment.People}")),
        ]));
    }

    private static void ForAnyInstant(Func<Schedule, Instant, bool> holds) => Prop.ForAll(
        Arb.From(from any in AnySchedule.Gen from at in AnySchedule.Near(any.Near, 72) select (any.Schedule, at)),
        any => holds(any.Schedule, any.at).Label($"at {any.at}\n{any.Schedule.InLines()}"))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static void ForAnyWindow(Func<Schedule, Instant, Instant, bool> holds) => ForAnyInstant((schedule, from) =>
        holds(schedule, from, from + Reach));
}
