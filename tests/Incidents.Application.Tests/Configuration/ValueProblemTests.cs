using System.Text;
using Incidents.Application.Configuration;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration;

/// <summary>What a file can say that cannot be meant.</summary>
public sealed class ValueProblemTests
{
    [Theory]
    [InlineData("0m", "Write 1m to 1d.")]
    [InlineData("-1m", "Write 1m to 1d.")]
    [InlineData("1000000000m", "Write 1m to 1d.")]
    [InlineData("5", "Say the unit: 5m for minutes.")]
    [InlineData("1.5h", "Write a whole number and s, m, h or d, such as 5m.")]
    [InlineData("m", "Write a whole number and s, m, h or d, such as 5m.")]
    [InlineData("99999999999999h", "Write a whole number and s, m, h or d, such as 5m.")]
    [InlineData("soon", "Write a whole number and s, m, h or d, such as 5m.")]
    public void C13_C14_C15_TimeoutThatIsNone_IsRefused(string timeout, string fix) => Assert.Equal(
        [$"config/b.yaml:3:48: error: `timeout` cannot be \"{timeout}\". {fix}"],
        Problems(Base, $"escalation_policies:\n  p:\n    steps: [{{ targets: [person: ada], timeout: {timeout} }}]\n"));

    [Theory]
    [InlineData("90s")]
    [InlineData("5m")]
    [InlineData("2h")]
    [InlineData("1d")]
    public void Timeout_InAnyUnit_IsRead(string timeout) =>
        Assert.Empty(Problems(Base, $"escalation_policies:\n  p:\n    steps: [{{ targets: [person: ada], timeout: {timeout} }}]\n"));

    [Theory]
    [InlineData("steps: []", "config/b.yaml:3:12: error: `steps` is empty, so nobody is paged.")]
    [InlineData("steps: [{ targets: [] }]", "config/b.yaml:3:24: error: `targets` is empty, so nobody is paged.")]
    [InlineData("steps: [{ timeout: 5m }]", "config/b.yaml:3:13: error: `targets` is missing in `steps[0]`.")]
    [InlineData("repeat: 1", "config/b.yaml:2:3: error: `steps` is missing in `p`.")]
    public void C12_EmptyStep_IsRefused(string text, string problem) =>
        Assert.StartsWith(problem, Assert.Single(Problems(Base, $"escalation_policies:\n  p:\n    {text}\n")));

    [Theory]
    [InlineData("\"@ada\"")]
    [InlineData("ada")]
    [InlineData("u0ada00001")]
    public void C16_HandleInsteadOfSlackId_IsRefused(string id) =>
        Assert.Contains("`slack` cannot be", Assert.Single(Problems(Base, $"people:\n  alan: {{ slack: {id} }}\n")));

    [Fact]
    public void C16_NoSlackId_IsAWarning() => Assert.Equal(
        ["config/b.yaml:2:3: warning: Alan has no Slack id, so no message can mention them. Add `slack:` with their member id."],
        Problems(Base, "people:\n  alan: { name: Alan }\n"));

    [Fact]
    public void SameSlackIdTwice_IsRefused() => Assert.Contains(
        "alan and ada have the same Slack id", Assert.Single(Problems(Base, "people:\n  alan: { slack: U0ADA00001 }\n")));

    [Fact]
    public void C17_ChannelWithHash_IsRefused() => Assert.Equal(
        [
            "config/b.yaml:2:23: error: A channel is named here without the #. Write payments.",
            "config/b.yaml:4:19: error: `slack_channel` has no value. Write one or remove the line; a text that begins with # needs quotation marks.",
        ],
        Problems(Base, "services:\n  a: { slack_channel: \"#payments\" }\n  b:\n    slack_channel: #payments\nslack:\n  webhooks: { payments: hook }\n"));

    [Fact]
    public void UnknownChannel_NamesTheNearest() => Assert.Contains(
        "There is no channel \"payment\". Did you mean \"payments\"?",
        Assert.Single(Problems(Base, "services:\n  a: { slack_channel: payment }\nslack:\n  webhooks: { payments: hook }\n")));

    [Fact]
    public void C19_PolicyThatPagesAPolicy_IsRefused() => Assert.Contains(
        "A policy cannot page another policy, so that no two can page in a circle.",
        Assert.Single(Problems(Base, "escalation_policies:\n  p: { steps: [{ targets: [policy: p] }] }\n")));

    [Fact]
    public void C20_NoCatchAll_IsRefused() => Assert.Equal(
        ["config:1:1: error: There is no `catch_all`. Write catch_all: { targets: [schedule: primary] }, so that no alarm goes unheard."],
        Problems("people:\n  ada: { slack: U0ADA00001 }\n", "teams: {}\n"));

    [Theory]
    [InlineData("{}", "`catch_all` pages nobody.")]
    [InlineData("{ targets: [person: ada], policy: p }", "`catch_all` can have `policy` or `targets`.")]
    [InlineData("{ policy: q }", "There is no escalation policy \"q\".")]
    public void C20_CatchAllWithoutAnybody_IsRefused(string text, string problem) => Assert.Contains(
        problem,
        Assert.Single(Problems($"people:\n  ada: {{ slack: U0ADA00001 }}\nescalation_policies:\n  p: {{ steps: [{{ targets: [person: ada] }}] }}\ncatch_all: {text}\n")));

