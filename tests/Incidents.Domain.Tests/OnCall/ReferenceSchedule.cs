using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Domain.Tests.OnCall;

/// <summary>
/// The rules done the slow and literal way: turns are stepped through from the anchor, windows are laid out date by date,
/// and every local time is looked for among the zone's intervals. The engine must give the same answer.
/// </summary>
internal sealed class ReferenceSchedule(Schedule schedule)
{
    public static Instant Resolve(LocalDateTime local, DateTimeZone zone)
    {
        var around = local.InUtc().ToInstant();
        foreach (var interval in zone.GetZoneIntervals(new(around - Duration.FromDays(3), around + Duration.FromDays(3))))
        {
            var needed = local.WithOffset(interval.WallOffset).ToInstant();
            if (!interval.HasEnd || needed < interval.End)
            {
                return interval.HasStart ? Instant.Max(interval.Start, needed) : needed;
            }
        }

        throw new InvalidOperationException($"{zone} never shows {local}.");
    }

    public PersonSet WhoIsOnCall(Instant at)
    {
        var people = schedule.Layers
            .Select((layer, position) => (Priority: layer.Priority ?? position, People: OfLayer(layer, at)))
            .Where(layer => !layer.People.IsNobody)
            .GroupBy(layer => layer.Priority, layer => layer.People)
            .OrderByDescending(layers => layers.Key)
            .FirstOrDefault()?.Aggregate(PersonSet.Nobody, (all, some) => all.With(some)) ?? PersonSet.Nobody;
        return Overridden(people, null, at);
    }

    private PersonSet OfLayer(Layer layer, Instant at)
    {
        var zone = layer.TimeZone ?? schedule.TimeZone;
        var within = layer.Start <= at && !(layer.End <= at) && IsOpen(layer, zone, at);
        return Overridden(within ? OnDuty(layer, zone, at) : PersonSet.Nobody, layer.Name, at);
    }

    private static PersonSet OnDuty(Layer layer, DateTimeZone zone, Instant at)
    {
        var list = layer.Participants.ToList();
        var (index, turn) = (layer.Rotation?.StartIndex ?? 0, 0);
        foreach (var change in layer.Changes.OrderBy(change => change.At).Where(change => change.At <= at))
        {
            var atChange = TurnAt(layer, zone, change.At);
            index = list.Count == 0 ? 0 : (index + ((atChange - turn) * layer.OnCallCount)) % list.Count;
            turn = atChange;
            index = Successor(list, index, change.Participants);
            list = [.. change.Participants];
        }

        if (layer.Rotation is null || list.Count == 0)
        {
            return PersonSet.Of([.. list.SelectMany(participant => participant.People)]);
        }

        var first = index + ((TurnAt(layer, zone, at) - turn) * layer.OnCallCount);
        var slots = Enumerable.Range(first, Math.Min(layer.OnCallCount, list.Count));
        return PersonSet.Of([.. slots.SelectMany(slot => list[slot % list.Count].People)]);
    }

    private static int Successor(List<Participant> list, int index, IReadOnlyList<Participant> next)
    {
        var listings = next.Select((who, position) => (who, next.Take(position).Count(other => other == who))).ToList();
        var candidates = Enumerable.Range(index, list.Count).Select(slot => slot % list.Count)
            .Where(slot => slot == index || !list[slot].IsVacant)
            .Select(slot => listings.IndexOf((list[slot], list.Take(slot).Count(other => other == list[slot]))));
        return candidates.FirstOrDefault(position => position >= 0);
    }

    private static int TurnAt(Layer layer, DateTimeZone zone, Instant at)
    {
        if (layer.Rotation is not { } rotation)
        {
            return 0;
        }

        var handoffs = Points(rotation, Anchor(layer, rotation, zone), Monthday(layer, rotation, zone))
            .TakeWhile(point => Resolve(point, zone) <= at).Count() - 1;
        return Math.Max(0, handoffs) / rotation.Length;
    }

