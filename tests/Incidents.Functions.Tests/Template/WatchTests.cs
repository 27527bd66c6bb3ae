using System.Text.Json;
using System.Text.RegularExpressions;
using Incidents.Adapters.Metrics;
using Incidents.Application.Measuring;
using Incidents.Application.Runbooks;

namespace Incidents.Functions.Tests.Template;

/// <summary>The stack is watched by CloudWatch, which tells a topic that no code of ours stands in front of.</summary>
public partial class WatchTests
{
    private static readonly string Runbooks = Path.Combine(AppContext.BaseDirectory, "package", "runbooks");

    private const string Check = "SyntheticAlarm";

    private static readonly string[] Silences = ["SyntheticMissedAlarm", "TickDeadAlarm"];

    private static readonly Dictionary<string, Part> Alarms = StackTemplate.OfType("AWS::CloudWatch::Alarm").Where(a => a.Key != Check).ToDictionary(a => a.Key, a => a.Value["Properties"]);

    private static readonly Part Composite = StackTemplate.OfType("AWS::CloudWatch::CompositeAlarm").Single().Value["Properties"];

    [Fact]
    public void Alarms_TellTheFallbackTopic_AlsoWhenTheyEnd() => Assert.All(Alarms.Values, alarm =>
    {
        Assert.Equal(["!Ref FallbackTopic"], alarm["AlarmActions"].Items.Select(a => a.Text));
        Assert.Equal(["!Ref FallbackTopic"], alarm["OKActions"].Items.Select(a => a.Text));
    });

    [Fact]
    public void FallbackTopic_LetsCloudWatchOfThisAccountPublish()
    {
        var allowed = StackTemplate.Resource("FallbackTopicPolicy").At("Properties", "PolicyDocument", "Statement").Items
            .Single(s => s.At("Principal", "Service").Text == "cloudwatch.amazonaws.com");

        Assert.Equal(("sns:Publish", "!Ref FallbackTopic"), (allowed["Action"].Text, allowed["Resource"].Text));
        Assert.Equal("!Ref AWS::AccountId", allowed.At("Condition", "StringEquals", "aws:SourceAccount").Text);
        Assert.False(StackTemplate.Resource("FallbackTopic").At("Properties", "KmsMasterKeyId").Exists);
    }

    [Fact]
    public void Alarms_AndRunbooksOfThePager_MatchOneToOne()
    {
        var named = Alarms.Values.Append(Composite).Select(alarm => RunbookName().Match(alarm["AlarmDescription"].Text).Groups[1].Value);

        Assert.Equal(Directory.GetFiles(Runbooks, "pager-*.md").Select(Path.GetFileName).Order(), named.Order());
    }

    [Fact]
    public void ARunbook_FitsTheNameOfItsAlarm()
    {
        var library = RunbookFolder.Read(Runbooks).Library;

        Assert.All(Alarms.Values.Append(Composite), alarm =>
        {
            var id = RunbookName().Match(alarm["AlarmDescription"].Text).Groups[1].Value[..^".md".Length];
            var name = alarm["AlarmName"].Text.Replace("!Sub ${AWS::StackName}", "", StringComparison.Ordinal);
            Assert.Contains($"alarms: [\"*{name}\"]", File.ReadAllText(Path.Combine(Runbooks, $"{id}.md")), StringComparison.Ordinal);
            Assert.NotNull(library.Find(id));
        });
    }

    [Fact]
    public void ADeadTick_IsNoticedByItsSilence() => Assert.Equal("breaching", Alarms["TickDeadAlarm"]["TreatMissingData"].Text);

    /// <summary>Lambda counts every invocation in Errors, as 0 or 1: the least of them is 1 only when all failed.</summary>
    [Fact]
    public void ATick_IsDeadWhenEveryOneFails() => Assert.Equal(
        ("Errors", "Minimum", "GreaterThanOrEqualToThreshold", 1),
        (Alarms["TickDeadAlarm"]["MetricName"].Text, Alarms["TickDeadAlarm"]["Statistic"].Text, Alarms["TickDeadAlarm"]["ComparisonOperator"].Text, Alarms["TickDeadAlarm"]["Threshold"].Number));

    [Fact]
    public void QuietNights_RaiseNothingElse() => Assert.All(
        Alarms.Where(alarm => !Silences.Contains(alarm.Key)),
        alarm => Assert.Equal("notBreaching", alarm.Value["TreatMissingData"].Text));

