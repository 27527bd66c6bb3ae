using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Incidents.Adapters.CommandLine.Api;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>A command that changes one incident or several: one line for each, and what was refused among them.</summary>
internal static class SeveralCommand
{
    /// <param name="path">Of the API, below the incident, or below all of them.</param>
    /// <param name="line">The line, from an incident as it is now.</param>
    /// <param name="fill">Writes what was given into the request.</param>
    /// <param name="mine">Asks for all incidents the person was paged for; null where that cannot be asked.</param>
    public static Command Create(string name, string description, string path, Func<JsonElement, StyledText> line, Action<ParseResult, JsonObject>? fill = null, Option<bool>? mine = null)
    {
        var numbers = new Argument<string[]>("number") { Description = "The incident, INC-1 or 1; or several", Arity = mine is null ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore };
        var by = Options.By();
        var connection = new Connection();
        var command = new Command(name, description) { numbers, by };
        if (mine is not null)
        {
            command.Options.Add(mine);
            command.Validators.Add(result =>
            {
                if (result.GetValue(mine) == (result.GetValue(numbers) is { Length: > 0 }))
                {
                    result.AddError("name the incidents (INC-4 INC-7), or say --mine for all you were paged for");
                }
            });
        }

        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var body = new JsonObject { ["by"] = by.Of(parsed) };
            fill?.Invoke(parsed, body);
            if (mine is null || !parsed.GetValue(mine))
            {
                return await Send(api, parsed, parsed.GetValue(numbers)!, path, body, line, cancellation);
            }

            body["mine"] = true;
            return Tell(parsed, await api.Post($"api/v1/incidents/{path}", body, cancellation), line);
        }));
        return command;
    }

    /// <summary>Asks for one incident at its own address, for several at that of all.</summary>
    public static async Task<int> Send(IncidentsApi api, ParseResult parsed, string[] numbers, string path, JsonObject body, Func<JsonElement, StyledText> line, CancellationToken cancellation)
    {
        if (numbers is [var one])
        {
            var answer = await api.Post($"api/v1/incidents/{Uri.EscapeDataString(one)}/{path}", body, cancellation);
            IncidentLine.Remark(parsed.Host, answer);
            return Answer.Print(parsed, answer, line(answer));
        }

        body["ids"] = new JsonArray([.. numbers.Select(number => (JsonNode)number)]);
        return Tell(parsed, await api.Post($"api/v1/incidents/{path}", body, cancellation), line);
    }

    /// <summary>One line for each; 1 when one was refused.</summary>
    private static int Tell(ParseResult parsed, JsonElement answer, Func<JsonElement, StyledText> line)
    {
        var items = answer.GetProperty("items").EnumerateArray().ToLookup(item => item.GetProperty("done").GetBoolean());
        Answer.Print(parsed, answer, items.Count == 0 ? ["nothing waits for you"] : items[true].Select(item => line(item.GetProperty("incident"))));
        foreach (var item in items[false])
        {
            parsed.Host.Complain($"{IncidentLine.Text(item, "number")} was not changed: {IncidentLine.Text(item, "problem")}.{(ApiRefusalWords.Advice(IncidentLine.Text(item, "refusal")) is { } advice ? $" {advice}" : "")}");
        }

        return items[false].Any() ? ExitCode.Refused : ExitCode.Done;
    }
}
