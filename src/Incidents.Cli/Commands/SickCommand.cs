using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Incidents.Adapters.CommandLine.Api;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>`incidents oncall sick`: the next step's person has the sick person's turns at once, until tomorrow morning, and the team is asked for a taker.</summary>
internal static class SickCommand
{
    public static Command Create()
    {
        var person = new Argument<string?>("person") { Description = "Id of the person who is sick; you when left out", Arity = ArgumentArity.ZeroOrOne };
        var by = Options.By();
        var connection = new Connection();
        var command = new Command("sick", "Cover somebody until tomorrow 09:00 by the next step's person, at once, and ask the team for a taker") { person, by };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, api => Run(api, parsed, parsed.GetValue(person), by.Of(parsed), cancellation)));
        return command;
    }

    /// <returns>1 when a turn could not be covered.</returns>
    private static async Task<int> Run(IncidentsApi api, ParseResult parsed, string? person, string? by, CancellationToken cancellation)
    {
        var answer = await api.Post("api/v1/oncall/sick", new JsonObject { ["person"] = person ?? by, ["by"] = by }, cancellation);
        var covers = answer.GetProperty("covers").EnumerateArray().ToList();
        Answer.Print(parsed, answer, Lines(answer, covers));
        return covers.Exists(cover => cover.GetProperty("cover").ValueKind != JsonValueKind.Object) ? ExitCode.Refused : ExitCode.Done;
    }

    private static IEnumerable<string> Lines(JsonElement answer, List<JsonElement> covers)
    {
        yield return $"{answer.GetProperty("person").GetProperty("name").GetString()} has time off until {IncidentLine.Text(answer, "until")}{(covers.Count == 0 ? " and was not on call until then" : "")}";
        foreach (var cover in covers)
        {
            if (cover.GetProperty("cover") is { ValueKind: JsonValueKind.Object } who)
            {
                yield return $"{IncidentLine.Text(cover, "schedule")}: {who.GetProperty("name").GetString()} is on call from {IncidentLine.Text(cover, "from")} to {IncidentLine.Text(cover, "to")} ({IncidentLine.Text(cover, "override")})";
            }

            if (IncidentLine.Text(cover, "swap") is { Length: > 0 } swap)
            {
                yield return $"  the team is asked for a taker: ./incidents swap take {swap}";
            }

            if (IncidentLine.Text(cover, "problem") is { Length: > 0 } problem)
            {
                yield return $"warning: {IncidentLine.Text(cover, "schedule")}: {problem}";
            }
        }
    }
}
