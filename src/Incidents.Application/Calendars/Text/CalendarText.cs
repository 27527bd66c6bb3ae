namespace Incidents.Application.Calendars.Text;

/// <summary>A calendar in iCalendar form (RFC 5545, and RFC 7986 for its name), to be subscribed to. The same input gives the same bytes.</summary>
internal static class CalendarText
{
    private const string Component = "VCALENDAR";
    private const string Event = "VEVENT";
    private const string Hourly = "PT1H";

    /// <param name="name">What programs call the calendar.</param>
    public static string Write(string name, IEnumerable<CalendarEvent> events)
    {
        var lines = new ContentLines()
            .Add("BEGIN", Component)
            .Add("VERSION", "2.0")
            .Add("PRODID", "-//Incidents//On call//EN")
            .Add("CALSCALE", "GREGORIAN")
            .AddText("NAME", name)
            .AddText("X-WR-CALNAME", name)
            .Add("REFRESH-INTERVAL;VALUE=DURATION", Hourly)
            .Add("X-PUBLISHED-TTL", Hourly);
        foreach (var one in events)
        {
            lines.Add("BEGIN", Event)
                .Add("UID", one.Uid)
                .Add("DTSTAMP", UtcText.Of(one.ChangedAt))
                .Add("LAST-MODIFIED", UtcText.Of(one.ChangedAt))
                .Add("SEQUENCE", one.Sequence)
                .Add("DTSTART", UtcText.Of(one.From))
                .Add("DTEND", UtcText.Of(one.To))
                .AddText("SUMMARY", one.Summary)
                .AddText("DESCRIPTION", one.Description)
                .Add("STATUS", "CONFIRMED")
                .Add("TRANSP", "TRANSPARENT")
                .Add("END", Event);
        }

        return lines.Add("END", Component).ToString();
    }
}
