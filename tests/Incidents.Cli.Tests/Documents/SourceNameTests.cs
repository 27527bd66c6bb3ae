using System.Text.RegularExpressions;

namespace Incidents.Cli.Tests.Documents;

/// <summary>Every source file that the architecture names is there, and its name finds that one alone.</summary>
public partial class SourceNameTests
{
    private static readonly IReadOnlyList<string> Files =
    [
        .. new[] { "src", "tools", "tests", "build" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories))
            .Select(file => '/' + Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)),
    ];

    [Fact]
    public void EveryNameInTheArchitecture_FindsOneFile()
    {
        var names = Named().Matches(Document.Read("docs/architecture.md")).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.True(names.Count > 80);
        Assert.Equal([], names.Select(name => (name, Count: Files.Count(file => file.EndsWith('/' + name, StringComparison.Ordinal)))).Where(found => found.Count != 1));
    }

    [GeneratedRegex(@"`([A-Za-z./]+\.(?:cs|razor))`")]
    private static partial Regex Named();
}
