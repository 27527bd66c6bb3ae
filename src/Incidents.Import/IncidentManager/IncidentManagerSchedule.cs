using Incidents.Domain;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Import.IncidentManager;

/// <summary>An on-call schedule is a contact with rotations, which add up; each has a zone of its own.</summary>
internal static class IncidentManagerSchedule
{
    public static (Schedule Schedule, RenderedSchedule? Rendered) Read(ExportValue value, IncidentManagerDocuments documents, ILookup<string, RotationShift> shifts, Instant at, Draft draft)
    {
        var id = draft.Schedules.Find(value.Text("ContactArn"))!;
        var subject = $"schedule {id}";
        var named = value.Find("Plan")?.Texts("RotationIds") ?? [];
        var rotations = documents.Rotations.Where(rotation => named.Contains(rotation.Text("RotationArn"))).ToList();
        foreach (var missing in named.Except(rotations.Select(rotation => rotation.Text("RotationArn")!)))
        {
            draft.Unmapped.LeaveOut(subject, "Plan.RotationIds", $"{missing} is not in the export.", "Export get-rotation for it too.");
        }

        if (named.Count == 0)
        {
            draft.Unmapped.LeaveOut(subject, "Plan.RotationIds", "The listing of contacts does not tell its rotations.", "Export get-contact for it too.");
        }

        var read = rotations.Select(rotation => (Arn: rotation.Text("RotationArn")!, Layer: IncidentManagerRotation.Read(rotation, subject, draft))).Where(pair => pair.Layer is not null).ToList();
        var layers = read.Select(pair => pair.Layer!).WithOwnNames();
        var schedule = new Schedule
        {
            Id = new ScheduleId(id),
            Name = value.Text("DisplayName") ?? id,
            TimeZone = layers.Count > 0 ? layers[0].TimeZone! : DateTimeZone.Utc,
            Layers = layers,
            Overrides = [.. read.Zip(layers).SelectMany(pair => shifts[pair.First.Arn].Where(shift => shift.IsOverridden && shift.To > at).Select(shift => Cover(shift, pair.Second.Name)))],
        };
        return (schedule, Rendered(id, named, shifts, draft));
    }

    private static Override Cover(RotationShift shift, string layer) => new() { Kind = OverrideKind.Cover, From = shift.From, To = shift.To, Users = shift.People, Layer = layer };

    /// <summary>What all rotations together are known for: from the latest of their first shifts to the earliest of their last.</summary>
    private static RenderedSchedule? Rendered(string id, IReadOnlyList<string> rotations, ILookup<string, RotationShift> shifts, Draft draft)
    {
        if (rotations.Count == 0 || !rotations.All(shifts.Contains))
        {
            if (rotations.Any(shifts.Contains))
            {
                draft.Unmapped.LeaveOut($"schedule {id}", "RotationShifts", "Not all of its rotations have shifts in the export, so nothing is compared.", "Export list-rotation-shifts for each.");
            }

            return null;
        }

        var from = rotations.Max(rotation => shifts[rotation].Min(shift => shift.From));
        var to = rotations.Min(rotation => shifts[rotation].Max(shift => shift.To));
        return new RenderedSchedule(id, from, to, [.. rotations.SelectMany(rotation => shifts[rotation]).SelectMany(shift => shift.People.Select(person => new Shift(shift.From, shift.To, person)))]);
    }
}
