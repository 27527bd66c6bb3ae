using System.Text.Json;
using Incidents.Application.Actions;
using Incidents.Application.Maintenance;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Cli.Simulation;

/// <summary>Reads what people did out of a history's lines.</summary>
internal static class HistoricActs
{
    public const string Maintenance = "maintenance";

    private static readonly string[] Verbs = ["acknowledge", "give-back", "snooze", "escalate", "mitigate", "resolve", "reopen", "note"];

    /// <summary>The act, or what is wrong with it; null for a line that is none.</summary>
    public static (HistoricAct? Act, string? Problem)? Read(string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line.TrimStart('\uFEFF'));
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("act", out _) ? Read(root, number) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (HistoricAct? Act, string? Problem) Read(JsonElement root, int line)
    {
        var (act, by) = (Text(root, "act") ?? "", Text(root, "by"));
        if (InstantPattern.ExtendedIso.Parse(Text(root, "at") ?? "") is not { Success: true, Value: var at })
        {
            return (null, $"line {line}: at: write the time of an act as 2026-09-14T03:12:00Z");
        }

        if (by is null)
        {
            return (null, $"line {line}: by: name who did it, by id");
        }

        if (act == Maintenance)
        {
            return InstantPattern.ExtendedIso.Parse(Text(root, "to") ?? "") is { Success: true, Value: var to }
                ? (new HistoricAct(line, at, act, by) { Window = Window(root, at, to) }, null)
                : (null, $"line {line}: to: write the end of the window as 2026-09-14T03:12:00Z");
        }

        if (!Verbs.Contains(act))
        {
            return (null, $"line {line}: act: is one of {string.Join(", ", Verbs)}, {Maintenance}");
        }

        if (!IncidentNumber.TryParse(Text(root, "incident"), out var incident))
        {
            return (null, $"line {line}: incident: name one as the replay numbers them, INC-1 first");
        }

        var until = act == "snooze" ? SnoozeUntil.Parse(Text(root, "until")) : null;
        return act == "snooze" && until is null
            ? (null, $"line {line}: until: is 30m, 1h, 4h, a clock time such as 09:00, or an instant such as 2026-11-22T06:00:00Z")
            : (new HistoricAct(line, at, act, by) { Incident = incident, Text = Text(root, "text") ?? Text(root, "why") ?? "", Until = until }, null);
    }

    private static MaintenanceRequest Window(JsonElement root, Instant from, Instant to) =>
        new(Text(root, "why") ?? Maintenance, from, to, [.. All(root, "services").Select(name => new ServiceId(name))], All(root, "alarms"), All(root, "tags")) { Accounts = All(root, "accounts"), Regions = All(root, "regions") };

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<string> All(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)]
        : [];
}
