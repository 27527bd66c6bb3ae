using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Configuration.Sections;

internal static class LayerForm
{
    private const string OnlyLayer = "rotation";

    // A Monday long past, so that a schedule that names no start is in force and its turns are the same for everyone.
    private static readonly Instant UsualStart = Instant.FromUtc(2024, 1, 1, 0, 0);

    public static Layer? Read(YamlValue value, Func<YamlValue, PersonId?> person)
    {
        if (value.Object("Write `name:`, `start:`, `participants:` and `rotation:`.") is not { } entry)
        {
            return null;
        }

        var name = entry.Require("name", "Give the layer a name that is unique in the schedule.")?.Text();
        var start = entry.Require("start", "Write an instant in UTC such as 2026-09-14T07:00:00Z.")?.Instant();
        var zone = entry.Find("time_zone")?.Zone();
        var priority = entry.Find("priority")?.Integer();
        var layer = ReadTurns(entry, person);
        entry.RefuseOthers();
        return layer is not null && name is not null && start is { } from
            ? layer with { Name = name, Start = from, TimeZone = zone, Priority = priority }
            : null;
    }

    /// <summary>The layer a schedule is that names no layers.</summary>
    public static Layer? ReadShort(YamlObject schedule, Func<YamlValue, PersonId?> person)
    {
        var start = schedule.Find("start") is { } value ? value.Instant() : UsualStart;
        return ReadTurns(schedule, person) is { } layer && start is { } from ? layer with { Name = OnlyLayer, Start = from } : null;
    }

    private static Layer? ReadTurns(YamlObject entry, Func<YamlValue, PersonId?> person)
    {
        var end = entry.Find("end")?.Instant();
        var count = entry.Find("on_call_count")?.Integer(1) ?? 1;
        var participants = entry.Require("participants", "List who takes turns: participants: [ada, grace].") is { } list ? ParticipantsForm.Read(list, person) : null;
        var readable = RotationForm.TryRead(entry, out var rotation);
        var restrictions = entry.Find("restrictions")?.Items().AllOrNone(RestrictionForm.Read) ?? [];
        var changes = entry.Find("changes")?.Items().AllOrNone(change => ParticipantsForm.ReadChange(change, person)) ?? [];
        return participants is null || !readable || restrictions is null || changes is null ? null : new Layer
        {
            Name = "",
            Start = UsualStart,
            End = end,
            Participants = participants,
            OnCallCount = count,
            Rotation = rotation,
            Restrictions = restrictions,
            Changes = changes,
        };
    }
}
