using System.Text.Json;
using Incidents.Application.Notifications;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Answers;

/// <summary>An incident in one line: `INC-1 triggered, Sev1, checkout; paged Ana Ito on Slack`.</summary>
internal static class IncidentLine
{
    public static StyledText Write(string happened, JsonElement incident) => Write(happened, incident, Pages(incident));

    /// <summary>The same with its status.</summary>
    public static StyledText WithStatus(JsonElement incident) => Write(Painted.Status(incident), incident, Pages(incident));

    /// <summary>The same with only those who were paged last.</summary>
    public static StyledText WithNewPages(string happened, JsonElement incident)
    {
        var pages = Pages(incident);
        var newest = pages.Select(page => Text(page, "requestedAt")).Max(StringComparer.Ordinal);
        return Write(happened, incident, [.. pages.Where(page => Text(page, "requestedAt") == newest)]);
    }

    private static StyledText Write(StyledText happened, JsonElement incident, IReadOnlyList<JsonElement> pages)
    {
        var paged = Paged(pages);
        return $"{Text(incident, "number")} " + happened + ", " + Painted.Severity(incident) + $", {Text(incident, "service")}{(paged.Length == 0 ? "" : $"; {paged}")}";
    }

    /// <summary>Prints the answer's `remark`, when it has one.</summary>
    public static void Remark(CommandHost host, JsonElement answer)
    {
        if (Text(answer, "remark") is { Length: > 0 } remark)
        {
            Complaint.Remark(host, remark);
        }
    }

    /// <summary>A property as text of one line; empty when it is missing.</summary>
    public static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? VisibleText.OneLine(value.GetString()!) : "";

    private static IReadOnlyList<JsonElement> Pages(JsonElement incident) =>
        incident.TryGetProperty("pages", out var pages) && pages.ValueKind == JsonValueKind.Array ? [.. pages.EnumerateArray()] : [];

    private static string Paged(IReadOnlyList<JsonElement> pages)
    {
        var sent = pages.Where(p => Text(p, "state") == "sent").Select(Whom).Distinct().ToList();
        var not = pages.Where(p => Text(p, "state") is "sending" or "waiting" or "unknown").Select(Whom).Distinct().Except(sent).ToList();
        var due = pages.Where(IsDue).Select(Whom).Distinct().Except(sent).Except(not).ToList();
        return string.Join("; ", new[] { ("paged", sent), ("still paging", not), ("the stack pages within a minute:", due) }.Where(x => x.Item2.Count > 0).Select(x => $"{x.Item1} {string.Join(", ", x.Item2)}"));
    }

    /// <summary>Whether a page was left to the stack: it is pending, and was due when it was asked for.</summary>
    public static bool IsDue(JsonElement page) => Text(page, "state") == "pending" && string.CompareOrdinal(Text(page, "at"), Text(page, "requestedAt")) <= 0;

    private static string Whom(JsonElement page) => $"{Text(page, "name")} on {TimelineWords.Channel(Text(page, "channel"))}";
}
