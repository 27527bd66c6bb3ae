using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>`incidents list`: the open ones first, then the newest of the others.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var service = new Option<string?>("--service") { Description = "Only this service" };
        var status = new Option<string?>("--status") { Description = "triggered, acknowledged or resolved" };
        var limit = new Option<int>("--limit") { Description = "How many past incidents", DefaultValueFactory = _ => 20 };
        var connection = new Connection();
        var command = new Command("list", "List incidents") { service, status, limit };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var query = new[] { ("service", parsed.GetValue(service)), ("status", parsed.GetValue(status)), ("limit", parsed.GetValue(limit).ToString(CultureInfo.InvariantCulture)) };
            var page = await api.Get("api/v1/incidents?" + string.Join('&', query.Where(q => q.Item2 is not null).Select(q => $"{q.Item1}={Uri.EscapeDataString(q.Item2!)}")), cancellation);
            var items = page.GetProperty("items").EnumerateArray().ToList();
            return Answer.Print(parsed, page, items.Count == 0 ? ["no incidents"] : items.Select(Row));
        }));
        return command;
    }

    private static StyledText Row(JsonElement item) =>
        $"{IncidentLine.Text(item, "number"),-9} " + Painted.Status(item, 13) + " " + Painted.Severity(item, 5) + $" {IncidentLine.Text(item, "triggeredAt"),-21} {IncidentLine.Text(item, "service"),-14} {IncidentLine.Text(item, "title")}";
}
