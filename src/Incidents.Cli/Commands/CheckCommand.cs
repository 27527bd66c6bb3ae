using System.CommandLine;
using Incidents.Application;
using Incidents.Application.Configuration;
using Incidents.Application.Runbooks;

namespace Incidents.Cli.Commands;

/// <summary>`incidents check`: every problem of configuration and runbooks at once.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("directory") { Description = "The on-call configuration", DefaultValueFactory = _ => new DirectoryInfo("config") };
        var runbooks = Options.Runbooks();
        var command = new Command("check", "Check the on-call configuration and the runbooks") { folder, runbooks };
        command.SetAction(parsed =>
        {
            var result = new ConfigurationDirectory(parsed.GetValue(folder)!.ToString()).Load(TimeProvider.System.Now());
            var notes = RunbookFolder.Read(parsed.GetValue(runbooks)!.ToString()).Problems;
            var lines = (result switch
            {
                ConfigurationResult.Invalid invalid => invalid.Problems,
                ConfigurationResult.Valid valid => [.. valid.Configuration.Unwakeable, .. valid.Configuration.Warnings],
                _ => [],
            }).Select(p => p.ToString()).Concat(notes.Select(p => p.ToString())).ToList();
            lines.ForEach(Console.WriteLine);
            var bad = result is ConfigurationResult.Invalid or ConfigurationResult.Valid { Configuration.Unwakeable.Count: > 0 } || notes.Any(p => !p.IsWarning);
            Console.WriteLine(bad ? "not good yet" : lines.Count == 0 ? "good" : "good, with warnings");
            return bad ? 1 : 0;
        });
        return command;
    }
}
