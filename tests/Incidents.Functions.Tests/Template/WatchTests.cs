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

    /// <summary>FILL turns silence into failures, but only beside a measured value: fewer periods than are looked at have to fail, and a stack before its first tick has none.</summary>
    [Fact]
    public void V24_DeadTick_IsNoticedByItsSilence_ButNotBeforeTheFirst()
    {
        var dead = Alarms["TickDeadAlarm"];

        Assert.Equal("FILL(errors, 1)", dead["Metrics"].Items.Single(m => m["Id"].Text == "all")["Expression"].Text);
        Assert.Equal("ignore", dead["TreatMissingData"].Text);
        Assert.Equal((6, 5), (dead["EvaluationPeriods"].Number, dead["DatapointsToAlarm"].Number));
    }

    /// <summary>Lambda counts every invocation in Errors, as 0 or 1: the least of them is 1 only when all failed.</summary>
    [Fact]
    public void ATick_IsDeadWhenEveryOneFails()
    {
        var dead = Alarms["TickDeadAlarm"];
        var errors = dead["Metrics"].Items.Single(m => m["Id"].Text == "errors")["MetricStat"];

        Assert.Equal(("Errors", "Minimum", 60), (errors.At("Metric", "MetricName").Text, errors["Stat"].Text, errors["Period"].Number));
        Assert.Equal(("GreaterThanOrEqualToThreshold", 1), (dead["ComparisonOperator"].Text, dead["Threshold"].Number));
    }

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

    /// <summary>Two stacks of one account would wake each other by a metric that both write.</summary>
    [Fact]
    public void V24_MetricsOfOurOwn_AreThoseOfThisStack()
    {
        var ours = StackTemplate.Resources.Values.SelectMany(resource => resource.All).Where(part => part["Namespace"].Text == EmbeddedMetrics.Namespace).ToList();

        Assert.Equal(["AlarmToPageSeconds", "DailyCheckPagedSeconds", "PagesFailed", "UnacknowledgedPastLastStep"], ours.Select(metric => metric["MetricName"].Text).Order());
        Assert.All(ours, metric =>
        {
            var dimension = Assert.Single(metric["Dimensions"].Items);
            Assert.Equal((EmbeddedMetrics.Dimension, "!Ref AWS::StackName"), (dimension["Name"].Text, dimension["Value"].Text));
        });
        var dashboard = StackTemplate.Resource("Dashboard").At("Properties", "DashboardBody").Text;
        Assert.Equal(OurMetric().Count(dashboard), OurMetricOfThisStack().Count(dashboard));
    }

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

    [GeneratedRegex("\\[\"Incidents\",")]
    private static partial Regex OurMetric();

    [GeneratedRegex("\\[\"Incidents\",\"\\w+\",\"Stack\",\"\\$\\{AWS::StackName\\}\",")]
    private static partial Regex OurMetricOfThisStack();

    [GeneratedRegex(@"Runbook: (\S+)$")]
    private static partial Regex RunbookName();

    [GeneratedRegex(@"\$\{(\w+)(?:\.\w+)?\}")]
    private static partial Regex References();
}
