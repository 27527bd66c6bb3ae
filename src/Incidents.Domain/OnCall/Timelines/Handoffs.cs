using NodaTime;

namespace Incidents.Domain.OnCall.Timelines;

/// <summary>The points in local time at which a rotation may change hands, numbered without end in both directions.</summary>
internal abstract class Handoffs
{
    /// <summary>The number of the latest point not after a local time.</summary>
    public abstract long LatestAt(LocalDateTime local);

    /// <summary>The local time of a point.</summary>
    public abstract LocalDateTime Point(long number);

    /// <summary>Every hour of the wall clock, numbered from <paramref name="origin"/>.</summary>
    public sealed class EveryHour(LocalDateTime origin) : Handoffs
    {
        public override long LatestAt(LocalDateTime local) =>
            (Period.DaysBetween(origin.Date, local.Date) * (long)NodaConstants.HoursPerDay)
            + FloorDivision.Quotient(local.NanosecondOfDay - origin.NanosecondOfDay, NodaConstants.NanosecondsPerHour);

        public override LocalDateTime Point(long number) => origin.PlusHours(number);
    }

    /// <summary>One clock time on each of some weekdays.</summary>
    public sealed class OnWeekdays : Handoffs
    {
        private static readonly LocalDate Monday = new(1970, 1, 5);

        private readonly LocalTime _time;
        private readonly int[] _days;
        private readonly int[] _daysUpTo;

        public OnWeekdays(LocalTime time, IEnumerable<IsoDayOfWeek> days)
        {
            _time = time;
            _days = [.. days.Select(day => (int)day - 1).Distinct().Order()];
            _daysUpTo = [.. Enumerable.Range(0, 7).Select(weekday => _days.Count(day => day <= weekday))];
        }

        public override long LatestAt(LocalDateTime local)
        {
            var day = Period.DaysBetween(Monday, local.Date) - (local.TimeOfDay < _time ? 1 : 0);
            return (FloorDivision.Quotient(day, 7) * _days.Length) + _daysUpTo[FloorDivision.Remainder(day, 7)] - 1;
        }

        public override LocalDateTime Point(long number) =>
            Monday.PlusDays((int)(FloorDivision.Quotient(number, _days.Length) * 7) + _days[FloorDivision.Remainder(number, _days.Length)]) + _time;
    }

    /// <summary>One clock time on one day of the month; in a shorter month its last day, and the day itself again in the next long one.</summary>
    public sealed class OnMonthday(LocalTime time, int day) : Handoffs
    {
        public override long LatestAt(LocalDateTime local)
        {
            var month = (local.Year * 12L) + local.Month - 1;
            return Point(month) <= local ? month : month - 1;
        }

        public override LocalDateTime Point(long number)
        {
            var (year, month) = ((int)FloorDivision.Quotient(number, 12), FloorDivision.Remainder(number, 12) + 1);
            return new LocalDate(year, month, Math.Min(day, CalendarSystem.Iso.GetDaysInMonth(year, month))) + time;
        }
    }
}
