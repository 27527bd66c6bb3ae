using System.Text.Json;

namespace Incidents.Cli.Answers;

/// <summary>How an incident stands beyond its status: who has it, who leads, what keeps it quiet, what happens next.</summary>
internal static class StandingFacts
{
    /// <summary>Only what there is something to say about. Times are UTC.</summary>
    public static IEnumerable<(string What, string Value)> Of(JsonElement incident) => All(incident).Where(fact => fact.Value.Length > 0);

    private static IEnumerable<(string What, string Value)> All(JsonElement incident)
    {
        var isOpen = IncidentLine.Text(incident, "resolvedAt").Length == 0;
        yield return (isOpen ? "has it" : "had it", Part(incident, "acknowledgedAt") is null ? "" : In(incident, "acknowledgedBy", "name"));
        yield return ("acknowledged until", IncidentLine.Text(incident, "acknowledgedUntil"));
        yield return (isOpen ? "leads" : "led", In(incident, "commander", "name"));
        yield return (isOpen ? "writes" : "wrote", In(incident, "scribe", "name"));
        yield return ("mitigated at", IncidentLine.Text(incident, "mitigatedAt"));
        yield return ("snoozed until", IncidentLine.Text(incident, "snoozedUntil"));
        yield return (In(incident, "held", "kind") == "maintenance" ? "silenced until" : "held until", Part(incident, "held") is { } held ? $"{IncidentLine.Text(held, "until")}: {IncidentLine.Text(held, "why")}" : "");
        yield return ("new to it", Part(incident, "newAlarms") is { } news ? string.Join(", ", news.GetProperty("names").EnumerateArray().Select(name => name.GetString())) : "");
        yield return ("beside", Part(incident, "beside") is { } beside ? $"{IncidentLine.Text(beside, "number")} of the same service, {(IncidentLine.Text(beside, "holder") is { Length: > 0 } holder ? $"{holder} has it" : "nobody has it yet")}" : "");
        yield return ("next", Part(incident, "next") is { } next ? $"{IncidentLine.Text(next, "text")} at {IncidentLine.Text(next, "at")}" : "");
        yield return ("called before", Part(incident, "formerTitles") is { } former ? string.Join(" · ", former.EnumerateArray().Select(title => title.GetString())) : "");
        yield return ("opened under", IncidentLine.Text(incident, "configuration") is { Length: > 0 } version ? $"configuration {version}" : "");
        yield return ("merged into", IncidentLine.Text(incident, "mergedInto"));
        yield return ("has to do with", Part(incident, "linked") is { } linked ? string.Join(", ", linked.EnumerateArray().Select(other => other.GetString()).Where(other => other != IncidentLine.Text(incident, "mergedInto"))) : "");
    }

    private static JsonElement? Part(JsonElement incident, string name) =>
        incident.TryGetProperty(name, out var part) && part.ValueKind != JsonValueKind.Null ? part : null;

    private static string In(JsonElement incident, string part, string name) => Part(incident, part) is { } found ? IncidentLine.Text(found, name) : "";
}
