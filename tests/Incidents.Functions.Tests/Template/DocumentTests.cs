using System.Text.RegularExpressions;

namespace Incidents.Functions.Tests.Template;

/// <summary>What documents say of the templates is so.</summary>
public partial class DocumentTests
{
    private static readonly string[] Templates = ["template.yaml", "account.yaml", "pipeline/pipeline.yaml", "examples/alarms.yaml"];

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/operate.md")]
    public void EveryParameterThatIsSet_Exists(string document)
    {
        var named = Override().Matches(Read(document)).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.NotEmpty(named);
        Assert.Subset(Templates.SelectMany(path => StackTemplate.Beside(path)["Parameters"].Entries.Keys).ToHashSet(), named);
    }

    [Fact]
    public void EveryParameterOfTheStack_IsInTheGuide() => Assert.All(
        StackTemplate.Root["Parameters"].Entries.Keys,
        name => Assert.Matches($"`{name}[=`]", Read("docs/operate.md")));

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/operate.md")]
    public void EveryOutputThatIsNamed_Exists(string document)
    {
        var named = Output().Matches(Read(document)).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.NotEmpty(named);
        Assert.Subset(StackTemplate.Root["Outputs"].Entries.Keys.ToHashSet(), named);
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, path));

    [GeneratedRegex(@"\b([A-Z][a-z]+(?:[A-Z][a-z]+)+)=")]
    private static partial Regex Override();

    [GeneratedRegex(@"\boutput `([A-Za-z]+)`")]
    private static partial Regex Output();
}
