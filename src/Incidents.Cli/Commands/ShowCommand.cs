using System.CommandLine;
using System.Text.Json;
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
            Console.WriteLine(IncidentLine.Write(IncidentLine.Text(incident, "status"), incident));
            Console.WriteLine(IncidentLine.Text(incident, "title"));
            foreach (var (what, value) in StandingFacts.Of(incident))
            {
                Console.WriteLine($"  {what,-19} {value}");
            }

            Section("Alarms", incident, "alarms", a => $"{IncidentLine.Text(a, "state"),-18} {IncidentLine.Text(a, "name")}");
            Section("Pages", incident, "pages", PageLog.Write);
            Section("Runbooks", incident, "runbooks", r => r.ValueKind == JsonValueKind.String ? r.GetString()! : IncidentLine.Text(r, "title"));
            Section("Timeline (UTC)", incident, "timeline", t => $"{IncidentLine.Text(t, "at"),-25} {IncidentLine.Text(t, "text")}");
            return ExitCode.Done;
        }));
        return command;
    }

    private static void Section(string title, JsonElement incident, string property, Func<JsonElement, string> line)
    {
        if (incident.TryGetProperty(property, out var items) && items.ValueKind == JsonValueKind.Array && items.GetArrayLength() > 0)
        {
            Console.WriteLine($"\n{title}");
            foreach (var item in items.EnumerateArray())
            {
                Console.WriteLine($"  {line(item)}");
            }
        }
    }
}
