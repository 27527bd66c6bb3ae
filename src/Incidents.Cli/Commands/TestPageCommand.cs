using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Incidents.Adapters.CommandLine.Api;
using Incidents.Application.Time;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using NodaTime;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>`incidents test-page PERSON`: do pages reach this person? Asks for a receipt and waits for it.</summary>
internal static class TestPageCommand
{
    public static Command Create()
    {
        var person = new Argument<string>("person") { Description = "Whom to test, by the id in the configuration" };
        var all = new Option<bool>("--all-channels") { Description = "Every channel by which they can be reached, not only those of their rules for urgent pages" };
        var asleep = new Option<bool>("--asleep") { Description = "Only the channels that can wake them, and ask \"was it loud?\": leave the phone as it is at night" };
        var wait = new Option<string>("--wait") { Description = "How long to wait for receipts: 30s, 2m", DefaultValueFactory = _ => "2m" };
        var connection = new Connection();
        var command = new Command("test-page", "Send a marked test message to a person and wait for the receipts") { person, all, asleep, wait };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => Lengths.Read(parsed.GetValue(wait)) is { } patience
            ? connection.Run(parsed, api => Run(api, parsed, parsed.GetValue(person)!, parsed.GetValue(all), parsed.GetValue(asleep), patience, cancellation))
            : Task.FromResult(Complaint.Usage(parsed.Host, $"--wait {parsed.GetValue(wait)} is no length of time: write it as 30s or 2m")));
        return command;
    }

    /// <returns>0 when every channel took its message and every receipt that is possible came in time.</returns>
    private static async Task<int> Run(IncidentsApi api, ParseResult parsed, string person, bool all, bool asleep, Duration patience, CancellationToken cancellation)
    {
        var test = await api.Post("api/v1/test-pages", new JsonObject { ["person"] = person, ["allChannels"] = all, ["asleep"] = asleep }, cancellation);
        if (asleep && Channels(test).Count == 0 && !IsPending(test))
        {
            return Complaint.Refused(parsed.Host, $"no channel can wake {IncidentLine.Text(test, "name")}: ./incidents check says what is missing");
        }

        if (IsPending(test))
        {
            Progress(parsed, $"left to the stack, which sends it to {IncidentLine.Text(test, "name")} within a minute");
            if (await Sent(api, IncidentLine.Text(test, "id"), cancellation) is not { } sent)
            {
                return Complaint.Refused(parsed.Host, $"the stack has not sent it in {Longest.TotalMinutes:0} minutes: ./incidents doctor says whether its tick runs");
            }

            test = sent;
        }

        Progress(parsed, $"sent to {IncidentLine.Text(test, "name")}; waiting for {(asleep ? "\"was it loud?\"" : "\"I got it\"")}");
        for (var watch = Stopwatch.StartNew(); Channels(test).Exists(IsAwaited) && watch.Elapsed < patience.ToTimeSpan();)
        {
            await Task.Delay(AskEvery, cancellation);
            test = await api.Get($"api/v1/test-pages/{IncidentLine.Text(test, "id")}", cancellation);
        }

        Answer.Print(parsed, test, Channels(test).Select(channel => $"{IncidentLine.Text(channel, "channel"),-8} {Said(channel)}"));
        return Channels(test).TrueForAll(c => (Status(c) == "received" && Loud(c) != false) || (Status(c) == "sent" && !CanBeConfirmed(c))) ? ExitCode.Done : ExitCode.Refused;
    }

    private static void Progress(ParseResult parsed, string line)
    {
        if (!JsonOption.IsGiven(parsed))
        {
            parsed.Host.Say(line);
        }
    }

    /// <summary>Waits until the stack has sent a test that was left to it.</summary>
    /// <returns>Null when it has not for too long.</returns>
    private static async Task<JsonElement?> Sent(IncidentsApi api, string id, CancellationToken cancellation)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Longest;)
        {
            await Task.Delay(AskEvery, cancellation);
            try
            {
                var test = await api.Get($"api/v1/test-pages/{id}", cancellation);
                if (Channels(test).Count > 0)
                {
                    return test;
                }
            }
            catch (ApiRefusedException)
            {
                // There is none of that id until the stack begins to send it.
            }
        }

        return null;
    }

    private static bool IsPending(JsonElement test) => test.GetProperty("isPending").GetBoolean();

    private static string Said(JsonElement channel) => Status(channel) switch
    {
        "received" => $"received after {channel.GetProperty("receivedAfterSeconds").GetInt64()} s{Loud(channel) switch { true => ", loud", false => ", silent: ./incidents contact-card says what to allow", null => "" }}",
        "late" => $"late: received after {channel.GetProperty("receivedAfterSeconds").GetInt64()} s",
        "failed" => $"failed: {IncidentLine.Text(channel, "answer")}",
        _ when !CanBeConfirmed(channel) => "sent; it could hold no link to confirm it by, so ask them",
        _ => "late: sent, and no receipt came",
    };

    private static List<JsonElement> Channels(JsonElement test) => [.. test.GetProperty("channels").EnumerateArray()];

    private static bool IsAwaited(JsonElement channel) => Status(channel) == "sent" && CanBeConfirmed(channel);

    private static bool CanBeConfirmed(JsonElement channel) => channel.GetProperty("canBeConfirmed").GetBoolean();

    private static bool? Loud(JsonElement channel) => channel.GetProperty("wasLoud") is { ValueKind: JsonValueKind.True or JsonValueKind.False } loud ? loud.GetBoolean() : null;

    private static string Status(JsonElement channel) => IncidentLine.Text(channel, "status");

    /// <summary>Two ticks, and the time a channel may take.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(1);
}
