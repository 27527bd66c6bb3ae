using Incidents.Domain;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Import.GrafanaOnCall;

/// <summary>Shifts of one level add up, a higher level hides lower ones, and overrides hide them all.</summary>
internal static class GrafanaSchedule
{
    public static Schedule Read(ExportValue value, GrafanaDocuments documents, Instant at, Draft draft)
    {
        var id = draft.Schedules.Find(value.Text("id"))!;
        var subject = $"schedule {id}";
        if (value.Text("type") == "ical" || value.Text("ical_url_overrides") is not null)
        {
            draft.Unmapped.LeaveOut(subject, "ical_url_primary, ical_url_overrides", "A calendar kept elsewhere is not read.", "Write its shifts as layers and overrides.");
        }

        var zone = value.Text("time_zone") is not { } text ? DateTimeZone.Utc : ZoneIds.Find(text) ?? draft.Unmapped.Nothing<DateTimeZone>(subject, "time_zone", $"\"{text}\" is no IANA zone; UTC is written.", "Correct `time_zone:`, and check the hand-offs.") ?? DateTimeZone.Utc;

        // A shift that names no zone is read in its schedule's; but the web's own editor keeps everything in UTC.
        var usual = value.Text("type") == "web" ? DateTimeZone.Utc : zone;
        var named = value.Texts("shifts");
        var shifts = documents.Shifts.Where(shift => named.Contains(shift.Text("id")) || shift.Text("schedule") == value.Text("id")).ToList();
        foreach (var missing in named.Except(shifts.Select(shift => shift.Text("id"))))
        {
            draft.Unmapped.LeaveOut(subject, "shifts", $"The shift {missing} is not in the export.", "Export /api/v1/on_call_shifts too.");
        }

        return new Schedule
        {
            Id = new ScheduleId(id),
            Name = value.Text("name") ?? id,
            TimeZone = zone,
            Layers = shifts.Where(shift => shift.Text("type") != "override").Select(shift => GrafanaShift.Read(shift, usual, at, subject, draft)).OfType<Layer>().WithOwnNames(),
            Overrides = GrafanaOverrides.Shared([.. shifts.Where(shift => shift.Text("type") == "override").Select(shift => GrafanaShift.ReadOverride(shift, usual, at, subject, draft)).OfType<Override>()]),
        };
    }
}
