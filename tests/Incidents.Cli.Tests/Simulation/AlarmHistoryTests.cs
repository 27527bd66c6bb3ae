using Incidents.Cli.Simulation;
using NodaTime;
using static Incidents.Cli.Tests.Simulation.Histories;

namespace Incidents.Cli.Tests.Simulation;

public class AlarmHistoryTests
{
    [Fact]
    public void Lines_AreReplayedInTheOrderInWhichTheyHappened()
    {
        var history = AlarmHistory.Read([Change("b", "ALARM", Night + Duration.FromMinutes(1)), "", Change("a", "ALARM", Night)]);

        Assert.Equal([("a", Night), ("b", Night + Duration.FromMinutes(1))], history.Alarms.Select(a => (a.Fires!, a.At)));
    }

    [Theory]
    [InlineData("cloudwatch/composite-alarm.json")]
    [InlineData("eventbridge/alarm-state-change-metric.json")]
    public void EveryForm_HappensWhenTheAlarmChanged(string file)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "tests", "payloads", file)).ReplaceLineEndings(" ");

        var history = AlarmHistory.Read([text]);

        var alarm = Assert.Single(history.Alarms);
        Assert.NotNull(alarm.Fires);
        Assert.True(alarm.At < Instant.FromUtc(2030, 1, 1, 0, 0));
        Assert.Equal(alarm.At, alarm.Message.SentAt);
    }

    [Fact]
    public void TheExample_HoldsEnvelopesEventsAndBodies_AllOfThemUsable()
    {
        var history = AlarmHistory.Read(File.ReadLines(Path.Combine(Repository.Root, "examples", "alarms.ndjson")));

        Assert.Empty(history.Unusable);
        Assert.Contains(history.Alarms, alarm => alarm.Message.TopicArn is not null);
        Assert.Contains(history.Alarms, alarm => alarm.Message.Text.Contains("detail-type", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatSaysNotWhenItHappened_IsLeftOut_AndNamedByItsLine()
    {
        var history = AlarmHistory.Read([Change("a", "ALARM", Night), "not json"]);

        Assert.Single(history.Alarms);
        Assert.StartsWith("line 2: ", Assert.Single(history.Unusable), StringComparison.Ordinal);
    }
}
