using System.Text.RegularExpressions;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;
using NodaTime.Extensions;
using Repeating = Ical.Net.CalendarComponents.CalendarEvent;

namespace Incidents.Import.Calendars;

/// <summary>When an event comes again, by local times; Ical.Net reads the rule and works it out.</summary>
internal static partial class Repeats
{
    /// <summary>Days without a match: longer than from one leap day to the next but one.</summary>
    private const int MostWithoutAMatch = 5000;

    private const int LongestRule = 500;

    /// <summary>Lazily and in order. What would be worked out without end is refused.</summary>
    /// <param name="budget">Shared by all rules of a file.</param>
    /// <exception cref="CalendarException">The rule cannot be read, or comes too often.</exception>
    public static IEnumerable<LocalDateTime> Of(ContentLine rule, LocalDateTime first, bool hasTime, RepeatBudget budget)
    {
        var start = first.ToDateTimeUnspecified();
        var reference = hasTime ? new CalDateTime(start, hasTime: true) : new CalDateTime(DateOnly.FromDateTime(start));
        var times = new Repeating { Start = reference, RecurrenceRule = Parse(rule) }.GetOccurrences(reference, new EvaluationOptions { MaxUnmatchedIncrementsLimit = MostWithoutAMatch });
        using var each = times.GetEnumerator();
        while (Next(each, rule))
        {
            if (!budget.Take())
            {
                throw new CalendarException(rule.Number, $"With this event the file repeats more than {RepeatBudget.Most} times since its events began. Let them begin later.");
            }

            yield return each.Current.Period.StartTime.Value.ToLocalDateTime();
        }
    }

    /// <summary>The last local time a rule allows; null when it names none.</summary>
    /// <param name="local">What the event's clock shows at an instant, for UNTIL is in UTC where the event has a zone.</param>
    public static LocalDateTime? Until(ContentLine rule, Func<Instant, LocalDateTime> local)
    {
        if (UntilPart().Match(rule.Value) is not { Success: true } match)
        {
            return null;
        }

        var value = match.Groups[1].Value;
        return CalendarTime.ReadDay(value) is { } day ? day.At(LocalTime.MaxValue)
            : value.EndsWith('Z') ? local(CalendarTime.ReadLocal(rule, value[..^1]).InUtc().ToInstant())
            : CalendarTime.ReadLocal(rule, value);
    }

    private static RecurrenceRule Parse(ContentLine rule)
    {
        var text = UntilPart().Replace(rule.Value.Trim(), "").Trim(';');
        if (text.Length > LongestRule || TooOften().IsMatch(text))
        {
            throw new CalendarException(rule.Number, "The event repeats within a day, which is no time off. Enter each time off as an event of its own.");
        }

        try
        {
            return new RecurrenceRule(text);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException or OverflowException or IndexOutOfRangeException)
        {
            throw new CalendarException(rule.Number, "RRULE is no rule such as FREQ=WEEKLY;BYDAY=FR.");
        }
    }

    private static bool Next(IEnumerator<Occurrence> each, ContentLine rule)
    {
        try
        {
            return each.MoveNext();
        }
        catch (EvaluationOutOfRangeException)
        {
            return false;
        }
        catch (Exception e) when (e is EvaluationException or ArgumentException or InvalidOperationException or OverflowException)
        {
            throw new CalendarException(rule.Number, "RRULE names no day that comes.");
        }
    }

    [GeneratedRegex(@"(?<=^|;)UNTIL=([^;]*);?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex UntilPart();

    [GeneratedRegex("FREQ=(?:HOURLY|MINUTELY|SECONDLY)|BY(?:HOUR|MINUTE|SECOND)=[^;]*,", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TooOften();
}
