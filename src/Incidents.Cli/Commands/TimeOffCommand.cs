using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using Incidents.Cli.OnCall;

namespace Incidents.Cli.Commands;

/// <summary>`incidents time-off add|list|cancel|import`: who is away, so that cover is found in time.</summary>
internal static class TimeOffCommand
{
    private const string Path = "api/v1/time-off";

    public static Command Create() => new("time-off", "Who is away; that changes nobody's turn, and is warned about") { Add(), List(), Cancel(), Import() };

    private static Command Add()
    {
        var person = new Argument<string>("person") { Description = "Id of the person" };
        var from = new Option<string>("--from") { Description = "The first day, 2026-12-24, by the person's clock, an instant in UTC, or a local time: tomorrow 09:00, fri 18:00", Required = true };
        var to = new Option<string?>("--to") { Description = "The last day, which is off too, or the instant it ends; the first day when left out" };
        var by = Options.By();
        var connection = new Connection();
        var command = new Command("add", "Enter time off") { person, from, to, by };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var made = await api.Post(Path, new JsonObject
            {
                ["person"] = parsed.GetValue(person),
                ["from"] = parsed.GetValue(from),
                ["to"] = parsed.GetValue(to) ?? parsed.GetValue(from),
                ["by"] = by.Of(parsed),
            }, cancellation);
            return Answer.Print(parsed, made, [Row(made), .. ConflictLines.Of(made.GetProperty("conflicts"))]);
        }));
        return command;
    }

    private static Command List()
    {
        var person = new Argument<string?>("person") { Description = "Id of one person; all when left out", Arity = ArgumentArity.ZeroOrOne };
        var past = new Option<bool>("--past") { Description = "What is over, too" };
        var connection = new Connection();
        var command = new Command("list", "Who is away now and later") { person, past };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var items = (await api.Get(Path, cancellation)).GetProperty("items").EnumerateArray()
                .Where(item => parsed.GetValue(person) is not { } one || IncidentLine.Text(item, "person") == one)
                .Where(item => parsed.GetValue(past) || IncidentLine.Text(item, "state") != "over");
            return Answer.List(parsed, items, Row, "nobody is away");
        }));
        return command;
    }

    private static Command Cancel()
    {
        var id = new Argument<string>("id") { Description = "Which, as list shows it" };
        var by = Options.By();
        var connection = new Connection();
        var command = new Command("cancel", "Take time off back; what runs ends now") { id, by };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var cancelled = await api.Delete($"{Path}/{Uri.EscapeDataString(parsed.GetValue(id)!)}", new JsonObject { ["by"] = by.Of(parsed) }, cancellation);
            return Answer.Print(parsed, cancelled, Row(cancelled));
        }));
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<string>("file") { Description = "An iCal file, or - for what is piped in" };
        var person = new Option<string>("--person") { Description = "Id of the person whose calendar it is", Required = true };
        var by = Options.By();
        var connection = new Connection();
        var command = new Command("import", "Take over the events of an iCal file; again, it moves what has moved and cancels what is cancelled") { file, person, by };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, api =>
            CalendarImport.Run(api, parsed, parsed.GetValue(file)!, parsed.GetValue(person)!, by.Of(parsed)!, cancellation)));
        return command;
    }

    private static string Row(JsonElement one)
    {
        var id = IncidentLine.Text(one, "id") is { Length: > 0 } made ? made : "in config";
        var by = one.GetProperty("by") is { ValueKind: JsonValueKind.Object } who ? $", by {who.GetProperty("name").GetString()}" : "";
        return $"{id,-12} {IncidentLine.Text(one, "state"),-8} {IncidentLine.Text(one, "person")}: {IncidentLine.Text(one, "from")} to {IncidentLine.Text(one, "to")}{by}{(IncidentLine.Text(one, "source").Length > 0 ? ", from a calendar" : "")}";
    }
}
