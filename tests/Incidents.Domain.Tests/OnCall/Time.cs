using NodaTime;
using NodaTime.Text;

namespace Incidents.Domain.Tests.OnCall;

/// <summary>Instants and local times as literals.</summary>
internal static class Time
{
    /// <summary>An instant written with seconds, as `2026-03-29T01:00:00Z`, or without.</summary>
    public static Instant At(string utc) =>
        utc.Length == 17 ? At(utc.Replace("Z", ":00Z", StringComparison.Ordinal)) : InstantPattern.ExtendedIso.Parse(utc).Value;

    /// <summary>A local date and time written as `2026-03-29T02:30`.</summary>
    public static LocalDateTime Local(string text) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value;

    /// <summary>A clock time written as `02:30`.</summary>
    public static LocalTime Clock(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;
}
