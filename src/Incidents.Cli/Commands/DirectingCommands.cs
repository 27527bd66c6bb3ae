using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>`incidents escalate|reassign|page-also|severity|title|role|link|merge`: how a response is directed.</summary>
internal static class DirectingCommands
{
    public static Command Escalate() => IncidentCommand.Create(
        "escalate", "Page the next step of the policy now, whoever has the incident", "escalate", (_, incident) => IncidentLine.WithNewPages($"escalated to {Step(incident)}", incident), tellsPages: true);

    public static Command Reassign()
    {
        var to = new Argument<string>("to") { Description = "A person, a team or a policy, by its id in the configuration" };
        var command = IncidentCommand.Create(
            "reassign",
            "Give an incident to somebody else, who is paged",
            "reassign",
            (parsed, incident) => IncidentLine.WithNewPages($"reassigned to {parsed.GetValue(to)}", incident),
            (parsed, body) => body["to"] = parsed.GetValue(to),
            tellsPages: true);
        command.Arguments.Add(to);
        return command;
    }

    public static Command PageAlso()
    {
        var to = new Argument<string>("to") { Description = "A person or a team, by its id in the configuration" };
        var command = IncidentCommand.Create(
            "page-also",
            "Page somebody as well; whoever has the incident keeps it",
            "page-also",
            (parsed, incident) => IncidentLine.WithNewPages($"asked {parsed.GetValue(to)} for help", incident),
            (parsed, body) => body["to"] = parsed.GetValue(to),
            tellsPages: true);
        command.Arguments.Add(to);
        return command;
    }

    public static Command Severity()
    {
        var severity = new Argument<int>("severity") { Description = "1 (worst) to 4" };
        var why = new Option<string?>("--why") { Description = "The reason, for the timeline" };
        var command = IncidentCommand.Create("severity", "Change how bad an incident is; a worse one pages again", "severity", (_, incident) => $"{IncidentLine.Text(incident, "number")} is {IncidentLine.Text(incident, "severity")} now, {IncidentLine.Text(incident, "service")}", (parsed, body) =>
        {
            body["severity"] = $"Sev{parsed.GetValue(severity)}";
            body["why"] = parsed.GetValue(why);
        });
        command.Arguments.Add(severity);
        command.Options.Add(why);
        return command;
    }

    public static Command Title()
    {
        var title = new Argument<string>("title") { Description = "What to call it, up to 250 characters; its old titles still find it" };
        var command = IncidentCommand.Create(
            "title",
            "Give an incident a title, which no alarm changes any more",
            "title",
            (_, incident) => $"{IncidentLine.Text(incident, "number")} is called “{IncidentLine.Text(incident, "title")}” now",
            (parsed, body) => body["title"] = parsed.GetValue(title));
        command.Arguments.Add(title);
        return command;
    }

    public static Command Role()
    {
        var role = new Argument<string>("role") { Description = "commander, who leads, or scribe, who writes down what happens" };
        role.AcceptOnlyFromAmong("commander", "scribe");
        var person = new Argument<string>("person") { Description = "A person, by id" };
        var command = IncidentCommand.Create(
            "role",
            "Name who leads the response, or who writes it down",
            "roles",
            (parsed, incident) => $"{IncidentLine.Text(incident, "number")}: {IncidentLine.Text(incident.GetProperty(parsed.GetValue(role)!), "name")} is {parsed.GetValue(role)}",
            (parsed, body) => (body["role"], body["person"]) = (parsed.GetValue(role), parsed.GetValue(person)));
        command.Arguments.Add(role);
        command.Arguments.Add(person);
        return command;
    }

    public static Command Link()
    {
        var other = new Argument<string>("other") { Description = "The other incident, INC-7 or 7" };
        var command = IncidentCommand.Create(
            "link",
            "Say that two incidents have to do with each other",
            "link",
            (_, incident) => $"{IncidentLine.Text(incident, "number")} linked to {incident.GetProperty("linked").EnumerateArray().Last().GetString()}",
            (parsed, body) => body["to"] = parsed.GetValue(other));
        command.Arguments.Add(other);
        return command;
    }

    public static Command Merge()
    {
        var numbers = new Argument<string[]>("number") { Description = "The incidents, INC-7 or 7: all end but the last, which goes on", Arity = new ArgumentArity(2, 101) };
        var by = Options.By();
        var connection = new Connection();
        var command = new Command("merge", "Incidents are one: the first ones end as duplicates, their alarms go over to the last") { numbers, by };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, api =>
        {
            var given = parsed.GetValue(numbers)!;
            return SeveralCommand.Send(api, parsed, given[..^1], "merge", new JsonObject { ["by"] = by.Of(parsed), ["into"] = given[^1] }, Merged, cancellation);
        }));
        return command;
    }

    private static StyledText Merged(JsonElement incident) =>
        $"{IncidentLine.Text(incident, "number")} merged into {IncidentLine.Text(incident, "mergedInto")} and resolved as a duplicate";

    private static string Step(JsonElement incident) => incident.GetProperty("escalation").GetProperty("step").GetInt32() switch
    {
        0 => "the catch-all",
        var step => $"step {step}",
    };
}
