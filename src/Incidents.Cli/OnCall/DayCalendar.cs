using System.Text.Json;
using Incidents.Domain.OnCall;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Cli.OnCall;

/// <summary>A window as a calendar for terminals: one line a day in the schedule's zone, with the clock times of hand-offs.</summary>
internal static class DayCalendar
{
    private const string Nobody = "-- nobody --";

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("ddd uuuu-MM-dd");
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    /// <param name="segments">The API's segments of one schedule.</param>
    /// <param name="person">Id or name of the only person whose days are shown; null shows all.</param>
    public static IEnumerable<string> Lines(JsonElement segments, string timeZone, string? person)
    {
        var zone = ZoneIds.Find(timeZone) ?? DateTimeZone.Utc;
        var stretches = segments.GetProperty("items").EnumerateArray()
            .Select(item => (From: Read(item, "from", zone), To: Read(item, "to", zone), Names: Names(item), IsShown: Has(item, person)))
            .ToArray();
        if (stretches.Length == 0)
        {
            yield break;
        }

        for (var date = stretches[0].From.Date; date.AtMidnight() < stretches[^1].To; date = date.PlusDays(1))
        {
            var (begin, end) = (date.AtMidnight(), date.PlusDays(1).AtMidnight());
            var parts = stretches.Where(s => s.IsShown && s.From < end && s.To > begin).Select(s => $"{Clock.Format((s.From < begin ? begin : s.From).TimeOfDay)} {s.Names}").ToArray();
            if (parts.Length > 0)
            {
                yield return $"  {Day.Format(date)}{(date.DayOfWeek >= IsoDayOfWeek.Saturday ? " *" : "  ")} {string.Join("   ", parts)}";
            }
        }
    }

    private static bool Has(JsonElement item, string? person) => person is null || item.GetProperty("onCall").EnumerateArray().Any(one => Is(one, person));

    /// <summary>Whether <paramref name="person"/> is the id or the name, ignoring case, of that person.</summary>
    public static bool Is(JsonElement one, string person) =>
        one.GetProperty("id").GetString() == person || string.Equals(one.GetProperty("name").GetString(), person, StringComparison.OrdinalIgnoreCase);

    private static string Names(JsonElement item)
    {
        var names = item.GetProperty("onCall").EnumerateArray().Select(one => one.GetProperty("name").GetString()).ToArray();
        return names.Length == 0 ? Nobody : string.Join(" + ", names);
    }

    private static LocalDateTime Read(JsonElement item, string name, DateTimeZone zone) =>
        InstantPattern.ExtendedIso.Parse(item.GetProperty(name).GetString()!).Value.InZone(zone).LocalDateTime;
}
