using System.CommandLine;
using System.Text.Json;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>`incidents show`: one incident with its alarms, pages and timeline.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var number = Options.Number();
        var connection = new Connection();
        var command = new Command("show", "Show one incident") { number };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var incident = await api.Get($"api/v1/incidents/{Uri.EscapeDataString(parsed.GetValue(number)!)}", cancellation);
            return Answer.Print(parsed, incident, Lines(incident));
        }));
        return command;
    }

    private static IEnumerable<StyledText> Lines(JsonElement incident) =>
    [
        IncidentLine.WithStatus(incident),
        IncidentLine.Text(incident, "title"),
        .. StandingFacts.Of(incident).Select(fact => (StyledText)$"  {fact.What,-19} {fact.Value}"),
        .. Section("Alarms", incident, "alarms", a => Painted.AlarmState(a, 18) + $" {IncidentLine.Text(a, "name")}"),
        .. Section("Pages", incident, "pages", PageLog.Write),
        .. Section("Runbooks", incident, "runbooks", r => r.ValueKind == JsonValueKind.String ? r.GetString()! : IncidentLine.Text(r, "title")),
        .. Section("Timeline (UTC)", incident, "timeline", t => $"{IncidentLine.Text(t, "at"),-25} {IncidentLine.Text(t, "text")}"),
    ];

    private static IEnumerable<StyledText> Section(string title, JsonElement incident, string property, Func<JsonElement, StyledText> line) =>
        incident.TryGetProperty(property, out var items) && items.ValueKind == JsonValueKind.Array && items.GetArrayLength() > 0
            ? ["", title, .. items.EnumerateArray().Select(item => "  " + line(item))]
            : [];
}
