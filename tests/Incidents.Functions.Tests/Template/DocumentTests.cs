using System.Text.RegularExpressions;

namespace Incidents.Functions.Tests.Template;

/// <summary>What documents say of the template is so.</summary>
public partial class DocumentTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/operate.md")]
    public void EveryParameterThatIsSet_Exists(string document)
    {
        var named = Override().Matches(Read(document)).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.NotEmpty(named);
        Assert.Subset(StackTemplate.Root["Parameters"].Entries.Keys.ToHashSet(), named);
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, path));

    [GeneratedRegex(@"\b([A-Z][a-z]+(?:[A-Z][a-z]+)+)=")]
    private static partial Regex Override();
}
