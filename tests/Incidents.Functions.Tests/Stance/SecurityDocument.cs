using System.Text.RegularExpressions;

namespace Incidents.Functions.Tests.Stance;

/// <summary>The tables of docs/security.md: what is granted on everything, what Lambda itself does, what is waived, each with its reason.</summary>
internal static partial class SecurityDocument
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs/security.md"));

    /// <summary>The rows of the table under a heading, as cells; the last holds the reason.</summary>
    public static IReadOnlyList<string[]> Rows(string heading) =>
    [
        .. Text.Split($"## {heading}\n")[1].Split("\n## ")[0].Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))
            .Skip(1)
            .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries)),
    ];

    /// <summary>Names in code quotes, such as actions.</summary>
    public static IEnumerable<string> Quoted(string cell) => CodeQuotes().Matches(cell).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeQuotes();
}
