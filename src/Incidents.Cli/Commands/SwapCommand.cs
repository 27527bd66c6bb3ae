using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Incidents.Adapters.CommandLine.Api;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>`incidents swap ask|take|cancel|list`: a person asks to be relieved, and another steps in.</summary>
internal static class SwapCommand
{
    public static Command Create() => new("swap", "Ask for cover, and take over from others") { Ask(), Take(), Cancel(), List() };

    private static Command Ask()
    {
        var schedule = new Argument<string>("schedule") { Description = "Id of the schedule" };
        var from = new Option<string>("--from") { Description = "When it begins: 2026-09-14T09:00:00Z, or by the clock of the schedule: 09:00, tomorrow 09:00, fri 18:00", Required = true };
        var to = new Option<string?>("--to") { Description = "When it ends, in the same words" };
        var length = new Option<string?>("--for") { Description = "How long it lasts, instead of --to: 8h, 7d" };
        var reason = new Option<string?>("--reason") { Description = "Why, for those who read it" };
        var by = Options.By();
        var connection = new Connection();
        var command = new Command("ask", "Ask that somebody has your turns for a while; nothing changes until somebody takes them") { schedule, from, to, length, reason, by };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var begin = parsed.GetValue(from);
            return !UtcTimes.SaysEnd(parsed.GetValue(to), parsed.GetValue(length))
                ? Complaint.Usage(parsed.Host, "say when it ends: --for 8h, or --to 2026-09-14T17:00:00Z")
                : Show(parsed, await api.Post(Path(parsed.GetValue(schedule)!), new JsonObject
                {
                    ["from"] = begin,
                    ["to"] = parsed.GetValue(to),
                    ["for"] = parsed.GetValue(length),
                    ["reason"] = parsed.GetValue(reason),
                    ["by"] = by.Of(parsed),
                }, cancellation));
        }));
        return command;
    }

    private static Command Take() => Change("take", "Step in; it counts on the next page");

    private static Command Cancel() => Change("cancel", "Call off a swap nobody has taken");

    private static Command Change(string verb, string description)
    {
        var id = new Argument<string>("id") { Description = "Which swap, as list shows it" };
        var by = Options.By();
        var connection = new Connection();
        var command = new Command(verb, description) { id, by };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var which = parsed.GetValue(id)!;
            return (await Items(api, cancellation)).FirstOrDefault(item => IncidentLine.Text(item, "id") == which) is not { ValueKind: JsonValueKind.Object } found
                ? Complaint.Refused(parsed.Host, $"there is no swap {which}: ./incidents swap list shows them")
                : Show(parsed, await api.Post($"{Path(IncidentLine.Text(found, "schedule"))}/{Uri.EscapeDataString(which)}/{verb}", new JsonObject { ["by"] = by.Of(parsed) }, cancellation));
        }));
        return command;
    }

    private static Command List()
    {
        var schedule = new Argument<string?>("schedule") { Description = "Id of one schedule; all when left out", Arity = ArgumentArity.ZeroOrOne };
        var past = new Option<bool>("--past") { Description = "Those that were taken, have expired or were cancelled, too" };
        var connection = new Connection();
        var command = new Command("list", "Who asks for cover, and who has taken it") { schedule, past };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var items = (await Items(api, cancellation))
                .Where(item => parsed.GetValue(schedule) is not { } one || IncidentLine.Text(item, "schedule") == one)
                .Where(item => parsed.GetValue(past) || IncidentLine.Text(item, "state") == "open");
            return Answer.List(parsed, items, Row, parsed.GetValue(past) ? "no swap in the last 90 days" : "no open swap");
        }));
        return command;
    }

    private static async Task<IEnumerable<JsonElement>> Items(IncidentsApi api, CancellationToken cancellation) =>
        (await api.Get("api/v1/swaps", cancellation)).GetProperty("items").EnumerateArray();

    private static int Show(ParseResult parsed, JsonElement swap) =>
        Answer.Print(parsed, swap, [Row(swap), .. swap.GetProperty("warnings").EnumerateArray().Select(warning => $"warning: {warning.GetString()}")]);

    private static string Path(string schedule) => $"api/v1/schedules/{Uri.EscapeDataString(schedule)}/swaps";

    private static string Row(JsonElement one)
    {
        var taker = IncidentLine.Text(one, "taker") is { Length: > 0 } person ? $", taken by {person} ({IncidentLine.Text(one, "override")})" : "";
        var reason = IncidentLine.Text(one, "reason") is { Length: > 0 } why ? $": {why}" : "";
        var idea = IncidentLine.Text(one, "suggested") is { Length: > 0 } free ? $" (free and least on call: {free})" : "";
        return $"{IncidentLine.Text(one, "id"),-12} {IncidentLine.Text(one, "state"),-9} {IncidentLine.Text(one, "schedule")}: {IncidentLine.Text(one, "requester")} from {IncidentLine.Text(one, "from")} to {IncidentLine.Text(one, "to")}{taker}{idea}{reason}";
    }
}
