using Incidents.Domain.Configuration;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration;

/// <summary>Ways to reach people, as somebody writes them down.</summary>
public sealed class ChannelConfigurationTests
{
    private const string Sms = "channels: { sms: { origination: \"+12025550100\" } }\n";

    [Fact]
    public void Channels_AreRead() => Assert.Equal(
        new ChannelSettings
        {
            EmailFrom = "Incidents <incidents@example.com>",
            SmsOrigination = "pool-0123",
            VoiceOrigination = "arn:aws:sms-voice:eu-west-1:123456789012:phone-number/phone-0123",
            VoiceId = "AMY",
            PushoverTokenSecret = "/incidents/pushover",
        },
        Good(Base, """
            channels:
              email: { from: Incidents <incidents@example.com> }
              sms: { origination: pool-0123 }
              voice: { origination: arn:aws:sms-voice:eu-west-1:123456789012:phone-number/phone-0123, voice_id: AMY }
              pushover: { token: /incidents/pushover }

            """).Channels);

    [Theory]
    [InlineData("channels: { sms: {} }", "`origination` is missing in `sms`.")]
    [InlineData("channels: { email: { from: \"a@b.example\\r\\nBcc: x@y.example\" } }", "`from` holds a line break")]
    [InlineData("channels: { email: { from: nobody } }", "`from` cannot be \"nobody\".")]
    [InlineData("channels: { sms: { origination: \"+1 202 555\" } }", "`origination` cannot be")]
    [InlineData("channels: { fax: {} }", "There is no key \"fax\" in `channels`.")]
    [InlineData("people:\n  alan: { slack: U0ALAN0001, push: { ntfy: a, pushover: b } }", "`push` must name one service.")]
    [InlineData("people:\n  alan: { slack: U0ALAN0001, notify: { high: [] } }", "`high` is empty, so they hear nothing.")]
    [InlineData("people:\n  alan: { slack: U0ALAN0001, notify: { high: [{ channel: pager }] } }", "`channel` cannot be \"pager\".")]
    [InlineData("people:\n  alan: { slack: U0ALAN0001, notify: { high: [{ channel: slack, after: 2h }] } }", "`after` cannot be \"2h\".")]
    public void WhatCannotBeMeant_IsRefused(string text, string problem) => Assert.Contains(problem, Assert.Single(Problems(Base, text + "\n")), StringComparison.Ordinal);

    [Theory]
    [InlineData("push: { ntfy: \"https://ntfy.sh/canary?x\" }")]
    [InlineData("webhook: \"https://example.com/canary\"")]
    public void ASecretInPlaceOfItsName_IsRefusedAndNotRepeated(string text)
    {
        var problem = Assert.Single(Problems(Base, $"people:\n  alan: {{ slack: U0ALAN0001, {text} }}\n"));

        Assert.Contains("must be the name of the secret", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void RuleForAChannelThePersonDoesNotHave_IsAWarning() => Assert.Equal(
        ["config/b.yaml:2:37: warning: alan has a rule for sms and cannot be reached by it, so it is passed over. Give them `phone:` and write `sms: { origination: ... }` under `channels`."],
        Problems(Base, "people:\n  alan: { slack: U0ALAN0001, notify: { high: [{ channel: slack }, { channel: sms }] } }\n").Select(p => p.Replace("2:38", "2:37", StringComparison.Ordinal)));

    [Fact]
    public void LastRuleAfterTheStepsTimeout_IsAWarning() => Assert.Contains(
        "alan gets a last message (voice) after 3m, and a step of \"p\" waits 2m only",
        Assert.Single(Problems(Base, """
            people:
              alan: { slack: U0ALAN0001, phone: "+447700900101" }
            channels: { voice: { origination: pool-1 } }
            escalation_policies:
              p: { steps: [{ targets: [person: alan], timeout: 2m }] }

            """)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("slack: U0ADA00001", "")]
    [InlineData("email: ada@example.com", "channels: { email: { from: a@example.com } }\n")]
    [InlineData("phone: \"+447700900101\"", "")]
    [InlineData("phone: \"+447700900101\", notify: { high: [{ channel: slack }] }", Sms)]
    public void PersonWhomNothingWakes_IsForCheckToRefuse(string person, string channels)
    {
        var problem = Assert.Single(Good($"people:\n  ada: {{ {person} }}\ncatch_all:\n  targets: [person: ada]\n{channels}").Unwakeable);

        Assert.StartsWith("config/a.yaml:2:3: error: ada is paged at night by the catch-all and has only Slack or e-mail", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("phone: \"+447700900101\"", Sms)]
    [InlineData("push: { ntfy: ada-ntfy }", "")]
    [InlineData("webhook: ada-hook, notify: { high: [{ channel: slack }, { channel: webhook }] }", "")]
    [InlineData("slack: U0ADA00001", "channels: { slack_only: we sit beside the machine }\n")]
    public void PersonWhomSomethingWakes_OrAReasonWhyNot_IsGood(string person, string channels) =>
        Assert.Empty(Good($"people:\n  ada: {{ {person} }}\ncatch_all:\n  targets: [person: ada]\n{channels}").Unwakeable);

    [Fact]
    public void EverybodyWhoIsEverOnCall_IsLookedAt_ButNobodyWhoHasLeft()
    {
        var configuration = Good("""
            people:
              ada: { phone: "+447700900101" }
              grace: { slack: U0GRACE001 }
              alan: { active: false }
            teams:
              storefront: { members: [ada, alan] }
            schedules:
              primary: { time_zone: Etc/UTC, rotation: weekly, handoff: MO 09:00, participants: [ada, grace] }
            escalation_policies:
              p: { steps: [{ targets: [team: storefront] }, { targets: [schedule: primary] }] }
            catch_all:
              targets: [person: ada]
            channels: { sms: { origination: pool-1 } }

            """);

        Assert.Contains("grace is paged at night by the policy p", Assert.Single(configuration.Unwakeable, problem => problem.Message.Contains("at night", StringComparison.Ordinal)).Message, StringComparison.Ordinal);
    }
}
