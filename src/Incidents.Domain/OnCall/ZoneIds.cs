using System.Collections.Frozen;
using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>Time zones by IANA id, old aliases such as `US/Pacific` included; from NodaTime's own data, never the host's.</summary>
public static class ZoneIds
{
    // Offsets of these ids have not changed since clocks were set by zones, and by what they are called cannot.
    private static readonly Instant Today = Instant.FromUtc(2026, 1, 1, 0, 0);

    private static readonly FrozenSet<string> Abbreviations = new[] { "EST", "MST", "HST", "GMT", "GMT0", "GMT+0", "GMT-0", "Greenwich" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Known = DateTimeZoneProviders.Tzdb.Ids.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The zone with this id; null when there is none. Offsets such as `UTC+02` are no ids: they know no clock change.</summary>
    public static DateTimeZone? Find(string id) => Known.Contains(id) ? DateTimeZoneProviders.Tzdb[id] : null;

    /// <summary>The offset of an id that stands for one and for no place, such as `EST` or `Etc/GMT+5`; null for a place, and for UTC by any of its names.</summary>
    public static Offset? OffsetAllYear(string id) =>
        Known.Contains(id) && (Abbreviations.Contains(id) || id.StartsWith("Etc/GMT", StringComparison.Ordinal)) ? DateTimeZoneProviders.Tzdb[id].GetUtcOffset(Today) : null;

    /// <summary>Returns the known id that <paramref name="id"/> is with other capitals or with spaces; null when none is like it.</summary>
    public static string? Nearest(string id)
    {
        var wanted = id.Trim().Replace(' ', '_');
        return Known.FirstOrDefault(known => string.Equals(known, wanted, StringComparison.OrdinalIgnoreCase));
    }
}
