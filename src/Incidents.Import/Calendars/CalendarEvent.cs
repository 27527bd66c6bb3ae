using Incidents.Application.Schedules.TimeOff;

namespace Incidents.Import.Calendars;

/// <summary>One event of an iCal file, without what it is about: why somebody is away is nobody's business here.</summary>
/// <param name="Uid">The same for the same event, however often it is exported.</param>
/// <param name="Span">Null for a cancelled event.</param>
public sealed record CalendarEvent(string Uid, TimeOffSpan? Span);

/// <summary>A calendar that was read, or the first thing in it that cannot be.</summary>
public abstract record CalendarResult
{
    private CalendarResult()
    {
    }

    /// <param name="Events">In the order of the file.</param>
    public sealed record Read(IReadOnlyList<CalendarEvent> Events) : CalendarResult;

    /// <param name="Line">Of the file, from 1.</param>
    /// <param name="Problem">What is wrong and how to mend it, in sentences. It quotes no text of an event.</param>
    public sealed record Unreadable(int Line, string Problem) : CalendarResult;
}
