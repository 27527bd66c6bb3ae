using Incidents.Application.Schedules.TimeOff;
using NodaTime;

namespace Incidents.Import.Calendars;

/// <summary>
/// Reads the events of an iCal file (RFC 5545) as time off. An event whose time is not certain is left out and named with its line, for time off
/// that is wrong is worse than time off that is missing; the others are read.
/// </summary>
public static class CalendarReader
{
    /// <summary>Characters of a file.</summary>
    public const int LongestText = 2 * 1024 * 1024;

    /// <summary>Times of events that repeat, in one file.</summary>
    public const int MostTimes = 400;

    /// <summary>How far ahead an event repeats; the next import goes on from there.</summary>
    public static readonly Duration Horizon = Duration.FromDays(366);

    private static readonly Duration Back = Duration.FromDays(60);

    /// <summary>Of a key that is a day.</summary>
    private const int DayLength = 8;

    /// <param name="now">Events that repeat do so from some weeks before to the horizon.</param>
    public static CalendarResult Read(string text, Instant now)
    {
        if (text.Length > LongestText)
        {
            return new CalendarResult.Unreadable(new(1, $"The calendar is larger than {LongestText / 1024 / 1024} MB. Export fewer years."));
        }

        var problems = new List<CalendarProblem>();
        var calendars = Component.Read(text, problems);
        if (calendars.Count == 0 || calendars.All(calendar => calendar.Parts.Count == 0 && problems.Count > 0))
        {
            return new CalendarResult.Unreadable(problems[0]);
        }

        var budget = new RepeatBudget();
        var broken = new HashSet<string>(StringComparer.Ordinal);
        var events = calendars.SelectMany(calendar => Events(calendar, now, budget, problems, broken)).GroupBy(one => one.Uid).ToList();
        var read = new List<CalendarEvent>();
        foreach (var same in events)
        {
            try
            {
                read.AddRange(Times([.. same], now, MostTimes - read.Count(one => one.Source != one.Uid)));
            }
            catch (CalendarException e)
            {
                problems.Add(e.Problem);
                broken.Add(same.Key);
            }
        }

        // A file with changed times of an event alone, as calendars mail them, says nothing of its other times.
        var whole = events.Where(same => !broken.Contains(same.Key) && same.Any(one => one.Replaces is null)).Select(same => same.Key).ToHashSet();
        return new CalendarResult.Read(read, [.. problems.OrderBy(problem => problem.Line)], whole) { Lines = events.ToDictionary(same => same.Key, same => same.First().Line) };
    }

    private static List<FileEvent> Events(Component calendar, Instant now, RepeatBudget budget, List<CalendarProblem> problems, HashSet<string> broken)
    {
        var zones = new FileZones(calendar, now + Duration.FromDays(3 * 366), budget);
        var events = new List<FileEvent>();
        foreach (var component in calendar.Parts.Where(part => part.Name == "VEVENT"))
        {
            try
            {
                var one = new FileEvent(component, zones, calendar.Says("METHOD", "CANCEL"), budget);
                _ = one.Uid;
                if (!one.IsFree)
                {
                    _ = one.Span();
                }

                _ = one.Replaces;
                events.Add(one);
            }
            catch (CalendarException e)
            {
                problems.Add(e.Problem);
                if (component.Find("UID") is { } uid)
                {
                    broken.Add(uid.Value);
                }
            }
        }

        return events;
    }

    /// <summary>An event with the times of it that were moved or cancelled; of several versions of one the newest counts.</summary>
    private static List<CalendarEvent> Times(IReadOnlyList<FileEvent> versions, Instant now, int most)
    {
        var newest = versions.GroupBy(one => one.Replaces ?? "").ToDictionary(same => same.Key, same => same.Aggregate((best, next) => next.Version.CompareTo(best.Version) >= 0 ? next : best));
        var times = new List<CalendarEvent>();
        if (newest.Remove("", out var main))
        {
            if (main.IsFree || !main.Repeats)
            {
                times.Add(new(main.Uid, main.Uid, main.IsFree ? null : main.Span()));
            }
            else
            {
                var planned = main.Times(now - Back, now + Horizon).Take(most + 1 + newest.Count).ToList();
                newest = newest.GroupBy(changed => Planned(changed.Key, planned)).ToDictionary(same => same.Key, same => same.Last().Value);
                times.AddRange(planned.Where(time => !newest.ContainsKey(time.Key)).Take(most + 1).Select(time => New(main.Uid, time.Key, time.Span)));
            }
        }

        times.AddRange(newest.Select(changed => New(changed.Value.Uid, changed.Key, changed.Value.IsFree ? null : changed.Value.Span())));
        return times.Count <= most || (times is [var single] && single.Source == single.Uid) ? times
            : throw new CalendarException(versions[0].Line, $"With this event there would be more than {MostTimes} times off within a year. Enter a long time off as one event.");
    }

    /// <summary>The planned time that a change names. Some programs name a whole day by a time of it, and a time by its day.</summary>
    private static string Planned(string named, IReadOnlyList<(string Key, string Day, TimeOffSpan Span)> planned) =>
        planned.Any(time => time.Key == named) ? named
        : planned.FirstOrDefault(time => (time.Key.Length == DayLength || named.Length == DayLength) && named.StartsWith(time.Day, StringComparison.Ordinal)).Key ?? named;

    private static CalendarEvent New(string uid, string key, TimeOffSpan? span) => new(uid, $"{uid}/{key}", span);
}
