using System.Security.Cryptography;
using System.Text;
using Incidents.Application.Calendars.Revisions;
using Incidents.Application.Calendars.Text;
using Incidents.Domain;
using Incidents.Domain.OnCall;

namespace Incidents.Application.Calendars;

/// <summary>Shifts as the events of a calendar.</summary>
internal static class CalendarShifts
{
    private const string BeganEarlier = "It began before this calendar does.";
    private const string GoesOn = "It goes on after this calendar ends.";

    /// <summary>The shifts of a schedule after all overrides, by their beginning and then by person.</summary>
    /// <param name="person">Whose shifts alone; null for everybody's, which then begin with a name.</param>
    public static IEnumerable<CalendarEvent> Of(Schedule schedule, OnCallCalendar calendar, CalendarWindow window, PersonId? person, ScheduleRevision revision, Func<PersonId, string> name) =>
        calendar.Shifts(window.From, window.To)
            .Where(shift => person is null || shift.Person == person)
            .Select(shift => new CalendarEvent
            {
                Uid = Uid(schedule.Id, shift),
                From = shift.From,
                To = shift.To,
                ChangedAt = revision.ChangedAt,
                Sequence = revision.Number,
                Summary = person is null ? $"{name(shift.Person)} on call: {schedule.Name}" : $"On call: {schedule.Name}",
                Description = string.Join('\n', Description(schedule, shift, name)),
            });

    private static IEnumerable<string> Description(Schedule schedule, Shift shift, Func<PersonId, string> name)
    {
        yield return $"{name(shift.Person)} is on call for {schedule.Name} ({schedule.TimeZone.Id}).";
        if (shift.Cut.HasFlag(Cut.Start))
        {
            yield return BeganEarlier;
        }

        if (shift.Cut.HasFlag(Cut.End))
        {
            yield return GoesOn;
        }
    }

    /// <summary>The same shift has the same one for good. One that began before the window has one of its own: a person can be in one such shift only.</summary>
    private static string Uid(ScheduleId schedule, Shift shift)
    {
        var begin = shift.Cut.HasFlag(Cut.Start) ? "earlier" : UtcText.Of(shift.From);
        var parts = Encoding.UTF8.GetBytes(string.Join('\n', schedule, shift.Person, begin));
        return $"{Convert.ToHexStringLower(SHA256.HashData(parts))[..32]}@incidents";
    }
}
