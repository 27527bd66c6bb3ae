using NodaTime;

namespace Incidents.Domain.OnCall.Timelines;

/// <summary>A timeline of people cut to a window.</summary>
internal static class Expansion
{
    public static IReadOnlyList<Segment> Segments(this Timeline<PersonSet> people, Instant from, Instant to)
    {
        var (before, after) = people.Around(from, to);
        return
        [
            .. people.Walk(from, to).Select(stretch => new Segment(stretch.From, stretch.To, stretch.Value)
            {
                Cut = CutOf(stretch.From == from && stretch.Value.Equals(before), stretch.To == to && stretch.Value.Equals(after)),
            }),
        ];
    }

    public static IReadOnlyList<Shift> Shifts(this Timeline<PersonSet> people, Instant from, Instant to)
    {
        var (before, after) = people.Around(from, to);
        var shifts = new List<Shift>();
        var begun = new Dictionary<PersonId, Instant>();
        foreach (var (start, _, onCall) in people.Walk(from, to))
        {
            Close(person => !onCall.Contains(person), start);
            foreach (var person in onCall)
            {
                begun.TryAdd(person, start);
            }
        }

        Close(_ => true, to);
        return [.. shifts.OrderBy(shift => shift.From).ThenBy(shift => shift.Person)];

        void Close(Func<PersonId, bool> leaves, Instant end)
        {
            foreach (var (person, start) in begun.Where(shift => leaves(shift.Key)).ToArray())
            {
                begun.Remove(person);
                shifts.Add(new(start, end, person)
                {
                    Cut = CutOf(start == from && before.Contains(person), end == to && after.Contains(person)),
                });
            }
        }
    }

    /// <summary>The people just before the window and just after it, who tell whether it cuts something.</summary>
    private static (PersonSet Before, PersonSet After) Around(this Timeline<PersonSet> people, Instant from, Instant to) =>
        (from == Instant.MinValue ? PersonSet.Nobody : people(from - Duration.Epsilon).Value, people(to).Value);

    private static Cut CutOf(bool start, bool end) => (start ? Cut.Start : Cut.None) | (end ? Cut.End : Cut.None);
}
