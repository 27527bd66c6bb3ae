using System.CommandLine;
using System.Text.Json;
using Incidents.Cli.Answers;

namespace Incidents.Cli.Commands;

/// <summary>`incidents ack|resolve|reopen|give-back|note|snooze|mitigate`: what a responder does without a browser.</summary>
internal static class ActionCommands
{
    public static Command Acknowledge()
    {
        var stay = new Option<string?>("--for") { Description = "For how long you stay on it before you are asked: 30m, 1h or 2h" };
        var command = SeveralCommand.Create(
            "ack",
            "Take an incident or several, which stops the pages; again: you are still on it",
            "acknowledge",
            incident => IncidentLine.Write("acknowledged", incident),
            (parsed, body) => body["for"] = parsed.GetValue(stay),
            mine: new Option<bool>("--mine") { Description = "All that you were paged for and nobody has" });
        command.Options.Add(stay);
        return command;
    }

    public static Command GiveBack() => IncidentCommand.Create("give-back", "Give an incident back: the policy pages again", "give-back", "given back");

    public static Command Mitigate() => IncidentCommand.Create("mitigate", "Say that customers are no longer hurt; the incident stays open", "mitigate", "mitigated");

    public static Command Resolve()
    {
        var confirm = new Option<bool>("--while-firing") { Description = "Resolve although an alarm still fires" };
        var reason = new Option<string>("--reason") { Description = "Why it ends", DefaultValueFactory = _ => "fixed" };
        reason.AcceptOnlyFromAmong("fixed", "false-alarm", "duplicate");
        var note = new Option<string?>("--note") { Description = "What it was" };
        var command = SeveralCommand.Create("resolve", "End an incident or several", "resolve", incident => IncidentLine.Write(Ended(incident), incident), (parsed, body) =>
        {
            body["confirm"] = parsed.GetValue(confirm);
            body["reason"] = parsed.GetValue(reason);
            if (parsed.GetValue(note) is { } text)
            {
                body["note"] = text;
            }
        });
        command.Options.Add(confirm);
        command.Options.Add(reason);
        command.Options.Add(note);
        return command;
    }

    /// <summary>An alarm that fires while an incident is being resolved brings it back before the answer.</summary>
    private static string Ended(JsonElement incident) => IncidentLine.Text(incident, "status") is var status and not "resolved"
        ? $"is {status} again: an alarm fired while it was being resolved"
        : "resolved";

    public static Command Reopen()
    {
        var why = new Option<string>("--why") { Description = "Why it is not over", Required = true };
        var command = IncidentCommand.Create(
            "reopen",
            "Take up again what was resolved in the last 7 days: it is yours, and nobody is paged",
            "reopen",
            (_, incident) => IncidentLine.Write($"reopened and {IncidentLine.Text(incident, "status")}", incident),
            (parsed, body) => body["why"] = parsed.GetValue(why));
        command.Options.Add(why);
        return command;
    }

    public static Command Note()
    {
        var text = new Argument<string>("text") { Description = "What to write into the timeline" };
        var command = IncidentCommand.Create("note", "Write into an incident's timeline", "notes", "noted", (parsed, body) => body["text"] = parsed.GetValue(text));
        command.Arguments.Add(text);
        return command;
    }

    public static Command Snooze()
    {
        var until = new Argument<string>("until") { Description = "30m, 1h, 4h, 2d; 09:00, tomorrow 09:00 or fri 18:00 on your own clock; or 2026-11-22T06:00:00Z. At most 7 days, 4 hours for a Sev1" };
        var command = IncidentCommand.Create(
            "snooze",
            "Take an incident and hear nothing of it for a while; then you are paged if you are on call, else whoever is",
            "snooze",
            (_, incident) => IncidentLine.Write($"snoozed until {IncidentLine.Text(incident, "snoozedUntil")}", incident),
            (parsed, body) => body["until"] = parsed.GetValue(until));
        command.Arguments.Add(until);
        return command;
    }
}
