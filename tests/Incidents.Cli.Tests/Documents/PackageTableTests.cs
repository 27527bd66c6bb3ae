using System.Xml.Linq;

namespace Incidents.Cli.Tests.Documents;

/// <summary>The table of packages in the architecture, the versions that are pinned and the projects that refer to them are the same.</summary>
public class PackageTableTests
{
    private const string EveryProject = "every project";
    private const string EveryTestProject = "every test project";

    private static readonly IReadOnlyList<string> Pinned = [.. Included(XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")), "PackageVersion")];

    public static TheoryData<string> Packages => [.. Pinned];

    /// <summary>`build/probe` only asks the feed, so what it alone names is used by nothing.</summary>
    private static readonly IReadOnlyDictionary<string, XDocument> Projects = new[] { "src", "tests", "tools" }
        .Select(folder => Path.Combine(Repository.Root, folder)).Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateDirectories(folder)).SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj"))
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file).Replace("Incidents.", "", StringComparison.Ordinal), XDocument.Load);

    [Fact]
    public void Table_NamesEachPinnedPackage_Once() =>
        Assert.Equal(Pinned.Order(StringComparer.Ordinal), Rows().SelectMany(row => row.Packages).Where(package => !package.Contains("(npm)", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Packages))]
    public void PinnedPackage_IsReferredTo_WhereTheTableSaysSo(string package)
    {
        var where = Assert.Single(Rows(), row => row.Packages.Contains(package)).Where;

        Assert.NotEmpty(References(package));
        Assert.Equal(References(package).Order(StringComparer.Ordinal), where.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Versions_StandInOnePlace() => Assert.Equal(
        [],
        Projects.Where(project => project.Value.Descendants("PackageReference").Any(reference => reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null))
            .Select(project => project.Key));

    [Fact]
    public void PackagesOfNpm_AreInTheTable()
    {
        var wanted = System.Text.Json.JsonDocument.Parse(Document.Read("package.json")).RootElement.EnumerateObject()
            .Where(part => part.Name.EndsWith("ependencies", StringComparison.Ordinal)).SelectMany(part => part.Value.EnumerateObject())
            .Select(package => $"{package.Name.Split('/')[0]} (npm)").Distinct();

        Assert.Equal(wanted.Order(StringComparer.Ordinal), Rows().SelectMany(row => row.Packages).Where(package => package.EndsWith("(npm)", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private static List<string> References(string package)
    {
        var ofAll = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("ItemGroup")
            .Where(group => Included(group, "PackageReference").Contains(package))
            .Select(group => group.Attribute("Condition") is null ? EveryProject : EveryTestProject);
        return [.. Projects.Where(project => Included(project.Value, "PackageReference").Contains(package)).Select(project => project.Key), .. ofAll];
    }

    private static IEnumerable<(string[] Packages, string[] Where)> Rows() => Document.Read("docs/architecture.md").Split("## Packages\n")[1].Split("\n## ")[0].Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))
        .Skip(1)
        .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))
        .Select(cells => (cells[0].Split(", "), cells[1].Split(", ")));

    private static IEnumerable<string> Included(XContainer container, string element) => container.Descendants(element).Select(e => e.Attribute("Include")!.Value);
}
