using Incidents.Domain.OnCall;

namespace Incidents.Import.Opsgenie;

/// <summary>Opsgenie's rendering: of every rotation its periods, with overrides and forwardings applied.</summary>
internal static class OpsgenieTimeline
{
    public static RenderedSchedule? Read(ExportValue value, OpsgenieParties parties, Draft draft)
    {
        var key = value.Find("_parent")?.Text("id");
        if (draft.Schedules.Find(key) is not { } schedule)
        {
            return draft.Unmapped.LeaveOut<RenderedSchedule>(value.Place, "finalTimeline", $"It belongs to the schedule {value.Find("_parent")?.Text("name") ?? key ?? "that is not named"}, which is not in the export.", "Export GET /v2/schedules?expand=rotation too.");
        }

        if (value.Instant("startDate") is not { } from || value.Instant("endDate") is not { } to)
        {
            return draft.Unmapped.LeaveOut<RenderedSchedule>(value.Place, "startDate, endDate", "They cannot be read, so nothing is compared.", "Save the API's answer as it came.");
        }

        var shifts = (value.Find("finalTimeline")?.Items("rotations") ?? []).SelectMany(rotation => rotation.Items("periods"))
            .SelectMany(period => Shifts(period, $"schedule {schedule}", parties, draft));
        return new RenderedSchedule(schedule, from, to, [.. shifts]);
    }

    private static IEnumerable<Shift> Shifts(ExportValue period, string subject, OpsgenieParties parties, Draft draft)
    {
        if (period.Instant("startDate") is not { } from || period.Instant("endDate") is not { } to)
        {
            draft.Unmapped.LeaveOut(period.Place, "startDate, endDate", "The shift cannot be read.", "Save the API's answer as it came.");
            return [];
        }

        // A period of a team names its members as well; those count.
        var flattened = period.Items("flattenedRecipients").Concat(period.Items("flattenedResponders")).ToList();
        var single = period.Find("recipient") ?? period.Find("responder");
        IReadOnlyList<ExportValue> recipients = flattened.Count > 0 ? flattened : single is { } one ? [one] : [];
        return recipients.SelectMany(recipient => parties.Who(recipient, subject)).Select(person => new Shift(from, to, person));
    }
}
