using System.CommandLine;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>`incidents whoami`: who acts from this data directory, kept once for every command.</summary>
internal static class WhoAmICommand
{
    public static Command Create()
    {
        var who = new Argument<string?>("who") { Description = "An id, name or Slack id of people, to keep", Arity = ArgumentArity.ZeroOrOne };
        var forget = new Option<bool>("--forget") { Description = "Keep it no longer" };
        var data = Options.Data();
        var connection = new Connection(data);
        var command = new Command("whoami", "Say, or keep, which of the people acts here") { who, forget };
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = new DataDirectory(parsed.GetValue(data)!);
            if (parsed.GetValue(forget))
            {
                folder.KeepWhoActs(null);
                return Answer.Print(parsed, new KeptPersonResource(null, null), $"{folder.Path} keeps no person");
            }

            var (given, kept) = (parsed.GetValue(who), folder.WhoActs());
            if ((given ?? WhoActs.InEnvironment(parsed.Host) ?? kept) is not { } word)
            {
                return Complaint.Refused(parsed.Host, $"{folder.Path} keeps no person, and INCIDENTS_USER names none: `incidents whoami ID` keeps one");
            }

            return await connection.Run(parsed, async api =>
            {
                var (id, name) = given is null ? await WhoActs.Look(word, api, cancellation) : await WhoActs.Keep(word, folder, api, cancellation);
                return Answer.Print(parsed, new KeptPersonResource(id, name), $"{id} ({name}), {(given is null && word != kept ? "by INCIDENTS_USER" : $"kept in {folder.Path}")}");
            });
        });
        return command;
    }
}
