using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Configuration.Authoring.Comparing;

/// <summary>The schedules of a configuration over a window, each expanded once, when it is first asked for.</summary>
internal sealed class CalendarWindow(OnCallConfiguration settings, Instant from, Instant to)
{
    private readonly Dictionary<ScheduleId, (Instant[] Begins, PersonSet[] People)> expanded = [];

    public OnCallConfiguration Settings => settings;

    public Instant From => from;

    public Instant To => to;

    /// <summary>Returns the instants within the window at which the people on call change; empty for an unknown schedule.</summary>
    public IReadOnlyList<Instant> Cuts(ScheduleId schedule) => Expand(schedule).Begins;

    /// <summary>Who is on call at an instant of the window.</summary>
    public PersonSet WhoIsOnCall(ScheduleId schedule, Instant at)
    {
        var (begins, people) = Expand(schedule);
        var found = Array.BinarySearch(begins, at);
        var index = found < 0 ? ~found - 1 : found;
        return index < 0 ? PersonSet.Nobody : people[index];
    }

    private (Instant[] Begins, PersonSet[] People) Expand(ScheduleId id)
    {
        if (!expanded.TryGetValue(id, out var known))
        {
            var segments = settings.Schedules.TryGetValue(id, out var schedule) ? schedule.Calendar.Segments(from, to) : [];
            expanded[id] = known = ([.. segments.Select(segment => segment.From)], [.. segments.Select(segment => segment.People)]);
        }

        return known;
    }
}
