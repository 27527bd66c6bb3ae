using System.CommandLine;
using Incidents.Cli.Connections;
using Incidents.Cli.Terminal;
using Incidents.Configuration.Authoring.Templates;

namespace Incidents.Cli.Commands;

/// <summary>`incidents init`: the smallest configuration that works, and the schema that editors complete it by.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var folder = Options.Config();
        var command = new Command("init", "Write the smallest on-call configuration that works") { folder };
        command.SetAction(parsed =>
        {
            var directory = parsed.GetValue(folder)!;
            var file = Path.Combine(directory.FullName, ConfigurationTemplate.FileName);
            if (directory.Exists && directory.EnumerateFiles("*.y*ml", SearchOption.AllDirectories).Any())
            {
                return Complaint.Refused(parsed.Host, $"{directory} already holds a configuration: name another folder with --config");
            }

            directory.Create();
            File.WriteAllText(file, ConfigurationTemplate.Smallest);
            SchemaCommand.Write(directory);
            parsed.Host.Say($"wrote {Path.Combine(directory.ToString(), ConfigurationTemplate.FileName)}: put your people in, then `./incidents check`");
            return ExitCode.Done;
        });
        return command;
    }
}
