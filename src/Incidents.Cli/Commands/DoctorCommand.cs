using System.CommandLine;
using Incidents.Application;
using Incidents.Application.Configuration;
using Incidents.Cli.Doctor;

namespace Incidents.Cli.Commands;

/// <summary>`incidents doctor`: what keeps pages from arriving, each with its fix.</summary>
internal static class DoctorCommand
{
    private const int NothingChecked = 2;

    public static Command Create()
    {
        var data = Options.Data();
        var config = Options.Config();
        var stack = new Option<string?>("--stack") { Description = "A deployed stack: what to ask AWS about it (exit code 2, because nothing is asked)" };
        var command = new Command("doctor", "Look for what keeps pages from arriving; each finding says how to mend it") { data, config, stack };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(stack) is { } name)
            {
                return AskYourself(name);
            }

            var folder = new DataDirectory(parsed.GetValue(data)!);
            List<Finding> findings =
            [
                .. Programs.Look(Environment.GetEnvironmentVariable("PATH")),
                .. Reachable.Look(new ConfigurationDirectory(parsed.GetValue(config)!.ToString()).Load(TimeProvider.System.Now())),
                await SlackSetUp.Look(folder.RunningAt() ?? new Uri("http://127.0.0.1:5080"), cancellation),
                .. await RunningHouse.Look(folder, cancellation),
            ];
            findings.ForEach(Console.WriteLine);
            var errors = findings.Count(finding => finding.Level == Level.Error);
            Console.WriteLine($"{errors} errors, {findings.Count(finding => finding.Level == Level.Warning)} warnings");
            return errors == 0 ? 0 : 1;
        });
        return command;
    }

    private static int AskYourself(string stack)
    {
        if (stack.Length is 0 or > 128 || !char.IsAsciiLetter(stack[0]) || !stack.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            return Connection.Complain("--stack is the name of a CloudFormation stack: letters, digits and hyphens");
        }

        StackQuestions.Lines(stack).ToList().ForEach(Console.WriteLine);
        return NothingChecked;
    }
}
