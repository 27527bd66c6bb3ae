using System.CommandLine;
using System.Text.Json;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Answers;

/// <summary>What a command answers, on standard output: for people, or with `--json` one document a line, as the API has it.</summary>
internal static class Answer
{
    /// <param name="resource">The API's.</param>
    /// <param name="lines">The same for people.</param>
    /// <returns>The exit code.</returns>
    public static int Print(ParseResult parsed, JsonElement resource, params IEnumerable<StyledText> lines)
    {
        foreach (var line in JsonOption.IsGiven(parsed) ? [resource.GetRawText().ReplaceLineEndings(" ")] : lines)
        {
            parsed.Host.Say(line);
        }

        return ExitCode.Done;
    }

    /// <inheritdoc cref="Print(ParseResult, JsonElement, IEnumerable{StyledText})" />
    public static int Print(ParseResult parsed, JsonElement resource, params IEnumerable<string> lines) => Print(parsed, resource, lines.Select(line => (StyledText)line));

    /// <inheritdoc cref="Print(ParseResult, JsonElement, IEnumerable{StyledText})" />
    /// <param name="resource">What no route of the API answers.</param>
    public static int Print<T>(ParseResult parsed, T resource, params IEnumerable<StyledText> lines)
        where T : class => Print(parsed, AnswerJson.Element(resource), lines);

    /// <inheritdoc cref="Print{T}(ParseResult, T, IEnumerable{StyledText})" />
    public static int Print<T>(ParseResult parsed, T resource, params IEnumerable<string> lines)
        where T : class => Print(parsed, AnswerJson.Element(resource), lines);

    /// <summary>Some of the API's items, in the form in which it answers all.</summary>
    /// <param name="none">What is said to people when there is none.</param>
    public static int List(ParseResult parsed, IEnumerable<JsonElement> items, Func<JsonElement, string> row, string none)
    {
        var all = items.ToList();
        return Print(parsed, new ItemsResource(all), all.Count == 0 ? [none] : all.Select(row));
    }
}
