using System.CommandLine;
using System.CommandLine.Parsing;
using Incidents.Configuration.Yaml;

namespace Incidents.Cli.Commands;

/// <summary>What is wrong with a command line that cannot be understood, in one line: the whole help would hide it.</summary>
internal static class UsageProblem
{
    /// <returns>Null where a command only holds others and none of them is named: its help shows them.</returns>
    public static string? In(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0 || (parsed.CommandResult.Command.Subcommands.Count > 0 && parsed.UnmatchedTokens.Count == 0))
        {
            return null;
        }

        var path = parsed.CommandResult.Command is RootCommand ? "" : $"{GroupedHelp.Path(parsed.CommandResult)} ";
        return $"{Wrong(parsed, path)} (`incidents {path}--help` shows what it takes)";
    }

    private static string Wrong(ParseResult parsed, string path) =>
        parsed.UnmatchedTokens is [var unmatched, ..] ? Unmatched(parsed.CommandResult.Command, path, unmatched)
            : parsed.Errors.Select(NotANumber).FirstOrDefault(problem => problem is not null)
            ?? parsed.Errors[0].Message.ReplaceLineEndings(" ").Replace("\t", "", StringComparison.Ordinal).TrimEnd('.', ' ');

    private static string Unmatched(Command command, string path, string word)
    {
        var isOption = word.StartsWith('-');
        var known = isOption ? command.Options.Select(option => option.Name) : command.Subcommands.Select(below => below.Name);
        var nearest = Similarity.Nearest(word, known) is { } one ? $", did you mean {one}?" : "";
        return isOption ? $"there is no option {word}{nearest}" : command.Subcommands.Count > 0 ? $"there is no command {path}{word}{nearest}" : $"{word} is more than the command takes";
    }

    /// <summary>The parser names the type of the program.</summary>
    private static string? NotANumber(ParseError error) => error.SymbolResult switch
    {
        OptionResult { Option: { } option, Tokens: [var token, ..] } when IsNumber(option.ValueType) && !int.TryParse(token.Value, out _) => $"{option.Name} is a whole number, which {token.Value} is not",
        ArgumentResult { Argument: { } argument, Tokens: [var token, ..] } when IsNumber(argument.ValueType) && !int.TryParse(token.Value, out _) => $"{argument.Name} is a whole number, which {token.Value} is not",
        _ => null,
    };

    private static bool IsNumber(Type type) => type == typeof(int) || type == typeof(int?);
}
