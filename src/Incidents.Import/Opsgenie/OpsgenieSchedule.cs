using Incidents.Domain;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Import.Opsgenie;

/// <summary>Rotations of a schedule add up: every person with a turn in one of them is on call.</summary>
internal static class OpsgenieSchedule
{
    public static Schedule Read(ExportValue value, OpsgenieDocuments documents, Instant at, OpsgenieParties parties, Draft draft)
    {
        var id = draft.Schedules.Find(value.Text("id"))!;
        var subject = $"schedule {id}";
        if (value.Flag("enabled") == false)
        {
            draft.Unmapped.Add(subject, "enabled", "It is switched off in Opsgenie, and schedules here are always on.", "Remove it, if no policy needs it.");
        }

        if (value.Items("rotations").Count == 0)
        {
            draft.Unmapped.LeaveOut(subject, "rotations", "There are none in the export.", "Export GET /v2/schedules?expand=rotation.");
        }

        var zone = value.Text("timezone") is { } text ? ZoneIds.Find(text) : null;
        if (zone is null)
        {
            draft.Unmapped.Add(subject, "timezone", $"\"{value.Text("timezone")}\" is no IANA zone; UTC is written.", "Correct `time_zone:`, and check the hand-offs.");
        }

        var rotations = value.Items("rotations")
            .Select(rotation => (Key: rotation.Text("id"), Layer: OpsgenieRotation.Read(rotation, zone ?? DateTimeZone.Utc, at, subject, parties, draft)))
            .Where(pair => pair.Layer is not null).ToList();
        var layers = rotations.Select(pair => pair.Layer!).WithOwnNames();
        var names = rotations.Zip(layers).Where(pair => pair.First.Key is not null).DistinctBy(pair => pair.First.Key).ToDictionary(pair => pair.First.Key!, pair => pair.Second.Name);
        return new Schedule
        {
            Id = new ScheduleId(id),
            Name = value.Text("name") ?? id,
            TimeZone = zone ?? DateTimeZone.Utc,
            Layers = layers,
            Overrides = [.. documents.Overrides.Where(one => IsOf(one, value, documents, names)).SelectMany(one => Covers(one, names, at, subject, parties, draft))],
        };
    }

    /// <summary>An override names its rotations, or its schedule only in `_parent`; alone with one schedule it can belong to no other.</summary>
    private static bool IsOf(ExportValue one, ExportValue schedule, OpsgenieDocuments documents, Dictionary<string, string> names) =>
        (one.Find("_parent")?.Text("id") ?? one.Text("scheduleId")) is { } parent ? parent == schedule.Text("id")
        : one.Items("rotations").Count > 0 ? one.Items("rotations").Any(rotation => names.ContainsKey(rotation.Text("id") ?? ""))
        : one.File.Contains(schedule.Text("id")!, StringComparison.OrdinalIgnoreCase) || documents.Schedules.Count == 1;

    /// <summary>Overrides that are over neither say nor need a schedule.</summary>
    public static void NoteOverridesOfNone(IReadOnlyList<Schedule> schedules, OpsgenieDocuments documents, Instant at, Draft draft)
    {
        foreach (var one in documents.Overrides.Where(one => one.Instant("endDate") is not { } to || to > at))
        {
            if (!documents.Schedules.Zip(schedules).Any(pair => IsOf(one, pair.First, documents, Keys(pair.First))))
            {
                draft.Unmapped.LeaveOut(one.Place, "overrides", "It does not say which schedule of the export it is of, and is left out.", "Add \"scheduleId\" to it, or name the file by the schedule's id.");
            }
        }
    }

    private static Dictionary<string, string> Keys(ExportValue schedule) =>
        schedule.Items("rotations").Select(rotation => rotation.Text("id")).OfType<string>().Distinct().ToDictionary(key => key, key => key);

    private static IEnumerable<Override> Covers(ExportValue one, Dictionary<string, string> names, Instant at, string subject, OpsgenieParties parties, Draft draft)
    {
        if (one.Instant("startDate") is not { } from || one.Instant("endDate") is not { } to || one.Find("user") is not { } who)
        {
            draft.Unmapped.LeaveOut(subject, "overrides", $"One cannot be read ({one.Place}).", "Add it by hand.");
            return [];
        }

        var cover = new Override { Kind = OverrideKind.Cover, From = from, To = to, Users = parties.Who(who, subject) };
        return to <= at ? []
            : one.Items("rotations").Count == 0 ? [cover]
            : one.Items("rotations").Select(rotation => names.GetValueOrDefault(rotation.Text("id") ?? "")).OfType<string>().Select(layer => cover with { Layer = layer });
    }
}
