using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Paging;
using Incidents.Domain.People;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration;

public sealed class NotificationRulesTests
{
    private const string All = """
        channels:
          email: { from: incidents@example.com }
          sms: { origination: "+12025550100" }
          voice: { origination: "+12025550100" }
          pushover: { token: pushover-token }

        """;

    [Theory]
    [InlineData("push: { ntfy: ada-ntfy }, phone: \"+447700900101\", email: ada@example.com", "slack@0, push@60, voice@180")]
    [InlineData("push: { pushover: ada-key }", "slack@0, push@60")]
    [InlineData("phone: \"+447700900101\", email: ada@example.com", "slack@0, sms@60, voice@180")]
    [InlineData("email: ada@example.com", "slack@0, email@60")]
    [InlineData("slack: U0ADA00001", "slack@0")]
    public void High_IsTheCardThenWhatRingsThenACall(string person, string expected) => Assert.Equal(expected, Rules(All, person, Urgency.High));

    [Fact]
    public void Low_IsTheCardAlone() => Assert.Equal("slack@0", Rules(All, "phone: \"+447700900101\"", Urgency.Low));

    [Theory]
    [InlineData("", "phone: \"+447700900101\", email: ada@example.com, push: { pushover: ada-key }", "slack@0")]
    [InlineData("channels: { voice: { origination: pool-1 } }\n", "phone: \"+447700900101\"", "slack@0, voice@180")]
    public void High_LeavesOutWhatTheInstallationHasNoSettingsFor(string channels, string person, string expected) =>
        Assert.Equal(expected, Rules(channels, person, Urgency.High));

    [Theory]
    [InlineData("notify: { high: [{ channel: voice, after: 2m }, { channel: sms }] }, phone: \"+447700900101\"", "sms@0, voice@120")]
    [InlineData("notify: { high: [{ channel: push }] }, phone: \"+447700900101\"", "slack@0")]
    public void High_OwnRules_GoBeforeTheUsual_AndNeverLeaveNone(string person, string expected) => Assert.Equal(expected, Rules(All, person, Urgency.High));

    [Fact]
    public void NextChannels_AreAllThatThePersonHas_EMailIncluded()
    {
        var configuration = Configuration(All, "push: { ntfy: ada-ntfy }, phone: \"+447700900101\", email: ada@example.com, webhook: ada-hook, notify: { high: [{ channel: slack }] }");

        Assert.Equal(["slack", "push", "sms", "voice", "email", "webhook"], configuration.NextChannels(Ada(configuration)));
    }

    [Fact]
    public void NextChannels_OfSomebodyWithNothing_IsSlack()
    {
        var configuration = Configuration("", "name: Ada");

        Assert.Equal(["slack"], configuration.NextChannels(Ada(configuration)));
    }

    private static string Rules(string channels, string person, Urgency urgency)
    {
        var configuration = Configuration(channels, person);
        return string.Join(", ", configuration.RulesFor(Ada(configuration), urgency).Select(rule => $"{rule.Channel}@{rule.After.TotalSeconds}"));
    }

    private static OnCallConfiguration Configuration(string channels, string person) =>
        Good($"people:\n  ada: {{ {person} }}\ncatch_all:\n  targets: [person: ada]\n{channels}");

    private static Person Ada(OnCallConfiguration configuration) => configuration.People[new PersonId("ada")];
}
