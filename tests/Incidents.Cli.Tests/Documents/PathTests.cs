using System.Text.RegularExpressions;

namespace Incidents.Cli.Tests.Documents;

/// <summary>Every file, folder and heading that a document points to is there.</summary>
public partial class PathTests
{
    public static TheoryData<string> Paths => [.. Document.All];

    [Theory]
    [MemberData(nameof(Paths))]
    public void EveryLink_LeadsSomewhere(string document) => Assert.All(
        Link().Matches(Document.Read(document)).Select(m => (Path: m.Groups[1].Value, Heading: m.Groups[2].Value)).Where(link => !link.Path.Contains(':', StringComparison.Ordinal)),
        link =>
        {
            var target = link.Path.Length == 0 ? document : Path.GetRelativePath(Repository.Root, Path.Combine(Repository.Root, Path.GetDirectoryName(document)!, link.Path));
            Assert.True(Path.Exists(Path.Combine(Repository.Root, target)), target);
            Assert.True(link.Heading.Length == 0 || Headings(target).Contains(link.Heading[1..]), $"{target} has no heading {link.Heading}");
        });

    [Theory]
    [MemberData(nameof(Paths))]
    public void EveryPathInQuotes_Exists(string document) =>
        Assert.All(Quoted().Matches(Document.Read(document)).Select(m => m.Groups[1].Value), path => Assert.True(Matches(path), path));

    [Theory]
    [MemberData(nameof(Paths))]
    public void EveryPicture_IsThere(string document) => Assert.All(
        Picture().Matches(Document.Read(document)).Select(m => m.Groups[1].Value),
        path => Assert.True(File.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(document)!, path)), path));

    private static bool Matches(string path) => path.Contains('*', StringComparison.Ordinal)
        ? Directory.EnumerateFiles(Path.Combine(Repository.Root, Path.GetDirectoryName(path)!), Path.GetFileName(path)).Any()
        : Path.Exists(Path.Combine(Repository.Root, path));

    /// <summary>As GitHub makes anchors of headings.</summary>
    private static IEnumerable<string> Headings(string document) =>
        Heading().Matches(Document.Read(document)).Select(m => NotInAnchors().Replace(m.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\(([^)#\s]*)(#[^)\s]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`((?:docs|pipeline|examples|runbooks|src|tools|tests|\.github)/[A-Za-z0-9_./*-]*|template\.yaml|samconfig\.toml|package\.json|global\.json)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("src(?:set)?=\"([^\"]+)\"")]
    private static partial Regex Picture();

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("[^a-z0-9 -]")]
    private static partial Regex NotInAnchors();
}
