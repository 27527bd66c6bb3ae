using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Incidents.Cli.Commands;

/// <summary>`--help`: the commands of the program in groups, and an example below the help of every command.</summary>
internal sealed class GroupedHelp(HelpAction usual, IReadOnlyList<CommandGroup> groups) : SynchronousCommandLineAction
{
    private const int NameWidth = 14;

    public static void Use(RootCommand root, IReadOnlyList<CommandGroup> groups)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new GroupedHelp((HelpAction)help.Action!, groups);
    }

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is RootCommand root)
        {
            Write(root, output);
            return 0;
        }

        var code = usual.Invoke(parseResult);
        var examples = Examples.Of(Path(parseResult.CommandResult)).ToList();
        output.WriteLine(examples.Count == 1 ? "Example:" : "Examples:");
        examples.ForEach(example => output.WriteLine($"  {example}"));
        output.WriteLine();
        return code;
    }

    private void Write(RootCommand root, TextWriter output)
    {
        output.WriteLine($"{root.Description}\n\nUsage:\n  incidents COMMAND [options]\n");
        foreach (var group in groups)
        {
            output.WriteLine($"{group.Name}:");
            foreach (var command in group.Commands)
            {
                output.WriteLine($"  {command.Name.PadRight(NameWidth)} {command.Description}");
            }

            output.WriteLine($"\n  Example: {Examples.Of(Examples.OfGroup[group.Name]).First()}\n");
        }

        output.WriteLine("Options:");
        foreach (var option in root.Options)
        {
            output.WriteLine($"  {string.Join(", ", option.Aliases.Where(alias => alias.StartsWith('-')).Append(option.Name).Order(StringComparer.Ordinal)),-20} {option.Description}");
        }

        output.WriteLine("\n`incidents COMMAND --help` says more of one. Exit codes: 0 done, 1 refused or not found, 2 usage, 3 nothing answers.");
    }

    /// <summary>`config push`.</summary>
    public static string Path(CommandResult command) => command.Parent is CommandResult { Command: not RootCommand } parent
        ? $"{Path(parent)} {command.Command.Name}"
        : command.Command.Name;
}
