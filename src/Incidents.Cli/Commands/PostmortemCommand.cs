using System.CommandLine;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;

namespace Incidents.Cli.Commands;

/// <summary>`incidents postmortem`: the draft that was written when an incident was resolved, as Markdown; of a stack in AWS from its table.</summary>
internal static class PostmortemCommand
{
    public static Command Create()
    {
        var number = Options.Number();
        var connection = new Connection();
        var command = new Command("postmortem", "Print the postmortem draft of an incident, as Markdown") { number };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var draft = await api.GetText($"api/v1/incidents/{Uri.EscapeDataString(parsed.GetValue(number)!)}/postmortem", cancellation);
            return Answer.Print(parsed, new PostmortemResource(parsed.GetValue(number)!, draft), draft.EndsWith('\n') ? draft[..^1] : draft);
        }));
        return command;
    }
}
