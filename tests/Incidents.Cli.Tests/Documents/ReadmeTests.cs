using System.Text.RegularExpressions;

namespace Incidents.Cli.Tests.Documents;

/// <summary>The README stays short; what it shortens is said in full under `docs`.</summary>
public partial class ReadmeTests
{
    private const int MostBytes = 9 * 1024;

    [Fact]
    public void Readme_IsShort() => Assert.InRange(new FileInfo(Path.Combine(Repository.Root, "README.md")).Length, 1, MostBytes);

    [Fact]
    public void EveryCommandOfItsTable_IsInFullInRespond() => Assert.Equal(Commands("docs/respond.md"), Commands("README.md"));

    /// <summary>The first command of each row, without its options.</summary>
    private static IReadOnlyList<string> Commands(string document) => [.. Row().Matches(Document.Read(document)).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"^\| `([a-z-]+ INC-\d+)[^`]*`", RegexOptions.Multiline)]
    private static partial Regex Row();
}
