using System.CommandLine;
using System.Text.Json.Nodes;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>`incidents declare`: a person says that something is wrong.</summary>
internal static class DeclareCommand
{
    public static Command Create()
    {
        var title = new Argument<string>("title") { Description = "What is wrong, in one line" };
        var service = new Option<string>("--service") { Description = "Which service", Required = true };
        var severity = new Option<int?>("--sev") { Description = "1 (worst) to 4; the service's own when left out" };
        var by = Options.By();
        var connection = new Connection();
        var command = new Command("declare", "Open an incident without an alarm") { title, service, severity, by };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var body = new JsonObject { ["title"] = parsed.GetValue(title), ["service"] = parsed.GetValue(service), ["by"] = by.Of(parsed) };
            if (parsed.GetValue(severity) is { } level)
            {
                body["severity"] = $"Sev{level}";
            }

            var opened = await api.Post("api/v1/incidents", body, cancellation);
            IncidentLine.Remark(parsed.Host, opened);
            var incident = await api.Get($"api/v1/incidents/{IncidentLine.Text(opened, "number")}", cancellation);
            return Answer.Print(parsed, incident, IncidentLine.Write("triggered", incident));
        }));
        return command;
    }
}
