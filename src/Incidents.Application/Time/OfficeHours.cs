using NodaTime;

namespace Incidents.Application.Time;

/// <summary>When a page disturbs no evening or night: Monday to Friday, 08:00 to 18:00 where the person is.</summary>
public static class OfficeHours
{
    private const int From = 8;
    private const int To = 18;

    /// <param name="zone">Where the person is.</param>
    public static bool Contain(Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone);
        return local.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && local.Hour is >= From and < To;
    }
}
