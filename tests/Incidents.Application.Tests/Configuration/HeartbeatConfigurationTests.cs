using Incidents.Domain;
using Incidents.Domain.Heartbeats;
using NodaTime;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration;

public sealed class HeartbeatConfigurationTests
{
    private const string Services = "services:\n  backups: {}\n";

    [Fact]
    public void Heartbeat_IsRead()
    {
        var heartbeat = Good(Base, Services + "heartbeats:\n  nightly: { every: 24h, grace: 15m, service: backups, severity: sev3 }\n").Heartbeats["nightly"];

        Assert.Equal((Duration.FromHours(24), Duration.FromMinutes(15), new ServiceId("backups"), (Severity?)Severity.Sev3), (heartbeat.Every, heartbeat.Grace, heartbeat.Service, heartbeat.Severity));
    }

    [Fact]
    public void Grace_IsTenMinutesWhereNothingIsSaid() => Assert.Equal(
        Duration.FromMinutes(10), Good(Base, Services + "heartbeats:\n  nightly: { every: 1000h, service: catch-all }\n").Heartbeats["nightly"].Grace);

    [Theory]
    [InlineData("{ every: 4m, service: backups }", "`every` cannot be \"4m\". Write 5m to 1000h.")]
    [InlineData("{ every: 1001h, service: backups }", "`every` cannot be \"1001h\". Write 5m to 1000h.")]
    [InlineData("{ every: 1h, service: bakups }", "There is no service \"bakups\". Did you mean \"backups\"?")]
    [InlineData("{ every: 1h }", "`service` is missing in `nightly`.")]
    [InlineData("{ service: backups }", "`every` is missing in `nightly`.")]
    [InlineData("{ every: 1h, service: backups, garce: 1m }", "There is no key \"garce\" in `nightly`. Did you mean \"grace\"?")]
    public void WhatCannotBeMeant_IsRefused(string text, string problem) =>
        Assert.Contains(problem, Assert.Single(Problems(Base, Services, $"heartbeats:\n  nightly: {text}\n")));

    [Fact]
    public void Tags_AreRead() => Assert.Equal(
        [new ServiceTag("tier", "front"), new ServiceTag("team", "web")],
        Good(Base, "services:\n  shop: { tags: { tier: front, team: web } }\n").Services[new ServiceId("shop")].Tags);

    [Theory]
    [InlineData("[front]", "`tags` must be a set of `key: value` lines. Write { tier: frontend }.")]
    [InlineData("{ a=b: c }", "The tag \"a=b\" cannot be.")]
    public void TagsThatAreNone_AreRefused(string tags, string problem) =>
        Assert.Contains(problem, Assert.Single(Problems(Base, $"services:\n  shop: {{ tags: {tags} }}\n")));
}
