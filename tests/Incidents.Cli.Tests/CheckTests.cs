using System.Text.Json;

namespace Incidents.Cli.Tests;

public class CheckTests
{
    [Fact]
    public async Task Init_ThenCheck_IsGood()
    {
        using var sandbox = new Sandbox();
        var folder = Path.Combine(sandbox.Data, "fresh");

        Assert.Equal(0, (await sandbox.Run("init", "--config", folder)).ExitCode);
        Assert.Equal(new Finished(0, "good", ""), await sandbox.Run("check", folder));
    }

    [Fact]
    public async Task SomebodyWhomNothingWakes_IsRefused_WithThePlaceAndTheFix()
    {
        using var sandbox = new Sandbox();
        sandbox.File("oncall.yaml", "people:\n  ada: { name: Ada, slack: U0ADA00001 }\ncatch_all:\n  targets: [person: ada]\n");

        var check = await sandbox.Run("check", sandbox.Data);

        Assert.Equal(1, check.ExitCode);
        Assert.Contains("oncall.yaml:2:3: error: Ada is paged at night by the catch-all and has only Slack or e-mail", check.Output, StringComparison.Ordinal);
        Assert.EndsWith("not good yet", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task V08_Pattern_WhenItClaimsAlarmsOfTwoAccounts_IsNamedWithThem()
    {
        using var sandbox = new Sandbox();
        Directory.CreateDirectory(Path.Combine(sandbox.Data, "two"));
        sandbox.File("two/oncall.yaml", """
            people: { ada: { name: Ada, slack: U0ADA00001, push: { ntfy: ada-ntfy } } }
            accounts: { "111122223333": { name: prod } }
            services: { checkout: { alarms: ["checkout-*", "other-*"] } }
            catch_all: { targets: [person: ada] }
            """);
        var listing = sandbox.File("alarms.json", """
            {"MetricAlarms":[{"AlarmName":"checkout-a","AlarmArn":"arn:aws:cloudwatch:eu-west-1:111122223333:alarm:checkout-a"},
             {"AlarmName":"checkout-a","AlarmArn":"arn:aws:cloudwatch:eu-west-1:444455556666:alarm:checkout-a"},
             {"AlarmName":"other-a","AlarmArn":"arn:aws:cloudwatch:us-east-1:111122223333:alarm:other-a"}],"CompositeAlarms":[]}
            """);

        var text = await sandbox.Run("check", Path.Combine(sandbox.Data, "two"), "--alarms", listing);
        var json = await sandbox.Run("check", Path.Combine(sandbox.Data, "two"), "--alarms", listing, "--json");

        Assert.Contains($"{listing}: warning: \"checkout-*\" of checkout claims alarms of 2 accounts: 111122223333 (prod), 444455556666.", text.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("other-*", text.Output, StringComparison.Ordinal);
        Assert.Equal("checkout-*", JsonDocument.Parse(json.Output).RootElement.GetProperty("alarms").GetProperty("severalAccounts")[0].GetProperty("pattern").GetString());
    }

    [Fact]
    public async Task Alarms_ThatNoServiceClaims_AreNamed()
    {
        using var sandbox = new Sandbox();
        var history = sandbox.File("history.ndjson", Sandbox.AlarmOf("checkout-a", "2026-09-14T11:18:44.401+0000") + "\n" + Sandbox.AlarmOf("db_mem", "2026-09-14T11:18:45.401+0000") + "\n");
        var listing = sandbox.File("alarms.json", """{"MetricAlarms":[{"AlarmName":"db_cpu","AlarmArn":"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:db_cpu"}],"CompositeAlarms":[]}""");

        var past = await sandbox.Run("check", "config", "--alarms", history);
        var present = await sandbox.Run("check", "config", "--alarms", listing);

        Assert.Equal((0, 0), (past.ExitCode, present.ExitCode));
        Assert.Contains($"{history}: warning: no service claims the alarm \"db_mem\"", past.Output, StringComparison.Ordinal);
        Assert.EndsWith($"{history}: 2 alarms, 1 of them claimed by no service\ngood, with warnings", past.Output, StringComparison.Ordinal);
        Assert.Contains("no service claims the alarm \"db_cpu\"", present.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_TellsProblemsAndWhenOnlyTheCatchAllIsPaged()
    {
        using var sandbox = new Sandbox();
        sandbox.File("oncall.yaml", """
            people:
              ada: { name: Ada, slack: U0ADA00001 }
              grace: { name: Grace, slack: U0GRACE001 }
            schedules:
              days: { time_zone: Etc/UTC, rotation: weekly, participants: [ada, grace], gaps: intended, restrictions: [{ type: daily, start: 08:00, end: 20:00 }] }
            escalation_policies:
              p: { steps: [{ targets: [schedule: days] }] }
            services:
              a: { policy: p, alarms: ["a-*"] }
              b: { alarms: ["*-b"] }
            catch_all: { targets: [person: ada] }
            channels: { slack_only: trial }
            """);

        var check = await sandbox.Run("check", sandbox.Data, "--json");
        using var answer = JsonDocument.Parse(check.Output);

        Assert.Equal(0, check.ExitCode);
        Assert.Equal("good", answer.RootElement.GetProperty("verdict").GetString());
        Assert.Equal("note", Assert.Single(answer.RootElement.GetProperty("problems").EnumerateArray()).GetProperty("level").GetString());
        var service = answer.RootElement.GetProperty("services")[0];
        Assert.Equal(("a", 90 * 12 * 60), (service.GetProperty("service").GetString(), service.GetProperty("onlyCatchAll").GetProperty("minutes").GetInt32()));
        Assert.InRange(service.GetProperty("onlyCatchAll").GetProperty("intervals").GetArrayLength(), 90, 91);
        Assert.Equal(0, service.GetProperty("nobody").GetProperty("minutes").GetInt32());
    }
}
