using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Application.Postmortems;

/// <summary>Times as a postmortem writes them, all in UTC.</summary>
internal static class PostmortemTimeFormat
{
    private static readonly InstantPattern Clock = InstantPattern.CreateWithInvariantCulture("HH:mm:ss");
    private static readonly InstantPattern Day = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd");

    public static string Time(this Instant at) => Clock.Format(at);

    public static string Date(this Instant at) => Day.Format(at);

    /// <summary>The two largest units: `3 min 12 s`. Clocks that disagree give `0 s`, not a negative time.</summary>
    public static string Length(Instant from, Instant to)
    {
        var seconds = (long)Math.Max(0, (to - from).TotalSeconds);
        (long Size, string Name)[] units = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")];
        var first = Array.FindIndex(units, unit => seconds >= unit.Size);
        return first < 0
            ? "0 s"
            : string.Join(' ', units.Skip(first).Take(2).Select((unit, i) => (Count: (i == 0 ? seconds : seconds % units[first].Size) / unit.Size, unit.Name))
                .Where(part => part.Count > 0)
                .Select(part => part.Count.ToString(CultureInfo.InvariantCulture) + " " + part.Name));
    }
}
