using System.Collections.Frozen;
using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>Time zones by IANA id, old aliases such as `US/Pacific` included; from NodaTime's own data, never the host's.</summary>
public static class ZoneIds
{
    private static readonly FrozenSet<string> Known = DateTimeZoneProviders.Tzdb.Ids.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The zone with this id; null when there is none. Offsets such as `UTC+02` are no ids: they know no clock change.</summary>
    public static DateTimeZone? Find(string id) => Known.Contains(id) ? DateTimeZoneProviders.Tzdb[id] : null;

    /// <summary>The id somebody meant who wrote <paramref name="id"/> with other capitals or with spaces; null when none is like it.</summary>
    public static string? Nearest(string id)
    {
        var wanted = id.Trim().Replace(' ', '_');
        return Known.FirstOrDefault(known => string.Equals(known, wanted, StringComparison.OrdinalIgnoreCase));
    }
}
