using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>A command that changes one incident and answers in one line.</summary>
internal static class IncidentCommand
{
    /// <param name="path">Of the API, below the incident.</param>
    /// <param name="done">What then is true of the incident, as a word.</param>
    /// <param name="fill">Writes what was given into the request.</param>
    public static Command Create(string name, string description, string path, string done, Action<ParseResult, JsonObject>? fill = null) =>
        Create(name, description, path, (_, incident) => IncidentLine.Write(done, incident), fill);

    /// <inheritdoc cref="Create(string, string, string, string, Action{ParseResult, JsonObject})" />
    /// <param name="answer">The line, from what was given and the incident as it is now.</param>
    /// <param name="tellsPages">Whether the line names who was paged by this, which reads the incident once more.</param>
    public static Command Create(
        string name, string description, string path, Func<ParseResult, JsonElement, StyledText> answer, Action<ParseResult, JsonObject>? fill = null, bool tellsPages = false)
    {
        var number = Options.Number();
        var by = Options.By();
        var connection = new Connection();
        var command = new Command(name, description) { number, by };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var body = new JsonObject { ["by"] = by.Of(parsed) };
            fill?.Invoke(parsed, body);
            var address = $"api/v1/incidents/{Uri.EscapeDataString(parsed.GetValue(number)!)}";
            var incident = await api.Post($"{address}/{path}", body, cancellation);
            IncidentLine.Remark(parsed.Host, incident);
            var now = tellsPages ? await api.Get(address, cancellation) : incident;
            return Answer.Print(parsed, now, answer(parsed, now));
        }));
        return command;
    }
}
