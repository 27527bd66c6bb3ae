using System.Text.RegularExpressions;

namespace Incidents.Functions.Tests.Template;

/// <summary>What documents say of the templates is so.</summary>
public partial class DocumentTests
{
    private static readonly string[] Templates = ["template.yaml", "account.yaml", "pipeline/pipeline.yaml", "examples/alarms.yaml"];

    /// <summary>What guides people; a decision may tell of a parameter that is gone.</summary>
    private static readonly IReadOnlyList<string> Guides =
    [
        "README.md",
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(AppContext.BaseDirectory, file).Replace('\\', '/'))
            .Where(path => !path.StartsWith("docs/adr/", StringComparison.Ordinal)),
    ];

    public static TheoryData<string> Paths => [.. Guides];

    [Theory]
    [MemberData(nameof(Paths))]
    public void EveryParameterThatIsSet_Exists(string document)
    {
        var named = Override().Matches(Read(document)).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.Subset(Templates.SelectMany(path => StackTemplate.Beside(path)["Parameters"].Entries.Keys).ToHashSet(), named);
    }

    [Fact]
    public void ParametersAndOutputs_AreFound() => Assert.All(
        new[] { Override(), Output() },
        named => Assert.True(Guides.Sum(path => named.Count(Read(path))) > 5));

    [Fact]
    public void EveryParameterOfTheStack_IsInTheGuides() => Assert.All(
        StackTemplate.Root["Parameters"].Entries.Keys,
        name => Assert.Matches($"`{name}[=`]", Read("docs/deploy.md") + Read("docs/operate.md")));

    [Theory]
    [MemberData(nameof(Paths))]
    public void EveryOutputThatIsNamed_Exists(string document)
    {
        var named = Output().Matches(Read(document)).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.Subset(StackTemplate.Root["Outputs"].Entries.Keys.ToHashSet(), named);
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, path));

    [GeneratedRegex(@"\b([A-Z][a-z]+(?:[A-Z][a-z]+)+)=")]
    private static partial Regex Override();

    [GeneratedRegex(@"\boutput `([A-Za-z]+)`")]
    private static partial Regex Output();
}
