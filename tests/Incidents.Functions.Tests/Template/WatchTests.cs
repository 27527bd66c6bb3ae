using System.Text.Json;
using System.Text.RegularExpressions;
using Incidents.Application.Runbooks;

namespace Incidents.Functions.Tests.Template;

/// <summary>The stack is watched by CloudWatch, which tells a topic that no code of ours stands in front of.</summary>
public partial class WatchTests
{
    private static readonly string Runbooks = Path.Combine(AppContext.BaseDirectory, "package", "runbooks");

    private static readonly Dictionary<string, Part> Alarms = StackTemplate.OfType("AWS::CloudWatch::Alarm").ToDictionary(a => a.Key, a => a.Value["Properties"]);

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
    public void ADeadTick_IsNoticedByItsSilence() => Assert.Equal(("breaching", "LessThanThreshold"), (Alarms["TickDeadAlarm"]["TreatMissingData"].Text, Alarms["TickDeadAlarm"]["ComparisonOperator"].Text));

    [Fact]
    public void QuietNights_RaiseNothingElse() => Assert.All(
        Alarms.Where(alarm => alarm.Key != "TickDeadAlarm"),
        alarm => Assert.Equal("notBreaching", alarm.Value["TreatMissingData"].Text));

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
        Assert.Superset(new HashSet<string?> { "Alarms in", "Pages out", "Time to page, in seconds", "Time to acknowledge, in seconds", "Failures of functions" }, titles.ToHashSet());
        var references = References().Matches(written).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.Superset(Alarms.Keys.ToHashSet(), references);
        Assert.Superset(references, StackTemplate.Resources.Keys.ToHashSet());
    }

    [GeneratedRegex(@"Runbook: (\S+)$")]
    private static partial Regex RunbookName();

    [GeneratedRegex(@"\$\{(\w+)(?:\.\w+)?\}")]
    private static partial Regex References();
}
