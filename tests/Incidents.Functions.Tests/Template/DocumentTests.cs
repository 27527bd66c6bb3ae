using System.Text.RegularExpressions;

namespace Incidents.Functions.Tests.Template;

/// <summary>What documents say of the template is so.</summary>
public partial class DocumentTests
{
    [Fact]
    public void EveryActionOnEverything_IsNamedWithItsReason() => Assert.All(
        Statements.Where(s => s["Resource"].Items.Any(r => r.Text == "*")).SelectMany(s => s["Action"].Items).Select(a => a.Text).Distinct(),
        action => Assert.Contains($"`{action}`", Read("docs/security.md"), StringComparison.Ordinal));

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/operate.md")]
    public void EveryParameterThatIsSet_Exists(string document)
    {
        var named = Override().Matches(Read(document)).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.NotEmpty(named);
        Assert.Subset(StackTemplate.Root["Parameters"].Entries.Keys.ToHashSet(), named);
    }

    [Fact]
    public void NoAction_HasAWildcard() => Assert.DoesNotContain(Statements.SelectMany(s => s["Action"].Items), a => a.Text.Contains('*', StringComparison.Ordinal));

    private static IEnumerable<Part> Statements => StackTemplate.Root.All.Where(part => part["Effect"].Text == "Allow" && part["Action"].Exists);

    private static string Read(string path) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, path));

    [GeneratedRegex(@"\b([A-Z][a-z]+(?:[A-Z][a-z]+)+)=")]
    private static partial Regex Override();
}