    [Fact]
    public void TheDailyCheck_GoesTheWayOfEveryAlarm_AndIsKnownToTheFunctions()
    {
        var check = StackTemplate.Resource(Check)["Properties"];
        var name = check["AlarmName"].Text["!Sub ".Length..];

        Assert.Equal(["!Ref AlarmTopic", "!Ref AlarmTopic"], check["AlarmActions"].Items.Concat(check["OKActions"].Items).Select(a => a.Text));
        Assert.EndsWith($":alarm:{name}", StackTemplate.Root.At("Globals", "Function", "Environment", "Variables", "INCIDENTS_SYNTHETIC_ALARM_ARN").Text, StringComparison.Ordinal);
        Assert.Contains("HOUR(ticks) == ${DailyCheckHour}", check["Metrics"].All.Select(m => m["Expression"].Text).Single(e => e.Length > 0), StringComparison.Ordinal);
    }

    [Fact]
    public void AMissedCheck_IsNoticedByItsSilence_WithinWhatCloudWatchLooksBack()
    {
        var missed = Alarms["SyntheticMissedAlarm"];
        var checks = missed["Metrics"].Items.Single(m => m["Id"].Text == "checks")["MetricStat"];
        var (period, periods) = (checks["Period"].Number, missed["EvaluationPeriods"].Number);

        Assert.Equal("breaching", missed["TreatMissingData"].Text);
        Assert.Equal((EmbeddedMetrics.Namespace, MetricNames.DailyCheckPagedSeconds), (checks.At("Metric", "Namespace").Text, checks.At("Metric", "MetricName").Text));
        Assert.All(missed["Metrics"].Items.Where(m => m["MetricStat"].Exists), m => Assert.Equal(period, m.At("MetricStat", "Period").Number));
        Assert.InRange(period, 3600, 86_400);
        Assert.InRange(period * periods, 86_400 + 1, 604_800);
    }

    /// <summary>A period below an hour reaches back a day, any other seven: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html</summary>
    [Fact]
    public void Alarms_LookBackNoFurtherThanCloudWatchLetsThem() => Assert.All(
        StackTemplate.OfType("AWS::CloudWatch::Alarm").Select(a => a.Value["Properties"]),
        alarm => Assert.All(
            alarm.All.Where(part => part["Period"].Exists).Select(part => part["Period"].Number),
            period => Assert.InRange(period * alarm["EvaluationPeriods"].Number, 1, period < 3600 ? 86_400 : 604_800)));

    [Fact]
    public void Composite_IsOverAllOfThem_AndBecomesAnIncident()
    {
        Assert.Equal(Alarms.Keys.Order(), References().Matches(Composite["AlarmRule"].Text).Select(m => m.Groups[1].Value).Order());
        Assert.Equal(["!Ref AlarmTopic"], Composite["AlarmActions"].Items.Select(a => a.Text));
        Assert.Equal(["!Ref AlarmTopic"], Composite["OKActions"].Items.Select(a => a.Text));
    }

    [Fact]
    public void MetricsOfOurOwn_HaveNoDimensions_AsTheyAreWritten() => Assert.Equal(
        ["AlarmToPageSeconds", "PagesFailed", "UnacknowledgedPastLastStep"],
        Alarms.Values.Where(alarm => alarm["Namespace"].Text == "Incidents" && !alarm["Dimensions"].Exists).Select(alarm => alarm["MetricName"].Text).Order());

    [Fact]
    public void Dashboard_IsJson_ShowsEveryAlarm_AndNamesWhatThereIs()
    {
        var written = StackTemplate.Resource("Dashboard").At("Properties", "DashboardBody").Text["!Sub ".Length..];
        using var body = JsonDocument.Parse(written);

        var titles = body.RootElement.GetProperty("widgets").EnumerateArray().Select(w => w.GetProperty("properties").GetProperty("title").GetString());
        Assert.Superset(new HashSet<string?> { "Alarms in", "Pages out", "Time to page, in seconds", "Time to acknowledge, in seconds", "Failures of functions", "Cost of table and functions, in US dollars a day at list price" }, titles.ToHashSet());
        var references = References().Matches(written).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.Superset(Alarms.Keys.ToHashSet(), references);
        Assert.Superset(references, StackTemplate.Resources.Keys.ToHashSet());
    }

    [GeneratedRegex(@"Runbook: (\S+)$")]
    private static partial Regex RunbookName();

    [GeneratedRegex(@"\$\{(\w+)(?:\.\w+)?\}")]
    private static partial Regex References();
}
