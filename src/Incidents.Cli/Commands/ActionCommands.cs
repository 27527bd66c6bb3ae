using System.CommandLine;
using System.Text.Json.Nodes;

namespace Incidents.Cli.Commands;

/// <summary>`incidents ack|resolve|give-back|note`: what a responder does without a browser.</summary>
internal static class ActionCommands
{
    public static Command Acknowledge() => Create("ack", "Take an incident: stops the pages", "acknowledge", "acknowledged");

    public static Command GiveBack() => Create("give-back", "Give an incident back: the policy pages again", "give-back", "given back");

    public static Command Resolve()
    {
        var confirm = new Option<bool>("--while-firing") { Description = "Resolve although an alarm still fires" };
        var note = new Option<string?>("--note") { Description = "What it was" };
        var command = Create("resolve", "End an incident", "resolve", "resolved", (parsed, body) =>
        {
            body["confirm"] = parsed.GetValue(confirm);
            if (parsed.GetValue(note) is { } text)
            {
                body["note"] = text;
            }
        });
        command.Options.Add(confirm);
        command.Options.Add(note);
        return command;
    }

    public static Command Note()
    {
        var text = new Argument<string>("text") { Description = "What to write into the timeline" };
        var command = Create("note", "Write into an incident's timeline", "notes", "noted", (parsed, body) => body["text"] = parsed.GetValue(text));
        command.Arguments.Add(text);
        return command;
    }

    private static Command Create(string name, string description, string path, string done, Action<ParseResult, JsonObject>? fill = null)
    {
        var number = Options.Number();
        var by = Options.By();
        var connection = new Connection();
        var command = new Command(name, description) { number, by };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var body = new JsonObject { ["by"] = parsed.GetValue(by) };
            fill?.Invoke(parsed, body);
            var incident = await api.Post($"api/v1/incidents/{Uri.EscapeDataString(parsed.GetValue(number)!)}/{path}", body, cancellation);
            Console.WriteLine(IncidentLine.Write(done, incident));
            return 0;
        }));
        return command;
    }
}
