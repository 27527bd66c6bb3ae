using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.OnCall;

namespace Incidents.Configuration.Sections;

/// <summary>
/// The written form of a schedule: `time_zone`, `layers` and `overrides`. Where one rotation is all there is, the layer's
/// keys may stand in the schedule itself.
/// </summary>
internal static class ScheduleForm
{
    /// <summary>The schedule as written, unchecked; null when a part of it cannot be read. Keys of no concern to it are left alone.</summary>
    /// <param name="person">Reads the person that a value names; null when that name is unknown.</param>
    public static Schedule? Read(ScheduleId id, string name, YamlObject entry, Func<YamlValue, PersonId?> person)
    {
        var zone = entry.Require("time_zone", "Write an IANA id such as Europe/Berlin.")?.Zone();
        IReadOnlyList<Layer>? layers = IsShort(entry) ? LayerForm.ReadShort(entry, person) is { } only ? [only] : null
            : entry.Find("layers")?.Items().AllOrNone(layer => LayerForm.Read(layer, person)) ?? [];
        var overrides = entry.Find("overrides")?.Items().AllOrNone(one => OverrideForm.Read(one, person)) ?? [];
        return zone is not null && layers is not null && overrides is not null
            ? new Schedule { Id = id, Name = name, TimeZone = zone, Layers = layers, Overrides = overrides }
            : null;
    }

    /// <summary>Whether the schedule is its only layer.</summary>
    public static bool IsShort(YamlObject entry) => entry.FindOrNothing("layers") is null;
}
