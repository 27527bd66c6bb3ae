using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Incidents.Cli.Commands;

/// <summary>An option that a command does not have is a mistake, and not the text of an argument that may be anything: `list --tabel T`.</summary>
internal static partial class MistypedOption
{
    /// <summary>What to say about it; null when there is none, and where help was asked for. After `--` everything is text.</summary>
    public static string? In(ParseResult parsed) => parsed.Errors.Count == 0 && parsed.Action == parsed.CommandResult.Command.Action
        && parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).FirstOrDefault(token => token.Type == TokenType.Argument && Looks().IsMatch(token.Value)) is { } mistyped
            ? $"there is no option {mistyped.Value}: `incidents {GroupedHelp.Path(parsed.CommandResult)} --help` shows those there are (to say it as text, put -- before it)"
            : null;

    [GeneratedRegex("^--[a-z][a-z-]*(=.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Looks();
}
