using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>`incidents maintenance list|add|end`: services and alarms that do not page during planned work.</summary>
internal static class MaintenanceCommand
{
    private static readonly string[] Kinds = ["services", "alarms", "tags", "accounts", "regions"];

    public static Command Create() => new("maintenance", "Windows in which pages are silent; alarms are recorded all the same") { List(), Add(), End() };

    private static Command List()
    {
        var past = new Option<bool>("--past") { Description = "Those that are over, too" };
        var connection = new Connection();
        var command = new Command("list", "Windows of now and later") { past };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var answer = await api.Get("api/v1/maintenance", cancellation);
            var windows = answer.GetProperty("items").EnumerateArray().Concat(parsed.GetValue(past) ? answer.GetProperty("past").EnumerateArray() : []).ToList();
            return Answer.List(parsed, windows, Row, "no maintenance window: every page is heard");
        }));
        return command;
    }

    private static Command Add()
    {
        var reason = new Argument<string>("reason") { Description = "What is being done" };
        var services = new Option<string[]>("--service") { Description = "A service; may be repeated" };
        var alarms = new Option<string[]>("--alarm") { Description = "A pattern for names of alarms, such as \"*-latency\"; may be repeated" };
        var tags = new Option<string[]>("--tag") { Description = "A tag of services, key=value; may be repeated" };
        var accounts = new Option<string[]>("--account") { Description = "An AWS account, by its name in `accounts` or its id; may be repeated" };
        var regions = new Option<string[]>("--region") { Description = "A pattern for regions, such as \"eu-*\"; may be repeated" };
        var from = new Option<string?>("--from") { Description = "When it begins: 2026-09-14T09:00:00Z, or by the clock of the schedule: 09:00, tomorrow 09:00, fri 18:00; now when left out" };
        var to = new Option<string?>("--to") { Description = "When it ends, in the same words" };
        var length = new Option<string?>("--for") { Description = "How long it lasts, instead of --to: 90m, 2h, 1d" };
        var every = new Option<string?>("--every") { Description = "When it comes again, by the clock of the schedule: \"SU 02:00\", \"MO,TH 22:30\", \"daily 03:00\"; --for is then the length of each round, --to the end of the last" };
        var by = Options.By();
        // `--region` is a selector here.
        var connection = new Connection(Options.Data(), region: "--aws-region");
        var command = new Command("add", "Plan a window. Every kind of selector that is given has to fit") { reason, services, alarms, tags, accounts, regions, from, to, length, every, by };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var begin = parsed.GetValue(from);
            if (parsed.GetValue(every) is null && !UtcTimes.SaysEnd(parsed.GetValue(to), parsed.GetValue(length)))
            {
                return Complaint.Usage(parsed.Host, "say when it ends: --for 2h, or --to 2026-09-14T11:00:00Z");
            }

            var window = await api.Post("api/v1/maintenance", new JsonObject
            {
                ["reason"] = parsed.GetValue(reason),
                ["from"] = begin,
                ["to"] = parsed.GetValue(to),
                ["for"] = parsed.GetValue(length),
                ["every"] = parsed.GetValue(every),
                ["services"] = Texts(parsed.GetValue(services)),
                ["alarms"] = Texts(parsed.GetValue(alarms)),
                ["tags"] = Texts(parsed.GetValue(tags)),
                ["accounts"] = Texts(parsed.GetValue(accounts)),
                ["regions"] = Texts(parsed.GetValue(regions)),
                ["by"] = by.Of(parsed),
            }, cancellation);
            return Answer.Print(parsed, window, Row(window));
        }));
        return command;
    }

    private static Command End()
    {
        var id = new Argument<string>("id") { Description = "Which window, as list shows it" };
        var connection = new Connection();
        var command = new Command("end", "End a window now, or call it off") { id };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var window = await api.Post($"api/v1/maintenance/{Uri.EscapeDataString(parsed.GetValue(id)!)}/end", [], cancellation);
            return Answer.Print(parsed, window, $"{IncidentLine.Text(window, "id")} ended: what still fires pages now");
        }));
        return command;
    }

    private static string Row(JsonElement window) =>
        $"{IncidentLine.Text(window, "id"),-12} {IncidentLine.Text(window, "state"),-8} {When(window)}  {Selectors(window)}: {IncidentLine.Text(window, "reason")}";

    private static string When(JsonElement window) => IncidentLine.Text(window, "every") is { Length: > 0 } every
        ? $"every {every} ({IncidentLine.Text(window, "zone")}) for {IncidentLine.Text(window, "for")}, next {IncidentLine.Text(window, "next")}"
        : $"{IncidentLine.Text(window, "from")} to {IncidentLine.Text(window, "to")}";

    private static string Selectors(JsonElement window) => string.Join(", ", Kinds
        .SelectMany(kind => window.GetProperty(kind).EnumerateArray()).Select(selector => selector.GetString()));

    private static JsonArray Texts(string[]? texts) => [.. (texts ?? []).Select(text => JsonValue.Create(text))];
}
