using System.Security.Cryptography;
using System.Text;
using Incidents.Application.Calendars.Links;
using Incidents.Application.Calendars.Revisions;
using Incidents.Application.Calendars.Text;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Application.Calendars;

/// <summary>A calendar as it is sent.</summary>
/// <param name="Text">In iCalendar form.</param>
public sealed record CalendarFeed(string Text)
{
    /// <summary>The same for the same text and for no other, in the quotes HTTP wants.</summary>
    public string ETag => $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..32]}\"";

    /// <summary>Puts a calendar together; what it shows of schedules is noted in the book.</summary>
    /// <returns>Null when the owner is in the configuration no longer, or has left.</returns>
    internal static (CalendarFeed Feed, CalendarBook Noted)? Of(CalendarOwner owner, OnCallConfiguration settings, CalendarBook book, Instant now)
    {
        if (Title(owner, settings) is not { } title)
        {
            return null;
        }

        PersonId? person = owner.Kind == CalendarKind.Person ? new PersonId(owner.Id) : null;
        var window = CalendarWindow.At(now);
        var events = new List<CalendarEvent>();
        foreach (var schedule in settings.Schedules.Values.Where(schedule => person is not null || schedule.Definition.Id == new ScheduleId(owner.Id)))
        {
            var definition = schedule.Definition;
            book = book.Noting(definition.Id, ScheduleDigest.Of(definition, Name), now);
            events.AddRange(CalendarShifts.Of(definition, schedule.Calendar, window, person, book.RevisionOf(definition.Id)!, Name));
        }

        return (new CalendarFeed(CalendarText.Write(title, events.OrderBy(one => one.From))), book);

        string Name(PersonId id) => settings.People.GetValueOrDefault(id)?.Name ?? id.Value;
    }

    private static string? Title(CalendarOwner owner, OnCallConfiguration settings) => owner.Kind switch
    {
        CalendarKind.Schedule => settings.Schedules.GetValueOrDefault(new ScheduleId(owner.Id)) is { } schedule ? $"On call: {schedule.Definition.Name}" : null,
        _ => settings.FindPerson(new PersonId(owner.Id)) is { IsActive: true } person ? $"On call: {person.Name}" : null,
    };
}
