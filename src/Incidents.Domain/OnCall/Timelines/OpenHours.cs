using NodaTime;

namespace Incidents.Domain.OnCall.Timelines;

/// <summary>
/// The union of a layer's restrictions. Each window comes back every week at the same local time, so their union is a set
/// of times of the week, kept as the times at which it opens and closes.
/// </summary>
/// <remarks>
/// Read by the <see cref="WallClock"/> this gives the rules on clock changes for nothing: a window inside a gap is never
/// shown, one in a repeated hour is shown once, and windows that abut on paper abut in time.
/// </remarks>
internal sealed class OpenHours
{
    private const long Day = NodaConstants.NanosecondsPerDay;
    private const long Week = NodaConstants.NanosecondsPerWeek;

    private readonly bool _openAsWeekBegins;
    private readonly long[] _changes;

    public OpenHours(IReadOnlyList<Restriction> restrictions)
    {
        var windows = Union(restrictions.SelectMany(Windows).SelectMany(WithinWeek));
        var changes = new SortedSet<long>();
        foreach (var (start, end) in windows)
        {
            changes.SymmetricExceptWith([start]);
            changes.SymmetricExceptWith([end % Week]);
        }

        _changes = [.. changes];
        _openAsWeekBegins = restrictions.Count == 0 || windows is [.., (_, Week)];
    }

    /// <summary>Whether it is open when the clock has come to <paramref name="reading"/>, and the local time of the next change.</summary>
    public (bool Open, LocalDateTime? Until) At(LocalDateTime reading)
    {
        if (_changes.Length == 0)
        {
            return (_openAsWeekBegins, null);
        }

        var found = Array.BinarySearch(_changes, TimeOfWeek(reading));
        var passed = found < 0 ? ~found : found + 1;
        var next = passed < _changes.Length ? _changes[passed] : Week + _changes[0];
        var monday = reading.Date.PlusDays(1 - (int)reading.DayOfWeek);
        return (_openAsWeekBegins ^ (passed % 2 == 1), monday.AtMidnight().PlusNanoseconds(next));
    }

    private static IEnumerable<(long Start, long End)> Windows(Restriction restriction) => restriction switch
    {
        Restriction.Daily daily => Weekdays.OrAll(daily.Days)
            .Select(day => Window(TimeOfWeek(day, daily.Start), TimeOfWeek(day, daily.End), Day)),
        Restriction.Weekly weekly =>
            [Window(TimeOfWeek(weekly.StartDay, weekly.Start), TimeOfWeek(weekly.EndDay, weekly.End), Week)],
        _ => throw new ArgumentOutOfRangeException(nameof(restriction), restriction, "No such kind of restriction."),
    };

    private static (long Start, long End) Window(long start, long end, long period) =>
        (start, end <= start ? end + period : end);

    private static IEnumerable<(long Start, long End)> WithinWeek((long Start, long End) window) =>
        window.End <= Week ? [window] : [(window.Start, Week), (0, window.End - Week)];

    private static List<(long Start, long End)> Union(IEnumerable<(long Start, long End)> windows)
    {
        var union = new List<(long Start, long End)>();
        foreach (var window in windows.Order())
        {
            if (union is [.., var last] && window.Start <= last.End)
            {
                union[^1] = (last.Start, Math.Max(last.End, window.End));
            }
            else
            {
                union.Add(window);
            }
        }

        return union;
    }

    private static long TimeOfWeek(LocalDateTime local) => TimeOfWeek(local.DayOfWeek, local.TimeOfDay);

    private static long TimeOfWeek(IsoDayOfWeek day, LocalTime time) => (((int)day - 1) * Day) + time.NanosecondOfDay;
}
