using System.Text.RegularExpressions;

namespace Incidents.Cli.Tests.Documents;

/// <summary>Every document is found from the index, and every decision from the list of decisions.</summary>
public partial class IndexTests
{
    private const string Decisions = "docs/adr";

    [Fact]
    public void EveryDocument_IsInTheIndex() => Assert.Equal(
        [],
        Document.All.Where(path => path.StartsWith("docs/", StringComparison.Ordinal) && (!path.StartsWith(Decisions, StringComparison.Ordinal) || path.EndsWith("README.md", StringComparison.Ordinal)))
            .Except(Linked("docs/README.md").Append("docs/README.md")));

    [Fact]
    public void EveryDecision_HasItsLine_InOrder()
    {
        var listed = Linked($"{Decisions}/README.md").Where(path => Numbered().IsMatch(path)).ToList();

        Assert.Equal(Document.All.Where(path => Numbered().IsMatch(path)), listed);
        Assert.Equal(listed.Distinct(), listed);
    }

    private static IEnumerable<string> Linked(string document) => Link().Matches(Document.Read(document))
        .Select(m => Path.GetRelativePath(Repository.Root, Path.Combine(Repository.Root, Path.GetDirectoryName(document)!, m.Groups[1].Value)).Replace('\\', '/'));

    [GeneratedRegex(@"\]\(([^)#\s:]+\.md)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^docs/adr/\d{4}-")]
    private static partial Regex Numbered();
}