    [Fact]
    public void C21_TwoCatchAlls_NamesBothPlaces() => Assert.Equal(
        ["config/b.yaml:1:1: error: There can be only one `catch_all`, and there is one at config/a.yaml:4:1. Keep one of the two."],
        Problems(Base, "catch_all: { targets: [person: grace] }\n"));

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("^checkout-api")]
    [InlineData("checkout-.*")]
    [InlineData("checkout\\\\d")]
    public void C22_Regex_IsRefused(string pattern) => Assert.Contains(
        "is a regular expression, and a pattern is wanted. `*` stands for any characters",
        Assert.Single(Problems(Base, $"services:\n  a: {{ alarms: [\"{pattern}\"] }}\n")));

    [Theory]
    [InlineData("checkout-[a-")]
    [InlineData("*(")]
    public void C23_InvalidRegex_IsRefused(string pattern) => Assert.Contains(
        "has a bracket without its partner.",
        Assert.Single(Problems(Base, $"services:\n  a: {{ alarms: [\"{pattern}\"] }}\n")));

    [Theory]
    [InlineData("[prod] checkout-*")]
    [InlineData("checkout (eu)*")]
    [InlineData("api.*")]
    public void C23_NameWithBracketsAndDots_IsAPattern(string pattern) =>
        Assert.Empty(Problems(Base, $"services:\n  a: {{ alarms: [\"{pattern}\"] }}\n"));

    [Fact]
    public void C24_FiveThousandPatterns_AreRefused()
    {
        var text = new StringBuilder("services:\n");
        for (var i = 0; i < 5_000; i++)
        {
            text.Append($"  s{i}: {{ alarms: [a{i}] }}\n");
        }

        Assert.Equal(
            ["config/b.yaml:2002:10: error: With this service there are more than 2000 alarm patterns. Use fewer patterns that match more."],
            Problems(Base, text.ToString()));
    }

    [Fact]
    public void C32_SeverityTypo_NamesTheNearest() => Assert.Equal(
        ["config/b.yaml:2:18: error: `severity` cannot be \"serv1\". Write sev1, sev2, sev3 or sev4. Did you mean \"sev1\"?"],
        Problems(Base, "services:\n  a: { severity: serv1 }\n"));

    [Theory]
    [InlineData("teams:\n  t: { members: [adda] }\n", "There is no person \"adda\". Did you mean \"ada\"?")]
    [InlineData("services:\n  a: { team: nobody }\n", "There is no team \"nobody\". Add it to `teams`.")]
    [InlineData("services:\n  catch-all: {}\n", "is taken by the catch-all")]
    [InlineData("services:\n  \"a#b\": {}\n", "\"a#b\" cannot be an id.")]
    [InlineData("services:\n  a: { name: \"two\\nlines\" }\n", "`name` holds a line break")]
    [InlineData("services:\n  a: { resolve: manual, resolve_after: 5m }\n", "With `resolve: manual` nothing resolves by itself.")]
    [InlineData("services:\n  a: { severity_rules: [{ severity: sev1 }] }\n", "`severity_rules[0]` fits every alarm.")]
    [InlineData("services:\n  a: { support_hours: { zone: Europe/Berlin, days: [MO], from: 9, to: 17:00 } }\n", "`from` cannot be \"9\". Write a clock time such as 09:00.")]
    [InlineData("slack: { webhooks: { default: \"s3cr3t value\" } }\n", "`default` must be the name of the secret")]
    [InlineData("slack: { responders: [schedule: x] }\n", "There is no schedule \"x\".")]
    [InlineData("people:\n  alan: { phone: 030, slack: U0ALAN0001 }\n", "Write a number in international form in quotation marks")]
    public void ValueOutOfPlace_IsOneProblem(string text, string problem) => Assert.Contains(problem, Assert.Single(Problems(Base, text)));

    [Fact]
    public void WebhookThatIsNoName_IsNotRepeated() =>
        Assert.DoesNotContain("s3cr3t", Assert.Single(Problems(Base, "slack: { webhooks: { default: \"s3cr3t value\" } }\n")));

    [Fact]
    public void C11_SamePatternInTwoServices_NamesTheWinner() => Assert.Equal(
        ["config/b.yaml:3:16: warning: \"x-*\" is claimed by \"a\" too, which comes first and gets the alarms. Remove one of the two."],
        Problems(Base, "services:\n  a: { alarms: [\"x-*\"] }\n  b: { alarms: [\"x-*\"] }\n"));

    [Fact]
    public void InactivePerson_IsWarnedOfWhereverTheyArePaged() => Assert.Equal(
        ["b:2:3", "b:4:3", "b:4:3", "b:6:3"],
        Problems(Base, """
            teams:
              t: { members: [alan] }
            escalation_policies:
              p: { steps: [{ targets: [person: alan] }] }
            schedules:
              s: { time_zone: Europe/Berlin, rotation: daily, participants: [ada, alan] }
            people:
              alan: { active: false }
            """).Select(problem => problem.Replace("config/", "", StringComparison.Ordinal).Replace(".yaml", "", StringComparison.Ordinal)[..5]));
}
