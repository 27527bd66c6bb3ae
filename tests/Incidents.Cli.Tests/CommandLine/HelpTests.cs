using Incidents.Cli.Commands;
using Incidents.Cli.Tests.Documents;

namespace Incidents.Cli.Tests.CommandLine;

public class HelpTests
{
    private static readonly System.CommandLine.RootCommand Root = CommandTree.Root(CommandTree.Groups());

    [Fact]
    public void Groups_AreInTheOrderOfANight() =>
        Assert.Equal(["Respond", "On call", "Configure", "Deploy and operate", "Develop"], CommandTree.Groups().Select(group => group.Name));

    [Fact]
    public void Help_ListsEachCommand_Once() => Assert.Equal(Root.Subcommands.Select(command => command.Name).Order(), Help.Of("").Commands.Order());

    [Fact]
    public void Example_StandsForEachCommand_AndIsOneItUnderstands()
    {
        Assert.All(CommandTree.Below(Root), one =>
        {
            var examples = Examples.Of(one.Path).ToList();
            Assert.NotEmpty(examples);
            Assert.All(examples, example =>
            {
                var line = example.Split("./incidents ")[1].Split(" >")[0].TrimEnd(')');
                Assert.StartsWith(one.Path, line, StringComparison.Ordinal);
                Assert.Empty(Root.Parse(line).Errors);
            });
        });
    }

    [Fact]
    public void Example_OfEachGroup_IsOfACommandInIt() =>
        Assert.All(CommandTree.Groups(), group => Assert.Contains(Examples.OfGroup[group.Name].Split(' ')[0], group.Commands.Select(command => command.Name)));
}
