using System.Text.Json;
using Incidents.Cli.Cost;

namespace Incidents.Cli.Tests.Cost;

public class CostTests
{
    private static readonly TemplateCount Bare = new(0, 0, 0, 0, 0);

    [Fact]
    public void FreeTier_IsUsedUpByTheIdleStackFirst()
    {
        var line = new CostLine("x", new Price("units", 2, 10, 100, "", null), Idle: 90, Busy: 20);

        Assert.Equal((18, 4, 0, 2), (line.ListIdle, line.ListBusy, line.FreeIdle, line.FreeBusy));
    }

    [Fact]
    public void EveryPrice_HasASource_AndEverySeatADate()
    {
        var prices = PriceList.Read();

        Assert.All(prices.Prices.Values, price => Assert.StartsWith("https://", price.Source, StringComparison.Ordinal));
        Assert.All(prices.Seats, seat => Assert.Matches(@"^\d{4}-\d\d-\d\d$", seat.Date));
        Assert.All(Usage.Idle(Bare).Keys.Concat(Usage.Alarms(1).Keys), item => Assert.Contains(item, prices.Prices.Keys));
    }

    [Fact]
    public void AlarmsMetricsAndDashboards_AreCountedAtWhatTheyCost()
    {
        var prices = PriceList.Read();
        var watched = CostReport.Of(prices, new TemplateCount(AlarmMetrics: 15, CompositeAlarms: 1, CustomMetrics: 12, Dashboards: 1, PolledQueues: 0), 0);
        var bare = CostReport.Of(prices, Bare, 0);

        Assert.Equal(1.50m + 0.50m + 3.60m + 3.00m, watched.ListIdle - bare.ListIdle);
        Assert.Equal(0.50m + 0.50m + 0.60m, watched.FreeIdle - bare.FreeIdle);
        Assert.True(bare.IsWithinGoal);
        Assert.False(watched.IsWithinGoal);
    }

    [Fact]
    public void Template_IsCountedByMetric_NotByAlarm()
    {
        using var template = new StringReader("""
            Resources:
              One: { Type: 'AWS::CloudWatch::Alarm', Properties: { Namespace: Incidents, MetricName: PagesFailed } }
              Two:
                Type: AWS::CloudWatch::Alarm
                Properties:
                  Metrics:
                    - { Id: sum, Expression: a + b }
                    - { Id: a, MetricStat: { Metric: { Namespace: AWS/Lambda, MetricName: Errors, Dimensions: [{ Name: F, Value: !Ref Tick }] } } }
                    - { Id: b, MetricStat: { Metric: { Namespace: AWS/Lambda, MetricName: Errors } } }
              All: { Type: 'AWS::CloudWatch::CompositeAlarm' }
              Board: { Type: 'AWS::CloudWatch::Dashboard', Properties: { DashboardBody: !Sub '{"metrics":[["Incidents","PagesSent"],[ "Incidents", "PagesFailed" ]]}' } }
              Retry: { Type: 'AWS::Serverless::Function', Properties: { Events: { Parked: { Type: SQS } } } }
            """);

        Assert.Equal(new TemplateCount(AlarmMetrics: 3, CompositeAlarms: 1, CustomMetrics: 2, Dashboards: 1, PolledQueues: 1), TemplateCount.Of(template));
    }

    [Fact]
    public async Task Command_TellsIdleAndAlarms_InWordsAndInJson()
    {
        using var sandbox = new Sandbox();

        var words = await sandbox.Run("cost", "--alarms-per-month", "5000");
        var json = await sandbox.Run("cost", "--json");
        var broken = await sandbox.Run("cost", "--template", sandbox.File("broken.yaml", "a: [\n"));

        Assert.Equal((0, 0, 1), (words.ExitCode, json.ExitCode, broken.ExitCode));
        Assert.Contains("5000 alarms", words.Output, StringComparison.Ordinal);
        using var answer = JsonDocument.Parse(json.Output);
        Assert.True(answer.RootElement.GetProperty("idleAtList").GetDecimal() > 0);
        Assert.Contains("broken.yaml:", broken.Errors, StringComparison.Ordinal);
    }
}
