using Incidents.Domain;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Import.PagerDuty;

internal static class PagerDutySchedule
{
    public static (Schedule Schedule, RenderedSchedule? Rendered) Read(ExportValue value, Instant at, Draft draft)
    {
        var name = value.Text("name") ?? value.Text("summary") ?? value.Text("id")!;
        var subject = $"schedule {draft.Schedules.Find(value.Text("id"))}";
        var zone = Zone(value, subject, draft);
        var layers = value.Items("schedule_layers");
        if (layers.Count == 0)
        {
            draft.Unmapped.LeaveOut(subject, "schedule_layers", "The listing of schedules holds no layers.", "Export GET /schedules/ID?since=...&until=... for this schedule.");
        }

        var schedule = new Schedule
        {
            Id = new ScheduleId(draft.Schedules.Find(value.Text("id"))!),
            Name = name,
            TimeZone = zone,
            Overrides =
            [
                .. Entries(value, "overrides_subschedule", draft).Where(shift => shift.To > at)
                    .Select(shift => new Override { Kind = OverrideKind.Cover, From = shift.From, To = shift.To, Users = PersonSet.Of(shift.Person) }),
            ],
        };
        var rendered = RenderedSchedule.Spanning(schedule.Id.Value, Entries(value, "final_schedule", draft));
        var read = layers.Select(layer => PagerDutyLayer.Read(layer, zone, at, subject, draft)).OfType<Layer>().ToList();
        return (InOrder(schedule, read, rendered, at, subject, draft), rendered);
    }

    /// <summary>
    /// The API has listed the top layer first for years, against its own examples, and begun to turn that round. So the rendered
    /// schedule decides, and where it does not the top one is taken to be first.
    /// </summary>
    private static Schedule InOrder(Schedule schedule, List<Layer> listed, RenderedSchedule? rendered, Instant at, string subject, Draft draft)
    {
        var topFirst = schedule with { Layers = Enumerable.Reverse(listed).WithOwnNames() };
        var topLast = schedule with { Layers = listed.WithOwnNames() };
        if (listed.Count < 2)
        {
            return topLast;
        }

        if (rendered is null || ScheduleProof.Of(topFirst, rendered, at) is not { } first || ScheduleProof.Of(topLast, rendered, at) is not { } last)
        {
            draft.Unmapped.Add(subject, "schedule_layers", "Without a rendered final_schedule it is a guess that the first layer listed is the top one.", "Compare the layers, of which later ones go first here; or export with since and until.");
            return topFirst;
        }

        return last.MinutesThatDiffer < first.MinutesThatDiffer ? topLast : topFirst;
    }

    private static DateTimeZone Zone(ExportValue value, string subject, Draft draft)
    {
        if (value.Text("time_zone") is { } text && ZoneIds.Find(text) is { } zone)
        {
            return zone;
        }

        draft.Unmapped.Add(subject, "time_zone", $"{(value.Text("time_zone") is { } other ? $"\"{other}\" is no IANA zone" : "It is missing")}; UTC is written.", "Correct `time_zone:`, and check the hand-offs.");
        return DateTimeZone.Utc;
    }

    private static List<Shift> Entries(ExportValue value, string subschedule, Draft draft)
    {
        var shifts = new List<Shift>();
        foreach (var entry in value.Find(subschedule)?.Items("rendered_schedule_entries") ?? [])
        {
            if (entry.Instant("start") is { } from && entry.Instant("end") is { } to && draft.Person(entry.Find("user")?.Text("id")) is { } person)
            {
                shifts.Add(new Shift(from, to, person));
            }
            else
            {
                draft.Unmapped.LeaveOut(entry.Place, "start, end or user", "The entry cannot be read.", "Save the API's answer as it came.");
            }
        }

        return shifts;
    }
}
