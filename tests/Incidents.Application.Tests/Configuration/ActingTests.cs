using System.Text;
using Incidents.Application.Configuration;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Tests.Configuration;

/// <summary>Who acts, by the rule that all doors share.</summary>
public class ActingTests
{
    private const string Yaml = """
        people:
          grace: { name: Grace Hopper, slack: U0GRACE001 }
          ada: { name: Ada }
          ada2: { name: Ada }
          old: { name: Old Hand, active: false }
        catch_all: { targets: [person: grace] }
        """;

    private static readonly OnCallConfiguration Settings = ConfigurationLoader.Load([new ConfigurationFile("oncall.yaml", Encoding.UTF8.GetBytes(Yaml))], "config", Instant.FromUtc(2026, 9, 14, 3, 12)) is ConfigurationResult.Valid valid
        ? valid.Configuration
        : throw new InvalidOperationException();

    [Theory]
    [InlineData("grace")]
    [InlineData(" grace ")]
    [InlineData("Grace Hopper")]
    [InlineData("grace hopper")]
    [InlineData("U0GRACE001")]
    public void V09_Identify_ByIdNameOrSlackId_IsThePerson(string who) =>
        Assert.Equal(new Actor("grace", "Grace Hopper", Via.Api), Acting.Identify(Settings, who, Via.Api).Actor);

    [Theory]
    [InlineData("zork", "(the people are grace, ada, ada2)")]
    [InlineData("grcae", "did you mean grace (Grace Hopper)?")]
    [InlineData("Grace Hoper", "did you mean grace (Grace Hopper)?")]
    [InlineData("Ada", "say which by id (ada, ada2)")]
    [InlineData("old", "Old Hand, who is not active any more")]
    [InlineData("Old Hand", "Old Hand, who is not active any more")]
    [InlineData("slack:U0MEMBER01", "is none")]
    public void V09_Identify_WhenNoPersonIsNamed_IsRefusedWithWhoCouldBeMeant(string who, string problem)
    {
        var (actor, said) = Acting.Identify(Settings, who, Via.CommandLine);

        Assert.Null(actor);
        Assert.Contains(problem, said, StringComparison.Ordinal);
    }

    [Fact]
    public void V09_Identify_WhenTheConfigurationCannotBeRead_TakesThemAtTheirWord() =>
        Assert.Equal(new Actor("zork", "zork", Via.CommandLine), Acting.Identify(null, "zork", Via.CommandLine).Actor);

    [Theory]
    [InlineData(Via.Api)]
    [InlineData(Via.CommandLine)]
    [InlineData(Via.Console)]
    public void V09_Identify_WhenNothingIsGiven_IsNoPerson(Via via) => Assert.True(Acting.Identify(Settings, " ", via).Actor?.IsOutsider());
}
