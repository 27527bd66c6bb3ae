using System.CommandLine;
using Incidents.Cli.Connections;
using Incidents.Cli.Terminal;
using Incidents.Configuration.Authoring.Schema;

namespace Incidents.Cli.Commands;

/// <summary>`incidents schema`: what editors complete and check the configuration by.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var folder = Options.Config();
        var write = new Option<bool>("--write") { Description = $"Write it to {ConfigurationSchema.FileName} beside the configuration instead of printing it" };
        var command = new Command("schema", "The JSON Schema of the configuration, by which editors complete and check") { folder, write };
        command.SetAction(parsed =>
        {
            var directory = parsed.GetValue(folder)!;
            if (!parsed.GetValue(write))
            {
                parsed.Host.Output.Write(ConfigurationSchema.Text);
                return ExitCode.Done;
            }

            if (!directory.Exists)
            {
                return Complaint.Refused(parsed.Host, $"there is no folder {directory}: name the one that holds the configuration with --config");
            }

            Write(directory);
            parsed.Host.Say($"wrote {Path.Combine(directory.ToString(), ConfigurationSchema.FileName)}: begin your files with `{ConfigurationSchema.Modeline}`");
            return ExitCode.Done;
        });
        return command;
    }

    public static void Write(DirectoryInfo directory) =>
        File.WriteAllText(Path.Combine(directory.FullName, ConfigurationSchema.FileName), ConfigurationSchema.Text);
}
