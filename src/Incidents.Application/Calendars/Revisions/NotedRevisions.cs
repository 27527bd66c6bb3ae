using Incidents.Application.Calendars.Links;
using Incidents.Domain;
using NodaTime;

namespace Incidents.Application.Calendars.Revisions;

/// <summary>Numbers the versions of schedules.</summary>
/// <remarks>
/// A schedule follows from files and from what people did to it meanwhile, and neither tells when its answers changed. So the first who
/// reads a calendar after a change notes it; until the next change everybody gets the same bytes.
/// </remarks>
internal static class NotedRevisions
{
    /// <summary>The book with this version of a schedule in it: itself when that is the one it has.</summary>
    public static CalendarBook Noting(this CalendarBook book, ScheduleId schedule, string digest, Instant now)
    {
        var known = book.RevisionOf(schedule);
        if (known?.Digest == digest)
        {
            return book;
        }

        var next = new ScheduleRevision(schedule, digest, known is null ? 0 : known.Number + 1, Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds()));
        return book with { Schedules = known is null ? book.Schedules.Add(next) : book.Schedules.Replace(known, next) };
    }

    /// <summary>The version calendars showed last; null when none has yet.</summary>
    public static ScheduleRevision? RevisionOf(this CalendarBook book, ScheduleId schedule) => book.Schedules.FirstOrDefault(one => one.Schedule == schedule);
}
