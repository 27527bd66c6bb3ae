using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>`incidents override add|list|cancel`: a person steps in, without a new configuration.</summary>
internal static class OverrideCommand
{
    public static Command Create() => new("override", "Who is on call instead, for a while; in force on the next page") { Add(), List(), Cancel() };

    private static Command Add()
    {
        var schedule = Schedule();
        var kind = new Option<string>("--kind") { Description = "cover (instead of everybody), replace, add or remove", DefaultValueFactory = _ => "cover" };
        var users = new Option<string[]>("--user") { Description = "Id of a person; may be repeated" };
        var replaces = new Option<string?>("--replaces") { Description = "Whose place they take, for --kind replace" };
        var layer = new Option<string?>("--layer") { Description = "A layer of the schedule; all of it when left out" };
        var from = new Option<string?>("--from") { Description = "When it begins: 2026-09-14T09:00:00Z, or by the clock of the schedule: 09:00, tomorrow 09:00, fri 18:00; now when left out" };
        var to = new Option<string?>("--to") { Description = "When it ends, in the same words" };
        var length = new Option<string?>("--for") { Description = "How long it lasts, instead of --to: 90m, 2h, 1d" };
        var by = Options.By();
        var connection = new Connection();
        var command = new Command("add", "Make an override") { schedule, kind, users, replaces, layer, from, to, length, by };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var begin = parsed.GetValue(from);
            if (!UtcTimes.SaysEnd(parsed.GetValue(to), parsed.GetValue(length)))
            {
                return Complaint.Usage(parsed.Host, "say when it ends: --for 8h, or --to 2026-09-14T11:00:00Z");
            }

            var made = await api.Post(Path(parsed.GetValue(schedule)!), new JsonObject
            {
                ["kind"] = parsed.GetValue(kind),
                ["from"] = begin,
                ["to"] = parsed.GetValue(to),
                ["for"] = parsed.GetValue(length),
                ["users"] = new JsonArray([.. (parsed.GetValue(users) ?? []).Select(user => JsonValue.Create(user))]),
                ["replaces"] = parsed.GetValue(replaces),
                ["layer"] = parsed.GetValue(layer),
                ["by"] = by.Of(parsed),
            }, cancellation);
            return Answer.Print(parsed, made, [Row(made), .. made.GetProperty("warnings").EnumerateArray().Select(warning => $"warning: {warning.GetString()}")]);
        }));
        return command;
    }

    private static Command List()
    {
        var schedule = new Argument<string?>("schedule") { Description = "Id of one schedule; all when left out", Arity = ArgumentArity.ZeroOrOne };
        var past = new Option<bool>("--past") { Description = "Those that are over, too" };
        var connection = new Connection();
        var command = new Command("list", "Overrides of now and later, and who made them") { schedule, past };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var ids = parsed.GetValue(schedule) is { } one ? [one]
                : (await api.Get("api/v1/schedules", cancellation)).GetProperty("items").EnumerateArray().Select(item => IncidentLine.Text(item, "id")).ToList();
            var items = new List<JsonElement>();
            foreach (var id in ids)
            {
                var answer = await api.Get(Path(id), cancellation);
                items.AddRange(answer.GetProperty("items").EnumerateArray().Where(item => parsed.GetValue(past) || IncidentLine.Text(item, "state") != "over"));
            }

            return Answer.List(parsed, items, Row, "no override beside those of the configuration");
        }));
        return command;
    }

    private static Command Cancel()
    {
        var schedule = Schedule();
        var id = new Argument<string>("id") { Description = "Which override, as list shows it" };
        var by = Options.By();
        var connection = new Connection();
        var command = new Command("cancel", "Call an override off; one that runs ends now") { schedule, id, by };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var body = new JsonObject { ["by"] = by.Of(parsed) };
            var cancelled = await api.Delete($"{Path(parsed.GetValue(schedule)!)}/{Uri.EscapeDataString(parsed.GetValue(id)!)}", body, cancellation);
            return Answer.Print(parsed, cancelled, Row(cancelled));
        }));
        return command;
    }

    private static Argument<string> Schedule() => new("schedule") { Description = "Id of the schedule" };

    private static string Path(string schedule) => $"api/v1/schedules/{Uri.EscapeDataString(schedule)}/overrides";

    private static string Row(JsonElement one)
    {
        var users = string.Join(", ", one.GetProperty("users").EnumerateArray().Select(user => user.GetString()));
        var replaces = IncidentLine.Text(one, "replaces") is { Length: > 0 } replaced ? $" for {replaced}" : "";
        var layer = IncidentLine.Text(one, "layer") is { Length: > 0 } name ? $" in {name}" : "";
        return $"{IncidentLine.Text(one, "id"),-12} {IncidentLine.Text(one, "state"),-8} {IncidentLine.Text(one, "schedule")}: {IncidentLine.Text(one, "kind")} {(users.Length == 0 ? "nobody" : users)}{replaces}{layer}, {IncidentLine.Text(one, "from")} to {IncidentLine.Text(one, "to")}, by {one.GetProperty("by").GetProperty("name").GetString()}";
    }
}
