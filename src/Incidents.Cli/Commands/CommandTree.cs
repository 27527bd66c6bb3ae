using System.CommandLine;

namespace Incidents.Cli.Commands;

/// <summary>Commands that belong together in `--help`.</summary>
/// <param name="Name">When they are used.</param>
internal sealed record CommandGroup(string Name, IReadOnlyList<Command> Commands);

/// <summary>Every command there is, in the order of `--help`: help, completion and the tests read them here.</summary>
internal static class CommandTree
{
    public static IReadOnlyList<CommandGroup> Groups() =>
    [
        new("Respond",
        [
            ListCommand.Create(),
            ShowCommand.Create(),
            ActionCommands.Acknowledge(),
            ActionCommands.Snooze(),
            ActionCommands.Note(),
            ActionCommands.Mitigate(),
            ActionCommands.Resolve(),
            ActionCommands.Reopen(),
            ActionCommands.GiveBack(),
            DirectingCommands.Escalate(),
            DirectingCommands.Reassign(),
            DirectingCommands.PageAlso(),
            DirectingCommands.Severity(),
            DirectingCommands.Title(),
            DirectingCommands.Role(),
            DirectingCommands.Link(),
            DirectingCommands.Merge(),
            DeclareCommand.Create(),
            PostmortemCommand.Create(),
        ]),
        new("On call",
        [
            OnCallCommand.Create(),
            OverrideCommand.Create(),
            SwapCommand.Create(),
            TimeOffCommand.Create(),
            CalendarCommand.Create(),
            TestPageCommand.Create(),
            ContactCardCommand.Create(),
            WhoAmICommand.Create(),
        ]),
        new("Configure",
        [
            InitCommand.Create(),
            CheckCommand.Create(),
            DiffCommand.Create(),
            SimulateCommand.Create(),
            ScheduleCommand.Create(),
            ConfigCommand.Create(),
            SchemaCommand.Create(),
            ImportCommand.Create(),
        ]),
        new("Deploy and operate",
        [
            DoctorCommand.Create(),
            MaintenanceCommand.Create(),
            HeartbeatCommand.Create(),
            AlarmsCommand.Create(),
            CostCommand.Create(),
            CompletionCommand.Create(),
        ]),
        new("Develop",
        [
            UpCommand.Create(),
            AlarmCommand.Create(),
        ]),
    ];

    /// <summary>The program as a whole.</summary>
    public static RootCommand Root(IReadOnlyList<CommandGroup> groups)
    {
        var root = new RootCommand("Incident management on your own AWS account, and on this machine with `incidents up`.");
        foreach (var command in groups.SelectMany(group => group.Commands))
        {
            root.Subcommands.Add(command);
        }

        GroupedHelp.Use(root, groups);
        return root;
    }

    /// <summary>A command and all below it, each with the words that name it: `config push`.</summary>
    public static IEnumerable<(string Path, Command Command)> Below(Command command, string path = "") =>
        command.Subcommands.Where(one => !one.Hidden).SelectMany(one => Below(one, $"{path} {one.Name}".Trim()).Prepend(($"{path} {one.Name}".Trim(), one)));
}
