using System.Text.RegularExpressions;

namespace Incidents.Architecture.Tests;

/// <summary>A documentation comment names its subject: a reader has not to guess who does, or does not do, what it says.</summary>
public partial class SummaryTests
{
    public static TheoryData<string> Projects =>
    [
        "Amazon.Lambda.StandIn",
        "Incidents.Adapters",
        "Incidents.Adapters.CommandLine",
        "Incidents.Application",
        "Incidents.Cli",
        "Incidents.Configuration",
        "Incidents.Configuration.Authoring",
        "Incidents.Domain",
        "Incidents.Functions",
        "Incidents.Import",
        "Incidents.Web",
    ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Comment_NamesItsSubject(string project)
    {
        var files = Sources(project).ToList();
        var wrong = files
            .SelectMany(file => File.ReadLines(file).Index().Select(line => (File: Path.GetRelativePath(Repository.Root, file), Number: line.Index + 1, Text: line.Item.Trim())))
            .Where(line => line.Text.StartsWith("///", StringComparison.Ordinal) && WithoutSubject().IsMatch(Quoted().Replace(line.Text, "")))
            .Select(line => $"{line.File}:{line.Number} {line.Text}");

        Assert.NotEmpty(files);
        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Sources(string project) => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", project), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(["obj", "bin"]).Any());

    [GeneratedRegex(@"\b(nobody|somebody|whoever|whomever|no one|someone)\b|\bwhat it (is|was) told\b", RegexOptions.IgnoreCase)]
    private static partial Regex WithoutSubject();

    /// <summary>Text in backticks is what the code returns or reads, word for word, and text in quotes the name of a parameter or type.</summary>
    [GeneratedRegex("`[^`]*`|\"[^\"]*\"")]
    private static partial Regex Quoted();
}
