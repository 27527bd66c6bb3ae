using System.Text.RegularExpressions;

namespace Incidents.Cli.Tests.Documents;

/// <summary>A document that an error, a finding or a comment sends people to is there, with the heading it names.</summary>
public partial class NamedInCodeTests
{
    private static readonly string[] Roots = ["src", "tools", "examples", "config", "pipeline", "template.yaml", "account.yaml", "samconfig.toml"];

    [Fact]
    public void EveryDocumentAndHeading_Exists()
    {
        var named = Roots.SelectMany(Files).SelectMany(file => Named().Matches(File.ReadAllText(file))).Select(m => (Path: m.Groups[1].Value, Heading: m.Groups[2].Value)).Distinct().ToList();

        Assert.True(named.Count(one => one.Heading.Length > 0) > 2);
        Assert.Equal([], named.Where(one => !Document.All.Contains(one.Path) || (one.Heading.Length > 0 && !Document.Read(one.Path).Contains($"# {one.Heading}\n", StringComparison.Ordinal))));
    }

    private static IEnumerable<string> Files(string root) => File.Exists(Path.Combine(Repository.Root, root))
        ? [Path.Combine(Repository.Root, root)]
        : Directory.EnumerateFiles(Path.Combine(Repository.Root, root), "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.EndsWith(".png", StringComparison.Ordinal));

    [GeneratedRegex("""((?:docs/[a-z/-]+|README|CHANGELOG)\.md)(?:,? \\?"([^"\\]+)\\?")?""")]
    private static partial Regex Named();
}
