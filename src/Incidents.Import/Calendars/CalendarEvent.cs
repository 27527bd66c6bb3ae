using System.Buffers;
using Incidents.Application.Schedules.TimeOff;

namespace Incidents.Import.Calendars;

/// <summary>One time of an event of an iCal file, without what it is about.</summary>
/// <param name="Uid">The same for the same event, however often it is exported.</param>
/// <param name="Source">The same for the same time of the event: its UID, and for an event that repeats when that time was planned.</param>
/// <param name="Span">Null for what is cancelled or takes no time (TRANSPARENT).</param>
public sealed record CalendarEvent(string Uid, string Source, TimeOffSpan? Span)
{
    private static readonly SearchValues<char> PlannedTime = SearchValues.Create("0123456789TZ");

    /// <summary>Whether something entered earlier comes from the event.</summary>
    public static bool IsOf(string uid, string source) =>
        source == uid || (source.StartsWith($"{uid}/", StringComparison.Ordinal) && source.AsSpan(uid.Length + 1).IndexOfAnyExcept(PlannedTime) < 0);
}

/// <summary>Something of a calendar that cannot be read.</summary>
/// <param name="Line">Of the file, from 1.</param>
/// <param name="Problem">What is wrong and how to mend it, in sentences. It quotes no text of an event.</param>
public sealed record CalendarProblem(int Line, string Problem);

/// <summary>A calendar that was read, or why nothing of it can be.</summary>
public abstract record CalendarResult
{
    private CalendarResult()
    {
    }

    /// <param name="Events">By UID, in the order of the file; those that repeat up to the horizon.</param>
    /// <param name="Problems">What was left out, by line.</param>
    /// <param name="Whole">UIDs of the events that are in the file themselves and of which nothing was left out.</param>
    public sealed record Read(IReadOnlyList<CalendarEvent> Events, IReadOnlyList<CalendarProblem> Problems, IReadOnlySet<string> Whole) : CalendarResult
    {
        /// <summary>The line each event begins at, by UID.</summary>
        public IReadOnlyDictionary<string, int> Lines { get; init; } = new Dictionary<string, int>();
    }

    public sealed record Unreadable(CalendarProblem Problem) : CalendarResult;
}

/// <summary>What keeps a part of a calendar from being read.</summary>
internal sealed class CalendarException(int line, string problem) : Exception(problem)
{
    public CalendarProblem Problem { get; } = new(line, problem);
}
