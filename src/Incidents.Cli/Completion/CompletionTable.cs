using System.CommandLine;
using System.CommandLine.Completions;

namespace Incidents.Cli.Completion;

/// <summary>A word that may come next, and what it is for.</summary>
internal sealed record Candidate(string Word, string Description);

/// <summary>What may follow a command.</summary>
/// <param name="Path">`config push`; empty for the program itself.</param>
/// <param name="Values">By option, the words that it takes, where it takes no others.</param>
/// <param name="Choices">Words that arguments take, where they take no others.</param>
internal sealed record Completions(
    string Path, IReadOnlyList<Candidate> Commands, IReadOnlyList<Candidate> Options, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, IReadOnlyList<string> Choices);

/// <summary>The commands as shells complete them, from the same tree that `--help` shows.</summary>
internal static class CompletionTable
{
    /// <summary>The program first, then every command before those below it.</summary>
    public static IReadOnlyList<Completions> Of(Command root) => [.. Below(root, "", [])];

    private static IEnumerable<Completions> Below(Command command, string path, IReadOnlyList<Option> above)
    {
        var options = command.Options.Concat(above).Where(option => !option.Hidden).ToList();
        var below = command.Subcommands.Where(one => !one.Hidden).ToList();
        yield return new Completions(
            path,
            [.. below.Select(one => new Candidate(one.Name, FirstSentence(one.Description)))],
            [.. options.Select(option => new Candidate(option.Name, FirstSentence(option.Description)))],
            options.Where(option => option.ValueType != typeof(bool)).Select(option => (option.Name, Words: Words(option))).Where(one => one.Words.Count > 0).ToDictionary(one => one.Name, one => one.Words),
            [.. command.Arguments.SelectMany(Words)]);
        foreach (var one in below)
        {
            foreach (var completions in Below(one, $"{path} {one.Name}".Trim(), [.. above, .. command.Options.Where(option => option.Recursive)]))
            {
                yield return completions;
            }
        }
    }

    /// <summary>Only words a shell takes as they are: what a default would show of this machine is none of them.</summary>
    private static IReadOnlyList<string> Words(Symbol symbol) =>
        [.. symbol.GetCompletions(CompletionContext.Empty).Select(item => item.Label).Where(word => word.Length > 0 && word.All(c => char.IsAsciiLetterLower(c) || c == '-') && word[0] != '-')];

    private static string FirstSentence(string? description) => (description ?? "").Split(['.', ';', ':', '('], 2)[0].Trim();
}
