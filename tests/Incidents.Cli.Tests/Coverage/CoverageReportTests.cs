using System.Text;
using System.Text.Json.Nodes;
using Incidents.Application.Runbooks;
using Incidents.Cli.Coverage;
using Incidents.Configuration.Loading;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Services;
using Incidents.Tests;
using NodaTime;

namespace Incidents.Cli.Tests.Coverage;

public class CoverageReportTests
{
    [Theory]
    [InlineData(true, true, true, "Wired")]
    [InlineData(true, true, false, "NoRecovery")]
    [InlineData(false, true, true, "ActionsOff")]
    [InlineData(true, false, true, "NotWired")]
    public void Wiring_IsTheTopicAmongTheActions_AndActionsOn(bool enabled, bool alarm, bool ok, string expected)
    {
        var report = Report(Described.Alarm("checkout-5xx", enabled, alarm ? null : [], ok ? null : []));

        Assert.Equal(expected, Assert.Single(report.Alarms).Wiring.ToString());
    }

    [Fact]
    public void Alarm_IsMatchedAsItWouldBeWhenItFires()
    {
        var report = Report(Described.Alarm("checkout-service-degraded"), Described.Alarm("legacy-batch"));

        Assert.Equal((new ServiceId("checkout"), true, "Sev1"), (report.Alarms[0].Service, report.Alarms[0].Claimed, report.Alarms[0].Severity.ToString()));
        Assert.Equal((CatchAll.Id, false), (report.Alarms[1].Service, report.Alarms[1].Claimed));
    }

    [Theory]
    [InlineData("ALARM(\"checkout-5xx\") AND ALARM(\"checkout-slow\")", "ByComposite")]
    [InlineData("ALARM(\"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:checkout-5xx\")", "ByComposite")]
    [InlineData("NOT ALARM(\"checkout-5xx\") AND ALARM(\"checkout-slow\")", "NotWired")]
    public void ChildOfAWiredComposite_NeedsNoActionsOfItsOwn(string rule, string expected)
    {
        var report = Report(Described.Alarm("checkout-5xx", actions: []), Described.Alarm("checkout-degraded", rule: rule));

        Assert.Equal(expected, report.Alarms[0].Wiring.ToString());
    }

    [Fact]
    public void TargetTracking_IsLeftAlone() =>
        Assert.Equal(Wiring.LeftAlone, Assert.Single(Report(Described.Alarm("TargetTracking-service/web-AlarmHigh-1", actions: [])).Alarms).Wiring);

    [Fact]
    public void AnotherTopic_DoesNotCount_WhenOneIsNamed()
    {
        var report = Report([Described.Alarm("checkout-5xx")], "arn:aws:sns:eu-west-1:123456789012:other");

        Assert.Equal(Wiring.NotWired, Assert.Single(report.Alarms).Wiring);
    }

    [Fact]
    public void LinesToAdd_KeepPresentActions_EscapeThem_AndNeverPutTheAlarm()
    {
        var report = Report(Described.Alarm("evil\nActionsEnabled: false", actions: ["arn:aws:sns:eu-west-1:123456789012:old", "${file(\"/etc/passwd\")}"], ok: []));
        report = report with { Topic = new AlarmTopic([Described.Topic]) };

        var text = string.Join('\n', CoverageText.Lines(report));

        Assert.Contains($"AlarmActions: [\"arn:aws:sns:eu-west-1:123456789012:old\", \"${{file(\\\"/etc/passwd\\\")}}\", \"{Described.Topic}\"]", text, StringComparison.Ordinal);
        Assert.Contains($"alarm_actions   = [\"arn:aws:sns:eu-west-1:123456789012:old\", \"$${{file(\\\"/etc/passwd\\\")}}\", \"{Described.Topic}\"]", text, StringComparison.Ordinal);
        Assert.Contains($"OKActions: [\"{Described.Topic}\"]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\nActionsEnabled: false", text, StringComparison.Ordinal);
        Assert.DoesNotContain("put-metric-alarm", text, StringComparison.OrdinalIgnoreCase);
    }

    private static CoverageReport Report(params JsonObject[] alarms) => Report(alarms, topic: null);

    private static CoverageReport Report(JsonObject[] alarms, string? topic)
    {
        var configuration = Assert.IsType<ConfigurationResult.Valid>(new ConfigurationDirectory(Path.Combine(Repository.Root, "config")).Load(Instant.FromUtc(2026, 9, 14, 0, 0))).Configuration;
        var listing = AlarmListing.Read("alarms.json", Encoding.UTF8.GetBytes(Described.Page(alarms)));
        return CoverageReport.Of(listing, new AlarmTopic(topic is null ? [] : [topic]), configuration, RunbookLibrary.Empty);
    }
}
