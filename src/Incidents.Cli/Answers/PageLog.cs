using System.Globalization;
using System.Text.Json;
using Incidents.Application.Notifications;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Answers;

/// <summary>A page and what its channel said: `sent  Ana Ito on Slack (312 ms)`.</summary>
internal static class PageLog
{
    public static StyledText Write(JsonElement page)
    {
        var attempts = page.GetProperty("log").EnumerateArray().ToList();
        var words = attempts.Select(attempt => string.Join(", ", Words(attempt, attempts.Count > 1).Where(word => word.Length > 0))).Where(word => word.Length > 0).ToList();
        var state = IncidentLine.Text(page, "state");
        var remark = state switch
        {
            "dropped" => IncidentLine.Text(page, "remark"),
            "pending" when IncidentLine.IsDue(page) => "the stack sends it within a minute",
            "pending" => $"at {IncidentLine.Text(page, "at")} if nobody has answered by then",
            _ => string.Join("; ", words),
        };
        return StyledText.Of($"{state,-18}", Painted.OfPage(state)) + $" {IncidentLine.Text(page, "name")} on {TimelineWords.Channel(IncidentLine.Text(page, "channel"))}{(remark.Length == 0 ? "" : $" ({remark})")}";
    }

    private static IEnumerable<string> Words(JsonElement attempt, bool withState)
    {
        yield return withState ? IncidentLine.Text(attempt, "state") : "";
        yield return IncidentLine.Text(attempt, "answer");
        yield return attempt.TryGetProperty("tookMs", out var took) && took.ValueKind == JsonValueKind.Number ? string.Create(CultureInfo.InvariantCulture, $"{took.GetInt32()} ms") : "";
    }
}
