using System.Globalization;
using Incidents.Domain.OnCall;

namespace Incidents.Domain.Tests.OnCall;

/// <summary>Hand-offs one to a line, in local time with its offset, to be compared with literal ones.</summary>
internal static class Walk
{
    /// <summary>`2026-03-29 03:00 +02 bea`, and so on, for a layer ada, bea and cy take in turns from the start of the window.</summary>
    public static string Of(string zone, string from, string to, Rotation rotation) =>
        Of(One.ScheduleIn(zone, One.Layer(from, rotation, "ada", "bea", "cy")), from, to);

    /// <summary>The same for a layer of its own in UTC.</summary>
    public static string Of(Layer layer, string from, string to) => Of(One.Schedule(layer), from, to);

    /// <summary>The same for any schedule: everybody who comes on call within the window, and nobody where a gap begins.</summary>
    public static string Of(Schedule schedule, string from, string to) => string.Join('\n',
        new OnCallCalendar(schedule).Segments(Time.At(from), Time.At(to)).Select(segment => string.Create(
            CultureInfo.InvariantCulture, $"{segment.From.InZone(schedule.TimeZone):uuuu-MM-dd HH:mm o<g>} {segment.People}")));
}
