using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Incidents.Adapters.CommandLine.Api;
using Incidents.Application.Time;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>`incidents heartbeat list|beat|mute|unmute`: the jobs that send beats.</summary>
internal static class HeartbeatCommand
{
    public static Command Create() => new("heartbeat", "Jobs that have to be heard regularly")
    {
        List(),
        ForOne("beat", "Say that a job still runs", (api, name, _, cancellation) => api.Post($"{Path(name)}", [], cancellation), "the next one is due before"),
        Mute(),
        ForOne("unmute", "End a mute", (api, name, _, cancellation) => api.Post($"{Path(name)}/unmute", [], cancellation), "heard again since"),
    };

    private static Command List()
    {
        var connection = new Connection();
        var command = new Command("list", "How every job stands");
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var items = (await api.Get("api/v1/heartbeats", cancellation)).GetProperty("items").EnumerateArray().ToList();
            return Answer.List(parsed, items, Row, "no heartbeats: add `heartbeats:` to the configuration");
        }));
        return command;
    }

    private static Command Mute()
    {
        var reason = new Option<string>("--reason") { Description = "Why it is not heard", Required = true };
        var until = new Option<string?>("--until") { Description = "The end, in UTC: 2026-09-14T09:00:00Z" };
        var length = new Option<string?>("--for") { Description = "How long, instead of --until: 90m, 2h, 1d" };
        var by = Options.By();
        return ForOne("mute", "Let nobody hear of a missing beat for a while", async (api, name, parsed, cancellation) =>
            await api.Post($"{Path(name)}/mute", new JsonObject
            {
                ["reason"] = parsed.GetValue(reason),
                ["until"] = UtcTimes.End(parsed.GetValue(until), parsed.GetValue(length), parsed.Host.Clock.Now()),
                ["by"] = by.Of(parsed),
            }, cancellation), "muted until", reason, until, length, by);
    }

    private static Command ForOne(string verb, string description, Func<IncidentsApi, string, ParseResult, CancellationToken, Task<JsonElement>> ask, string done, params Option[] options)
    {
        var name = new Argument<string>("name") { Description = "The heartbeat, as the configuration names it" };
        var connection = new Connection();
        var command = new Command(verb, description) { name };
        options.ToList().ForEach(command.Options.Add);
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var answer = await ask(api, parsed.GetValue(name)!, parsed, cancellation);
            return Answer.Print(parsed, answer, $"{IncidentLine.Text(answer, "name")}: {done} {IncidentLine.Text(answer, "until")}");
        }));
        return command;
    }

    private static string Path(string name) => $"api/v1/heartbeats/{Uri.EscapeDataString(name)}";

    private static string Row(JsonElement item) =>
        $"{IncidentLine.Text(item, "name"),-24} {IncidentLine.Text(item, "status"),-8} last {Or(IncidentLine.Text(item, "lastBeat"), "never"),-24} due {Or(IncidentLine.Text(item, "dueAt"), "-"),-24} {IncidentLine.Text(item, "service"),-14} {IncidentLine.Text(item, "incident")}{IncidentLine.Text(item, "muteReason")}".TrimEnd();

    private static string Or(string text, string instead) => text.Length == 0 ? instead : text;
}
