using Incidents.Domain.Incidents;

namespace Incidents.Application.Postmortems;

/// <summary>What noticed it, and how long it took until the first page.</summary>
internal static class DetectionSection
{
    private const int MostAlarms = 20;

    public static void Write(PostmortemInput input, PostmortemText text)
    {
        text.Heading("Detection");
        text.Line(input.DetectedBy switch
        {
            IncidentSource.Alarm => "An alarm noticed it.",
            IncidentSource.Declared => "A person noticed it, before any alarm did.",
            IncidentSource.Message => "A message on the alarm topic that is no alarm brought it up.",
            _ => "A message on the alarm topic that could not be read brought it up.",
        });
        text.Gap();
        foreach (var alarm in input.Alarms.Take(MostAlarms))
        {
            text.Line($"- {text.Safe(alarm.Name)}{(alarm.ChangedAt is { } at ? $", {at.Date()} {at.Time()} UTC" : "")}: {text.Safe(alarm.Reason)}");
        }

        if (input.Alarms.Count > MostAlarms)
        {
            text.Line($"- and {input.Alarms.Count - MostAlarms} alarms more");
        }

        text.Gap();
        text.Line(TimeToPage(input, text));
        text.Ask("Could it have been noticed earlier, or by fewer alarms? What would have told?");
    }

    private static string TimeToPage(PostmortemInput input, PostmortemText text)
    {
        if (input.Pages is not [var first, ..])
        {
            return "No page reached anybody.";
        }

        var page = $"The first page reached {first.To.InWords()} on {text.Safe(first.Channel)} at {first.SentAt.Time()} UTC";
        return input.Alarms is [{ ChangedAt: { } changed }, ..]
            ? $"{page}, {PostmortemTimeFormat.Length(changed, first.SentAt)} after the alarm changed."
            : $"{page}, {PostmortemTimeFormat.Length(input.TriggeredAt, first.SentAt)} after the incident opened.";
    }
}
