using System.Text.RegularExpressions;
using Incidents.Cli.Commands;

namespace Incidents.Cli.Tests.Documents;

/// <summary>What the program itself says it knows: the help of a command, asked in this process.</summary>
internal sealed partial class Help
{
    private static readonly Dictionary<string, Help> Asked = [];

    /// <summary>Commands of the program stand in groups, those of a command under one heading.</summary>
    private static readonly string[] Headings = [.. CommandTree.Groups().Select(group => $"{group.Name}:"), "Commands:"];

    private Help(string text)
    {
        var sections = text.ReplaceLineEndings("\n").Split("\n\n");
        Commands = [.. Headings.SelectMany(heading => Lines(sections, heading)).Select(line => line.Split(' ')[0])];
        Options = [.. Lines(sections, "Options:").SelectMany(line => OptionName().Matches(line.Split("  ")[0]).Select(m => m.Value))];
    }

    public IReadOnlyList<string> Commands { get; }

    public IReadOnlyList<string> Options { get; }

    /// <param name="command">`config push`; empty for the program as a whole.</param>
    public static Help Of(string command)
    {
        lock (Asked)
        {
            return Asked.TryGetValue(command, out var known) ? known : Asked[command] = new Help(InProcess.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).GetAwaiter().GetResult().Output);
        }
    }

    private static IEnumerable<string> Lines(string[] sections, string heading) => sections
        .Where(section => section.TrimStart('\n').StartsWith(heading, StringComparison.Ordinal))
        .SelectMany(section => section.Trim('\n').Split('\n').Skip(1))
        .Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ')
        .Select(line => line.Trim());

    [GeneratedRegex("--[a-z][a-z-]*")]
    private static partial Regex OptionName();
}
