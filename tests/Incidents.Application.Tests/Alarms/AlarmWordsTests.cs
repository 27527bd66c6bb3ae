using Incidents.Application.Alarms;
using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.Application.Tests.Alarms;

public sealed class AlarmWordsTests
{
    [Theory]
    [InlineData("metric-alarm", "CPUUtilization 93.4% > 80%")]
    [InlineData("metric-ok", "checkout-api-cpu-high is OK")]
    [InlineData("metric-math-alarm", "5xx percent 7.25 > 5")]
    [InlineData("extended-statistic-p99-alarm", "TargetResponseTime 0.338 > 0.28")]
    [InlineData("metrics-insights-contributor-alarm", "worker-queue-lag-by-team (Team=a) 20 > 10")]
    [InlineData("missing-data-breaching-alarm", "Heartbeat: no data")]
    [InlineData("composite-alarm", "checkout-service-degraded (checkout-api-cpu-high)")]
    [InlineData("china-region-alarm", "FreeableMemory 15,078,544,179 > 5")]
    [InlineData("metric-insufficient-data-legacy", "notificationCountAlarm has too little data")]
    public void Short_OfEveryKind_FitsALockScreen(string file, string words) => Assert.Equal(words, AlarmWords.Short(Read(file)));

    [Theory]
    [InlineData("metric-alarm", "CPUUtilization (AWS/ECS, Average over 1 min; ServiceName=checkout-api, ClusterName=prod) is 93.4%, above the threshold of 80%.")]
    [InlineData("extended-statistic-p99-alarm", "TargetResponseTime (AWS/ApplicationELB, p99 over 1 min; LoadBalancer=app/checkout/50dc6c495c0c9188) is 0.338, above the threshold of 0.28.")]
    [InlineData("missing-data-breaching-alarm", "No data arrived for Heartbeat (Payments, Sum over 10 s; Worker=payments-worker), and missing data counts as a breach.")]
    [InlineData("composite-alarm", "checkout-api-cpu-high went to ALARM, which put the composite alarm into ALARM.")]
    [InlineData("composite-ok", "checkout-api-cpu-high went to OK, which put the composite alarm into OK.")]
    public void Why_OfEveryKind_IsASentence(string file, string words) => Assert.Equal(words, AlarmWords.Why(Read(file)));

    [Fact]
    public void Why_OfOneSeriesOfSeveral_NamesIt() =>
        Assert.EndsWith("This is the series Team=a; the alarm watches several.", AlarmWords.Why(Read("metrics-insights-contributor-alarm")), StringComparison.Ordinal);

    [Fact]
    public void Why_WhenSetByHand_QuotesTheReason() => Assert.EndsWith(
        "CloudWatch says: testing the page",
        AlarmWords.Why(Metric(value: null) with { Reason = "testing the page" }),
        StringComparison.Ordinal);

    [Fact]
    public void Why_OfAShapeNobodyKnows_QuotesTheReason() => Assert.Equal(
        "CloudWatch says: a log pattern matched", AlarmWords.Why(Metric(value: null) with { Metric = null, Reason = "a log pattern matched" }));

    [Fact]
    public void Why_OfACompositeThatNamesNoChild_GivesTheRule() => Assert.Equal(
        "The rule of the composite alarm put it into ALARM: ALARM(a) OR ALARM(b)",
        AlarmWords.Why(Metric(value: null) with { Metric = null, Composite = new CompositeRule { Expression = "ALARM(a) OR ALARM(b)" } }));

    [Fact]
    public void Caveat_OnlyForCompositesThatFire()
    {
        Assert.NotNull(AlarmWords.Caveat(Read("composite-alarm")));
        Assert.Null(AlarmWords.Caveat(Read("composite-ok")));
        Assert.Null(AlarmWords.Caveat(Read("metric-alarm")));
    }

    [Theory]
    [InlineData("GreaterThanThreshold", 81, "CPU 81% > 80%", "is 81%, above the threshold of 80%.")]
    [InlineData("GreaterThanOrEqualToThreshold", 80, "CPU 80% ≥ 80%", "is 80%, at or above the threshold of 80%.")]
    [InlineData("LessThanThreshold", 0.5, "CPU 0.5% < 80%", "is 0.5%, below the threshold of 80%.")]
    [InlineData("LessThanOrEqualToThreshold", 80, "CPU 80% ≤ 80%", "is 80%, at or below the threshold of 80%.")]
    [InlineData("SomethingNewThreshold", 80, "CPU 80%", "is 80%.")]
    public void EveryComparison_HasItsWords(string comparison, double value, string brief, string sentence)
    {
        var alarm = Metric(value) with { };
        alarm = alarm with { Metric = alarm.Metric! with { Comparison = comparison } };

        Assert.Equal(brief, AlarmWords.Short(alarm));
        Assert.EndsWith(sentence, AlarmWords.Why(alarm), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LessThanLowerThreshold", "below its expected band.")]
    [InlineData("GreaterThanUpperThreshold", "above its expected band.")]
    [InlineData("LessThanLowerOrGreaterThanUpperThreshold", "outside its expected band.")]
    public void AnomalyBands_HaveNoThreshold(string comparison, string sentence)
    {
        var alarm = Metric(12);
        alarm = alarm with { Metric = alarm.Metric! with { Comparison = comparison, Threshold = null } };

        Assert.Equal("CPU 12% outside its band", AlarmWords.Short(alarm));
        Assert.EndsWith(sentence, AlarmWords.Why(alarm), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80.0004, "CPU 80.0004% > 80%")]
    [InlineData(80.4, "CPU 80.4% > 80%")]
    [InlineData(1_234_567.8, "CPU 1,234,568% > 80%")]
    [InlineData(0.000123, "CPU 0.000123% > 80%")]
    public void Numbers_AreShortButNeverLookEqualWhenTheyAreNot(double value, string words) => Assert.Equal(words, AlarmWords.Short(Metric(value)));

    [Theory]
    [InlineData("Seconds", "CPU 81 s > 80 s")]
    [InlineData("Count", "CPU 81 > 80")]
    [InlineData("Bytes", "CPU 81 Bytes > 80 Bytes")]
    [InlineData(null, "CPU 81 > 80")]
    public void Units_AreShownAsPeopleWriteThem(string? unit, string words)
    {
        var alarm = Metric(81);

        Assert.Equal(words, AlarmWords.Short(alarm with { Metric = alarm.Metric! with { Unit = unit } }));
    }

    [Fact]
    public void Short_OfALongExpression_NamesTheAlarmInstead()
    {
        var alarm = Metric(81);

        Assert.Equal(
            "checkout-api-cpu-high 81% > 80%",
            AlarmWords.Short(alarm with { Metric = alarm.Metric! with { Name = "100 * (m1 + m2 + m3) / (m4 + m5 + m6 + m7 + m8 + m9 + m10 + m11)" } }));
    }

    private static Alarm Metric(double? value) => Read("metric-alarm") with
    {
        Metric = new AlarmMetric { Name = "CPU", Unit = "Percent", Threshold = 80, Value = value, Comparison = "GreaterThanThreshold" },
    };

    private static Alarm Read(string file) => Assert.IsType<ParsedMessage.Alarm>(AlarmParser.Parse(
        new AlarmMessage(Payload.Text($"cloudwatch/{file}.json"), null, null, null, Instant.FromUtc(2026, 9, 14, 11, 20)))).Value;
}
