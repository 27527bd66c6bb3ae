using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Escalation;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;
using NodaTime;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration;

public sealed class OnCallConfigurationTests
{
    [Fact]
    public void Service_EveryField_IsRead()
    {
        var service = Good(Base, """
            teams:
              t: { members: [ada] }
            escalation_policies:
              p: { steps: [{ targets: [team: t] }] }
            services:
              a:
                name: Service A
                team: t
                policy: p
                alarms: ["a-*", a]
                severity: sev3
                runbooks: [a-runbook]
                resolve_after: 0m
                resolve_after_when_acknowledged: 1h
                reopen_within: 90s
                group_within: 10m
                group_at_most: 2d
                slack_channel: a-team
                postmortem: []
            slack:
              webhooks: { default: hook, a-team: /incidents/hook-a }
            """).Find(new ServiceId("a"))!;

        Assert.Equal(("Service A", (TeamId?)new TeamId("t"), (PolicyId?)new PolicyId("p"), Severity.Sev3, "a-team"), (service.Name, service.Team, service.Policy, service.DefaultSeverity, service.Channel?.Name));
        Assert.Equal([new Glob("a-*"), new Glob("a")], service.Alarms);
        Assert.Equal(["a-runbook"], service.Runbooks);
        Assert.Empty(service.PostmortemFor);
        Assert.Equal(
            new IncidentRules
            {
                ResolveAfter = Duration.Zero,
                ResolveAfterWhenAcknowledged = Duration.FromHours(1),
                ReopenWithin = Duration.FromSeconds(90),
                GroupWithin = Duration.FromMinutes(10),
                GroupAtMost = Duration.FromDays(2),
            },
            service.Rules);
    }

    [Fact]
    public void Service_NothingSaid_HasTheProductsDefaults()
    {
        var service = Good(Base, "services:\n  a: {}\n").Find(new ServiceId("a"))!;

        Assert.Equal(("a", null, null), (service.Name, service.Policy, service.DefaultSeverity));
        Assert.Equal(IncidentRules.Default, service.Rules);
        Assert.Equal([Severity.Sev1, Severity.Sev2], service.PostmortemFor);
    }

    [Fact]
    public void Service_ResolveManual_NeverResolvesByItself() =>
        Assert.Null(Good(Base, "services:\n  a: { resolve: manual }\n").Find(new ServiceId("a"))!.Rules.ResolveAfter);

    [Fact]
    public void Policy_EverySetting_IsRead()
    {
        var policy = Good(Base, "escalation_policies:\n  p: { repeat: 0, steps: [{ targets: { person: ada }, timeout: 90s }, { targets: [person: grace] }] }\n").Policies[new PolicyId("p")];

        Assert.Equal(0, policy.Repeat);
        Assert.Equal([Duration.FromSeconds(90), Duration.FromMinutes(5)], policy.Steps.Select(step => step.Timeout));
        Assert.Equal([new EscalationTarget.One(new PersonId("ada"))], policy.Steps[0].Targets);
    }

    [Theory]
    [InlineData("default: d, a: b", null, "default")]
    [InlineData("default: d, a: b", "a", "a")]
    [InlineData("a: b, c: d", null, "a")]
    [InlineData("", null, "default")]
    public void ChannelOf_Service_ItsOwnElseTheDefault(string webhooks, string? own, string channel)
    {
        var configuration = Good(Base, $"slack: {{ webhooks: {{ {webhooks} }} }}\nservices:\n  a: {{ {(own is null ? "" : $"slack_channel: {own}")} }}\n");

        Assert.Equal(channel, configuration.TeamChannelOf(configuration.Find(new ServiceId("a"))!).Name);
    }

    [Fact]
    public void IsResponder_NothingSaid_IsEverybodyActive()
    {
        var configuration = Good(Base, "people:\n  alan: { slack: U0ALAN0001, active: false }\n");

        Assert.True(configuration.IsResponder("U0ADA00001"));
        Assert.False(configuration.IsResponder("U0ALAN0001"));
        Assert.False(configuration.IsResponder("U0STRANGER"));
        Assert.Equal("alan", configuration.FindBySlackId("U0ALAN0001")?.Id.Value);
    }

    [Fact]
    public void IsResponder_Named_IsNobodyElse()
    {
        var configuration = Good(Base, "slack: { responders: [team: t] }\nteams:\n  t: { members: [grace] }\n");

        Assert.True(configuration.IsResponder("U0GRACE001"));
        Assert.False(configuration.IsResponder("U0ADA00001"));
    }

    [Fact]
    public void Version_FollowsTheContent()
    {
        Assert.Matches("^[0-9a-f]{12}$", Good(Base).Version);
        Assert.Equal(Good(Base).Version, Good(Base).Version);
        Assert.NotEqual(Good(Base).Version, Good(Base + "# a comment\n").Version);
        Assert.NotEqual(Good(Base, "teams: {}\n").Version, Good(Base + "teams: {}\n").Version);
    }

    [Fact]
    public void Sections_MayBeSplitOverFiles() => Assert.Empty(Problems(
        "catch_all: { targets: [schedule: s] }\n",
        "people:\n  ada: { slack: U0ADA00001 }\n",
        "schedules:\n  s: { time_zone: Etc/UTC, rotation: weekly, participants: [ada, grace] }\n",
        "people:\n  grace: { slack: U0GRACE001 }\nservices:\n# a: {}\nversion: 1\n"));
}
