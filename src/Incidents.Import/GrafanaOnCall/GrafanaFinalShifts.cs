using Incidents.Domain.OnCall;

namespace Incidents.Import.GrafanaOnCall;

/// <summary>OnCall's own rendering; its pages say neither their schedule nor their window.</summary>
internal static class GrafanaFinalShifts
{
    public static IReadOnlyList<RenderedSchedule> Read(GrafanaDocuments documents, Draft draft) =>
    [
        .. documents.FinalShifts.Select(document => (Schedule: Schedule(document, documents, draft), Document: document))
            .Where(pair => pair.Schedule is not null)
            .GroupBy(pair => pair.Schedule!)
            .Select(pages => RenderedSchedule.Spanning(pages.Key, [.. pages.SelectMany(page => page.Document.Items("results")).Select(shift => Shift(shift, draft)).OfType<Shift>()]))
            .OfType<RenderedSchedule>(),
    ];

    private static string? Schedule(ExportValue document, GrafanaDocuments documents, Draft draft)
    {
        var key = document.Text("schedule_id")
            ?? documents.Schedules.Select(schedule => schedule.Text("id")!).FirstOrDefault(id => document.File.Contains(id, StringComparison.OrdinalIgnoreCase))
            ?? (documents.Schedules is [var only] ? only.Text("id") : null);
        return draft.Schedules.Find(key)
            ?? draft.Unmapped.LeaveOut<string>(document.Place, "final_shifts", "They do not say which schedule they are of, so they are not compared.", "Add \"schedule_id\" to the document, or name the file by the schedule's id.");
    }

    private static Shift? Shift(ExportValue value, Draft draft) =>
        value.Instant("shift_start") is { } from && value.Instant("shift_end") is { } to && draft.Person(value.Text("user_pk")) is { } person
            ? new Shift(from, to, person)
            : draft.Unmapped.LeaveOut<Shift>(value.Place, "shift_start, shift_end, user_pk", "The shift cannot be read.", "Save the API's answer as it came.");
}
