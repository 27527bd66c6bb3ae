using Incidents.Domain.Alarms;
using NodaTime;
using static Incidents.Application.Tests.Alarms.Delivered;

namespace Incidents.Application.Tests.Alarms;

public sealed class CloudWatchPayloadTests
{
    private const string Arns = "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:";

    [Fact]
    public void MetricAlarm_TellsWhatBrokeAndByHowMuch()
    {
        var alarm = Alarm(Payload.Text("cloudwatch/metric-alarm.json"));

        Assert.Equal(Arns + "checkout-api-cpu-high", alarm.Key.Value);
        Assert.Equal(new AlarmOrigin("aws", "eu-west-1", "123456789012"), alarm.Origin);
        Assert.Equal((AlarmState.Ok, AlarmState.Alarm), (alarm.PreviousState, alarm.State));
        Assert.Equal(Instant.FromUtc(2026, 9, 14, 11, 18, 44) + Duration.FromMilliseconds(401), alarm.ChangedAt);
        Assert.False(alarm.ChangedAtIsAssumed);
        Assert.Contains("Runbook: https://runbooks.example.com/checkout/cpu", alarm.Description, StringComparison.Ordinal);
        Assert.Empty(alarm.Remarks);
        var metric = Assert.IsType<AlarmMetric>(alarm.Metric);
        Assert.Equal(("AWS/ECS", "CPUUtilization", "Average", "Percent"), (metric.Namespace, metric.Name, metric.Statistic, metric.Unit));
        Assert.Equal([new("ServiceName", "checkout-api"), new("ClusterName", "prod")], metric.Dimensions);
        Assert.Equal((93.41666666666667, 80.0, 60), (metric.Value, metric.Threshold, metric.PeriodSeconds));
        Assert.Equal(("GreaterThanThreshold", "missing"), (metric.Comparison, metric.MissingData));
    }

    [Fact]
    public void MetricOk_IsNewsAboutTheSameAlarm()
    {
        var alarm = Alarm(Payload.Text("cloudwatch/metric-alarm.json"));
        var ok = Alarm(Payload.Text("cloudwatch/metric-ok.json"));

        Assert.Equal(alarm.Member, ok.Member);
        Assert.Equal(AlarmState.Ok, ok.State);
        Assert.True(ok.Change.Supersedes(alarm.Change));
        Assert.Equal(41.0, ok.Metric!.Value);
    }

    [Fact]
    public void InsufficientDataOf2019_HasTheKeyItsArnWouldHave()
    {
        var alarm = Alarm(Payload.Text("cloudwatch/metric-insufficient-data-legacy.json"));

        Assert.Equal(AlarmState.InsufficientData, alarm.State);
        Assert.Equal(Arns + "notificationCountAlarm", alarm.Key.Value);
        Assert.Null(alarm.Metric!.MissingData);
    }

    [Fact]
    public void MetricMath_IsNamedByItsLabel()
    {
        var metric = Alarm(Payload.Text("cloudwatch/metric-math-alarm.json")).Metric!;

        Assert.Equal((null, "5xx percent", 7.25, 5.0), (metric.Namespace, metric.Name, metric.Value, metric.Threshold));
        Assert.Equal([new("LoadBalancer", "app/checkout/50dc6c495c0c9188")], metric.Dimensions);
        Assert.Equal(60, metric.PeriodSeconds);
    }

    [Fact]
    public void AnomalyBand_HasAMetricAndNoThreshold()
    {
        var alarm = Alarm(Payload.Text("cloudwatch/anomaly-detection-ok.json"));

        Assert.Equal((AlarmState.Ok, ""), (alarm.State, alarm.Description));
        Assert.Equal(("pod_cpu_utilization", "ContainerInsights"), (alarm.Metric!.Name, alarm.Metric.Namespace));
        Assert.Null(alarm.Metric.Threshold);
        Assert.Equal(0.46522264287069004, alarm.Metric.Value);
        Assert.Equal("missing", alarm.Metric.MissingData);
    }

    [Fact]
    public void ExtendedStatistic_IsKeptAsWritten()
    {
        var metric = Alarm(Payload.Text("cloudwatch/extended-statistic-p99-alarm.json")).Metric!;

        Assert.Equal(("p99", 0.337675), (metric.Statistic, metric.Value));
    }

    [Fact]
    public void MissingDataBreaching_HasNoValue()
    {
        var metric = Alarm(Payload.Text("cloudwatch/missing-data-breaching-alarm.json")).Metric!;

        Assert.Null(metric.Value);
        Assert.Equal(("breaching", 10), (metric.MissingData, metric.PeriodSeconds));
    }

    [Fact]
    public void Composite_KnowsItsChildrenAndTheOneThatChangedLast()
    {
        var alarm = Alarm(Payload.Text("cloudwatch/composite-alarm.json"));

        Assert.Null(alarm.Metric);
        var composite = Assert.IsType<CompositeRule>(alarm.Composite);
        Assert.StartsWith("(ALARM(\"checkout-api-cpu-high\")", composite.Expression, StringComparison.Ordinal);
        Assert.Equal([new(Arns + "checkout-api-cpu-high"), new(Arns + "checkout-api-error-rate")], composite.Children);
        var changedAt = Instant.FromUtc(2026, 9, 14, 11, 18, 44) + Duration.FromMilliseconds(401);
        Assert.Equal([new(new(Arns + "checkout-api-cpu-high"), AlarmState.Alarm, changedAt)], composite.Triggering);
    }

    [Fact]
    public void CompositeOk_NamesTheChildThatRecovered()
    {
        var ok = Alarm(Payload.Text("cloudwatch/composite-ok.json"));

        Assert.Equal(Alarm(Payload.Text("cloudwatch/composite-alarm.json")).Member, ok.Member);
        Assert.Equal(AlarmState.Ok, Assert.Single(ok.Composite!.Triggering).State);
    }

    [Fact]
    public void Contributor_IsAMemberOfItsAlarm()
    {
        var alarm = Alarm(Payload.Text("cloudwatch/metrics-insights-contributor-alarm.json"));

        Assert.Equal(new AlarmMember(new(Arns + "worker-queue-lag-by-team"), "a29eb44b20c4362e"), alarm.Member);
        Assert.Equal("a", alarm.Contributor!.Attributes["Team"]);
        Assert.Equal(20.0, alarm.Metric!.Value);
        Assert.StartsWith("SELECT MAX(QueueLag)", alarm.Metric.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void ChinaRegion_KeepsItsPartitionAndReadsLargeNumbers()
    {
        var alarm = Alarm(Payload.Text("cloudwatch/china-region-alarm.json"));

        Assert.Equal(new AlarmOrigin("aws-cn", "cn-north-1", "123456789012"), alarm.Origin);
        Assert.Equal("arn:aws-cn:cloudwatch:cn-north-1:123456789012:alarm:db_mem", alarm.Key.Value);
        Assert.Equal(1.50785441792E10, alarm.Metric!.Value);
        Assert.Equal("db数据库可用内存不足5g", alarm.Description);
    }
}
