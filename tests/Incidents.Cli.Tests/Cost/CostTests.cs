using System.Globalization;
using System.Text.Json;
using Incidents.Cli.Cost;

namespace Incidents.Cli.Tests.Cost;

public class CostTests
{
    private static readonly TemplateCount Bare = new(0, 0, 0, 0, TickMegabytes: 512);

    [Fact]
    public void FreeTier_IsUsedUpByTheIdleStackFirst()
    {
        var line = new CostLine("x", new Price("units", 2, 10, 100, "", ""), Idle: 90, Busy: 20);

        Assert.Equal((18, 4, 0, 2), (line.ListIdle, line.ListBusy, line.FreeIdle, line.FreeBusy));
    }

    [Fact]
    public void EveryPrice_HasASourceAndADate()
    {
        var prices = PriceList.Read();

        Assert.All(prices.Prices.Values, price => Assert.StartsWith("https://", price.Source, StringComparison.Ordinal));
        Assert.All(prices.Prices.Values, price => Assert.Matches(@"^\d{4}-\d\d-\d\d$", price.Date));
        Assert.All(prices.Seats, seat => Assert.StartsWith("https://", seat.Source, StringComparison.Ordinal));
        Assert.All(prices.Seats, seat => Assert.Matches(@"^\d{4}-\d\d-\d\d$", seat.Date));
        Assert.All(Usage.Idle(Bare).Keys.Concat(Usage.Alarms(1).Keys), item => Assert.Contains(item, prices.Prices.Keys));
    }

    [Fact]
    public void AlarmsAndDashboards_AreCountedAtWhatTheyCost()
    {
        var prices = PriceList.Read();
        var watched = CostReport.Of(prices, Bare with { AlarmMetrics = 15, CompositeAlarms = 1, Dashboards = 1 }, 0);
        var bare = CostReport.Of(prices, Bare, 0);

        Assert.Equal(1.50m + 0.50m + 3.00m, watched.ListIdle - bare.ListIdle);
        Assert.Equal(0.50m + 0.50m, watched.FreeIdle - bare.FreeIdle);
        Assert.True(bare.IsWithinGoal);
        Assert.False(watched.IsWithinGoal);
    }

    [Fact]
    public void CustomMetrics_ArePaidByTheHour_AndNeverForMoreThanTheMonth()
    {
        var full = Usage.Idle(Bare)["custom-metrics"] * 24 / 2;

        Assert.Equal(full, Usage.Idle(Bare)["custom-metrics"] + Usage.Alarms(1_000_000)["custom-metrics"]);
        Assert.Equal(full / 720, Usage.Alarms(1)["custom-metrics"]);
    }

    [Fact]
    public void EveryInvocation_ReadsWhichConfigurationIsInForce()
    {
        var one = Usage.Alarms(1);

        Assert.Equal(40 + one["lambda-requests"], one["dynamodb-reads"]);
        Assert.Equal(43_200 * (6 + 1) + 30 * one["dynamodb-reads"], Usage.Idle(Bare)["dynamodb-reads"]);
    }

    [Fact]
    public void TickMemory_IsThatOfTheTemplate() => Assert.Equal(
        1_080m,
        Usage.Idle(Bare)["lambda-gb-seconds"] - Usage.Idle(Bare with { TickMegabytes = 256 })["lambda-gb-seconds"]);

    [Fact]
    public void Stack_AsItIsDeployed_IsWithinTheGoal()
    {
        using var template = File.OpenText(Path.Combine(Repository.Root, "template.yaml"));
        var stack = TemplateCount.Of(template);
        var report = CostReport.Of(PriceList.Read(), stack, 0);

        Assert.Equal((0, 1, 1), (stack.Dashboards, stack.CompositeAlarms, stack.PolledQueues));
        Assert.InRange(stack.AlarmMetrics, 10, 100);
        Assert.InRange(report.FreeIdle, 0.01m, CostReport.MostIdleAfterFreeTier);
        Assert.InRange(report.ListIdle, 0.01m, CostReport.MostIdleAtList);
    }

    [Theory]
    [InlineData("dynamodb-writes", "dueWrites, 0) + FILL(openWrites, 0) + FILL(historyWrites, 0)) * {0} / 1000000")]
    [InlineData("dynamodb-reads", "dueReads, 0) + FILL(openReads, 0) + FILL(historyReads, 0)) * {0} / 1000000")]
    [InlineData("lambda-gb-seconds", "/ 1000 * {0}")]
    [InlineData("lambda-requests", "* {0} / 1000000\",\"label\":\"functions\"")]
    public void Dashboard_CountsByThePriceList(string item, string expression) => Assert.Contains(
        string.Format(CultureInfo.InvariantCulture, expression, PriceList.Read().Prices[item].Usd), File.ReadAllText(Path.Combine(Repository.Root, "template.yaml")), StringComparison.Ordinal);

    [Fact]
    public void Template_IsCountedByMetric_AsItIsDeployedWithoutParameters()
    {
        using var template = new StringReader("""
            Parameters: { WithBoard: { Default: 'false' }, Mail: { Default: '' } }
            Conditions:
              HasBoard: !Equals [!Ref WithBoard, 'true']
              HasMail: !Not [!Equals [!Ref Mail, '']]
              HasNoMail: !Equals [!Ref Mail, '']
            Resources:
              One: { Type: 'AWS::CloudWatch::Alarm', Condition: HasNoMail, Properties: { Namespace: Incidents, MetricName: PagesFailed } }
              Two:
                Type: AWS::CloudWatch::Alarm
                Properties:
                  Metrics:
                    - { Id: sum, Expression: a + b }
                    - { Id: a, MetricStat: { Metric: { Namespace: AWS/Lambda, MetricName: Errors, Dimensions: [{ Name: F, Value: !Ref Tick }] } } }
                    - { Id: b, MetricStat: { Metric: { Namespace: AWS/Lambda, MetricName: Errors } } }
              Three: { Type: 'AWS::CloudWatch::Alarm', Condition: HasMail, Properties: { MetricName: PagesSent } }
              All: { Type: 'AWS::CloudWatch::CompositeAlarm' }
              Board: { Type: 'AWS::CloudWatch::Dashboard', Condition: HasBoard }
              Tick: { Type: 'AWS::Serverless::Function', Properties: { MemorySize: 256 } }
              Retry:
                Type: AWS::Serverless::Function
                Properties:
                  Events: { Parked: { Type: SQS } }
                  EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: SQS } } }
            """);

        Assert.Equal(new TemplateCount(AlarmMetrics: 3, CompositeAlarms: 1, Dashboards: 0, PolledQueues: 1, TickMegabytes: 256), TemplateCount.Of(template));
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
