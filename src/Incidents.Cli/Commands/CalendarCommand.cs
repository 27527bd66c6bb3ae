using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>`incidents calendar link|revoke|list`: shifts in the calendar people already have on their phone.</summary>
internal static class CalendarCommand
{
    public static Command Create() => new("calendar", "Addresses by which calendar programs follow shifts") { Link(), Revoke(), List() };

    private static Command Link() => ForOwner("link", "Make the address of a calendar; the one it had before opens nothing any more", async (api, parsed, path, owner, by, cancellation) =>
    {
        var made = await api.Post(path, new JsonObject { ["by"] = by }, cancellation);
        var url = IncidentLine.Text(made, "url");
        Answer.Print(parsed, made, url.Length > 0 ? url : IncidentLine.Text(made, "path"));
        parsed.Host.Complain(url.Length > 0
            ? $"Subscribe to it in a calendar program. It is a secret and shown only now; `./incidents calendar revoke {owner}` ends it."
            : "Put the address of this installation before it. It is a secret and shown only now.");
        return ExitCode.Done;
    });

    private static Command Revoke() => ForOwner("revoke", "End an address: whoever has it sees nothing from now on", async (api, parsed, path, owner, by, cancellation) =>
    {
        var revoked = await api.Delete(path, [], cancellation);
        return Answer.Print(parsed, revoked, $"revoked; `./incidents calendar link {owner}` makes a new one");
    });

    private static Command List()
    {
        var connection = new Connection();
        var command = new Command("list", "Which calendars have an address, and who made it");
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var links = (await api.Get("api/v1/calendars", cancellation)).GetProperty("items").EnumerateArray();
            return Answer.List(parsed, links, Row, "no calendar has an address: `./incidents calendar link --schedule ID` makes one");
        }));
        return command;
    }

    private static Command ForOwner(
        string name, string description, Func<Incidents.Adapters.CommandLine.Api.IncidentsApi, ParseResult, string, string, string?, CancellationToken, Task<int>> run)
    {
        var schedule = new Option<string?>("--schedule") { Description = "Id of a schedule: everybody's shifts in it" };
        var person = new Option<string?>("--person") { Description = "Id of a person: their shifts in all schedules" };
        var by = Options.By();
        var connection = new Connection { NotOnStacks = "the addresses of calendars come with the console, which stacks do not have yet: run `incidents up` where calendar programs reach it, or read shifts by `incidents oncall`" };
        var command = new Command(name, description) { schedule, person, by };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api => (parsed.GetValue(schedule), parsed.GetValue(person)) switch
        {
            ({ } id, null) => await run(api, parsed, $"api/v1/schedules/{Uri.EscapeDataString(id)}/calendar", $"--schedule {id}", by.Of(parsed), cancellation),
            (null, { } id) => await run(api, parsed, $"api/v1/people/{Uri.EscapeDataString(id)}/calendar", $"--person {id}", by.Of(parsed), cancellation),
            _ => Complaint.Usage(parsed.Host, "say whose calendar: either --schedule ID or --person ID"),
        }));
        return command;
    }

    private static string Row(JsonElement link) =>
        $"{IncidentLine.Text(link, "kind"),-8} {IncidentLine.Text(link, "id"),-24} made {IncidentLine.Text(link, "madeAt")} by {IncidentLine.Text(link.GetProperty("by"), "name")}";
}