    private static LocalDateTime Anchor(Layer layer, Rotation rotation, DateTimeZone zone)
    {
        var start = layer.Start.InZone(zone).LocalDateTime;
        if (rotation.Anchor is { } anchor)
        {
            return anchor;
        }

        if (rotation is { Kind: RotationKind.Hourly, HandoffTime: null })
        {
            return start;
        }

        var time = rotation.HandoffTime ?? start.TimeOfDay;
        var dates = Enumerable.Range(-40, 80).Select(start.Date.PlusDays).Where(date => rotation.Kind switch
        {
            RotationKind.Weekly => date.DayOfWeek == (rotation.HandoffWeekday ?? start.DayOfWeek),
            RotationKind.Monthly => date.Day == Math.Min(
                Monthday(layer, rotation, zone), CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month)),
            RotationKind.Daily => rotation.Days.Count == 0 || rotation.Days.Contains(date.DayOfWeek),
            _ => true,
        });
        var latest = dates.Select(date => date + time).Last(point => Resolve(point, zone) <= layer.Start);
        return rotation.Kind == RotationKind.Daily && Resolve(latest.PlusHours(24), zone) <= layer.Start
            ? Points(rotation, latest, latest.Day).ElementAt(1)
            : latest;
    }

    private static int Monthday(Layer layer, Rotation rotation, DateTimeZone zone) =>
        rotation.HandoffMonthday ?? rotation.Anchor?.Day ?? layer.Start.InZone(zone).Day;

    private static IEnumerable<LocalDateTime> Points(Rotation rotation, LocalDateTime anchor, int monthday)
    {
        for (var step = 0; ; step++)
        {
            var month = anchor.Date.With(DateAdjusters.StartOfMonth).PlusMonths(step);
            var day = Math.Min(monthday, CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month));
            var point = rotation.Kind switch
            {
                RotationKind.Hourly => anchor.PlusHours(step),
                RotationKind.Daily => anchor.PlusDays(step),
                RotationKind.Weekly => anchor.PlusWeeks(step),
                _ => month.PlusDays(day - 1) + anchor.TimeOfDay,
            };
            if (rotation.Kind != RotationKind.Daily || rotation.Days.Count == 0 || rotation.Days.Contains(point.DayOfWeek))
            {
                yield return point;
            }
        }
    }

    private static bool IsOpen(Layer layer, DateTimeZone zone, Instant at)
    {
        var today = at.InZone(zone).Date;
        var dates = Enumerable.Range(-9, 12).Select(today.PlusDays).ToList();
        return layer.Restrictions.Count == 0 || layer.Restrictions.Any(restriction => dates.Any(date =>
        {
            var (start, end) = restriction switch
            {
                Restriction.Daily daily when daily.Days.Count > 0 && !daily.Days.Contains(date.DayOfWeek) => (date.AtMidnight(), date.AtMidnight()),
                Restriction.Daily daily => (date + daily.Start, date.PlusDays(daily.End <= daily.Start ? 1 : 0) + daily.End),
                Restriction.Weekly weekly when date.DayOfWeek == weekly.StartDay => (date + weekly.Start, FirstAfter(date + weekly.Start, weekly)),
                _ => (date.AtMidnight(), date.AtMidnight()),
            };
            return Resolve(start, zone) <= at && at < Resolve(end, zone);
        }));
    }

    private static LocalDateTime FirstAfter(LocalDateTime start, Restriction.Weekly weekly) =>
        Enumerable.Range(0, 8).Select(day => start.Date.PlusDays(day) + weekly.End)
            .First(end => end > start && end.DayOfWeek == weekly.EndDay);

    private PersonSet Overridden(PersonSet people, string? layer, Instant at)
    {
        foreach (var exception in schedule.Overrides.Where(exception => exception.Layer == layer && exception.From <= at && at < exception.To))
        {
            var replaces = exception.Kind == OverrideKind.Replace && people.Contains(exception.Replaces!.Value);
            people = exception.Kind switch
            {
                OverrideKind.Cover => exception.Users,
                OverrideKind.Add => PersonSet.Of([.. people, .. exception.Users]),
                OverrideKind.Remove => PersonSet.Of([.. people.Except(exception.Users)]),
                _ => replaces ? PersonSet.Of([.. people.Where(person => person != exception.Replaces), .. exception.Users]) : people,
            };
        }

        return people;
    }
}
