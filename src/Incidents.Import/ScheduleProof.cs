using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Import;

/// <summary>A schedule held against the other tool's own rendering of it.</summary>
/// <param name="Schedule">Id of the schedule.</param>
/// <param name="From">What is compared begins here.</param>
/// <param name="To">And ends here.</param>
/// <param name="Differences">Where the two disagree, in order; none is the proof.</param>
public sealed record ScheduleProof(string Schedule, Instant From, Instant To, IReadOnlyList<ScheduleDifference> Differences)
{
    /// <summary>How far ahead the two are compared.</summary>
    public static readonly Duration Window = Duration.FromDays(90);

    /// <summary>Minutes with other people on call, whole ones and begun ones.</summary>
    public long MinutesThatDiffer => Differences.Sum(one => (long)Math.Ceiling((one.To - one.From).TotalMinutes));

    /// <param name="at">The comparison covers the 90 days from here, as far as the rendering does.</param>
    /// <returns>Null when the rendering says nothing about them.</returns>
    public static ScheduleProof? Of(Schedule schedule, RenderedSchedule rendered, Instant at)
    {
        var (from, to) = (Instant.Max(at, rendered.From), Instant.Min(at + Window, rendered.To));
        if (from >= to)
        {
            return null;
        }

        var ours = new OnCallCalendar(schedule).Segments(from, to);
        Instant[] changes =
        [
            .. ours.Select(segment => segment.From)
                .Concat(rendered.Shifts.SelectMany(shift => new[] { shift.From, shift.To }))
                .Where(change => change >= from && change < to)
                .Append(to).Distinct().Order(),
        ];
        var differences = new List<ScheduleDifference>();
        var current = 0;
        for (var i = 0; i + 1 < changes.Length; i++)
        {
            var (begin, end) = (changes[i], changes[i + 1]);
            while (ours[current].To <= begin)
            {
                current++;
            }

            Note(differences, new ScheduleDifference(begin, end, Theirs(rendered, begin), ours[current].People));
        }

        return new ScheduleProof(schedule.Id.Value, from, to, differences);
    }

    private static PersonSet Theirs(RenderedSchedule rendered, Instant at) =>
        PersonSet.Of([.. rendered.Shifts.Where(shift => shift.From <= at && at < shift.To).Select(shift => shift.Person)]);

    private static void Note(List<ScheduleDifference> differences, ScheduleDifference next)
    {
        if (next.Theirs.Equals(next.Ours))
        {
            return;
        }

        if (differences.Count > 0 && differences[^1] is var last && last.To == next.From && last.Theirs.Equals(next.Theirs) && last.Ours.Equals(next.Ours))
        {
            differences[^1] = last with { To = next.To };
            return;
        }

        differences.Add(next);
    }
}

/// <summary>A stretch in which the other tool and we have different people on call.</summary>
public sealed record ScheduleDifference(Instant From, Instant To, PersonSet Theirs, PersonSet Ours);
