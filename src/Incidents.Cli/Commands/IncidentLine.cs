using System.Text.Json;

namespace Incidents.Cli.Commands;

/// <summary>An incident in one line: `INC-1 triggered, Sev1, checkout; paged Ana Ito on Slack`.</summary>
internal static class IncidentLine
{
    public static string Write(string happened, JsonElement incident)
    {
        var paged = Paged(incident);
        return $"{Text(incident, "number")} {happened}, {Text(incident, "severity")}, {Text(incident, "service")}{(paged.Length == 0 ? "" : $"; {paged}")}";
    }

    /// <summary>A property as text; empty when it is missing.</summary>
    public static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Paged(JsonElement incident)
    {
        if (!incident.TryGetProperty("pages", out var pages) || pages.ValueKind != JsonValueKind.Array || pages.GetArrayLength() == 0)
        {
            return "";
        }

        var sent = pages.EnumerateArray().Where(p => Text(p, "state") == "sent").Select(Whom).Distinct().ToList();
        var not = pages.EnumerateArray().Where(p => Text(p, "state") is "sending" or "waiting" or "unknown").Select(Whom).Distinct().Except(sent).ToList();
        return string.Join("; ", new[] { ("paged", sent), ("still paging", not) }.Where(x => x.Item2.Count > 0).Select(x => $"{x.Item1} {string.Join(", ", x.Item2)}"));
    }

    private static string Whom(JsonElement page) => $"{Text(page, "name")} on {(Text(page, "channel") == "slack" ? "Slack" : Text(page, "channel"))}";
}
