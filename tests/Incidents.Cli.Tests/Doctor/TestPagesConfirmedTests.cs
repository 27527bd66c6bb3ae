using System.Text;
using Incidents.Cli.Doctor;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using NodaTime;

namespace Incidents.Cli.Tests.Doctor;

public sealed class TestPagesConfirmedTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 9, 14, 11, 0);

    private static readonly OnCallConfiguration Settings = ((ConfigurationResult.Valid)ConfigurationLoader.Load(
        [
            new ConfigurationFile("a.yaml", Encoding.UTF8.GetBytes("""
                people:
                  ada: { name: Ada, slack: U0ADA00001 }
                  ben: { name: Ben, slack: U0BEN00001 }
                  eve: { name: Eve, slack: U0EVE00001 }
                  max: { name: Max, active: false }
                schedules:
                  s: { time_zone: Etc/UTC, rotation: weekly, participants: [ada, max] }
                escalation_policies:
                  p: { steps: [{ targets: [schedule: s] }] }
                catch_all: { targets: [person: ben] }
                """)),
        ],
        "config",
        Now)).Configuration;

    [Fact]
    public void V14_Doctor_WhenTheLastConfirmedTestPageIsOlderThanThirtyDays_WarnsOfEachWhoIsPaged()
    {
        var findings = TestPagesConfirmed.Judge(Settings, new Dictionary<string, Instant> { ["ada"] = Now - Duration.FromDays(31), ["eve"] = Now }, Now);

        Assert.Equal(["Ada confirmed a test page last on 2026-08-14, more than 30 days ago", "Ben has confirmed no test page"], findings.Select(finding => finding.What).Order(StringComparer.Ordinal));
        Assert.All(findings, finding => Assert.Equal(Level.Warning, finding.Level));
        Assert.Contains("./incidents test-page ada --asleep", findings.Single(finding => finding.What[0] == 'A').Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void V14_Doctor_WhenEverybodyHasConfirmedLately_HasNothingToMend() =>
        Assert.Equal(Level.Good, Assert.Single(TestPagesConfirmed.Judge(Settings, new Dictionary<string, Instant> { ["ada"] = Now - Duration.FromDays(30), ["ben"] = Now }, Now)).Level);
}
