using Incidents.Domain.Incidents;

namespace Incidents.Application.Store;

/// <summary>Puts what an incident and its joined alarms went through into one order.</summary>
public static class TimelineOrder
{
    /// <summary>
    /// Events of the incident keep the order they were committed in, whatever the clocks of the machines said.
    /// What joined alarms went through stands before the first event that is not older, for it may be the cause of it; nothing stands before the opening.
    /// </summary>
    public static IReadOnlyList<TimelineEntry> Merge(IEnumerable<TimelineEntry> own, IEnumerable<MemberAlarm> members)
    {
        var joined = new Queue<IncidentEvent>(members
            .OrderBy(m => m.JoinedAt)
            .ThenBy(m => m.Member.Key.Value, StringComparer.Ordinal)
            .ThenBy(m => m.Member.ContributorId, StringComparer.Ordinal)
            .SelectMany(m => m.Story())
            .OrderBy(e => e.At));

        var story = new List<TimelineEntry>();
        foreach (var entry in own.OrderBy(e => e.Sequence))
        {
            while (story.Count > 0 && joined.TryPeek(out var next) && next.At <= entry.Event.At)
            {
                story.Add(new TimelineEntry(0, joined.Dequeue()));
            }

            story.Add(entry);
        }

        story.AddRange(joined.Select(e => new TimelineEntry(0, e)));
        return story;
    }
}
