using Incidents.Application.Alarms;
using Incidents.Application.Intake.FailOpen;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Tests.Alarms;

/// <summary>Each message is read by the source that it names.</summary>
public sealed class AlarmSourcesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 12, 1, 3, 0);
    private static readonly AlarmMessage Beat = HeartbeatSource.Message("backup", AlarmState.Alarm, "no beat since 02:00", Now - Duration.FromMinutes(5), Now);

    [Fact]
    public void HeartbeatMessage_IsAnAlarmOutsideOfAws()
    {
        var alarm = Alarm(Beat);

        Assert.Equal("heartbeat", Beat.Source);
        Assert.Equal(("heartbeat backup", AlarmState.Alarm, Now - Duration.FromMinutes(5)), (alarm.Name, alarm.State, alarm.ChangedAt));
        Assert.Null(alarm.Origin);
        Assert.Null(CloudWatchConsole.AlarmPage(alarm));
    }

    [Fact]
    public void HeartbeatMessage_WhenStoredBeforeMessagesNamedTheirSource_IsTheSameAlarm()
    {
        var (stored, now) = (Alarm(Beat with { Source = null }), Alarm(Beat));

        Assert.Equal((now.Member, now.Change, now.Name, now.Reason), (stored.Member, stored.Change, stored.Name, stored.Reason));
    }

    [Fact]
    public void Message_OfAnotherSource_IsNotReadAsCloudWatch()
    {
        var unreadable = Assert.IsType<ParsedMessage.Unreadable>(AlarmParser.Parse(Delivered.Message(Delivered.Metric().ToJsonString()) with { Source = "heartbeat" }));

        Assert.Contains("incidentsHeartbeat", unreadable.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Message_OfASourceOfANewerVersion_IsKeptAsUnreadable()
    {
        var unreadable = Assert.IsType<ParsedMessage.Unreadable>(AlarmParser.Parse(Beat with { Source = "events-v9" }));

        Assert.Contains("events-v9", unreadable.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Message_WhenItWaitsForAnotherTry_KeepsItsSource()
    {
        var read = Assert.Single(AlarmMessages.Read(RetryMessage.Write(Beat, reached: [new PersonId("ada")]), Now));

        Assert.Equal(("heartbeat", true, Beat.Text), (read.Source, read.FallbackPaged, read.Text));
        Assert.Equal([new PersonId("ada")], read.Reached);
        Assert.Null(Assert.Single(AlarmMessages.Read(RetryMessage.Write(Beat with { Source = null }, reached: null), Now)).Source);
    }

    /// <summary>Stored pointers are found by it: alarms without a place share one, and it is not that of the whole service.</summary>
    [Fact]
    public void Group_WithoutAPlaceInAws_IsItsOwn()
    {
        Assert.Equal("/", Grouping.Of(IncidentSource.Alarm, GroupBy.Service, Alarm(Beat)));
        Assert.Null(Grouping.Of(IncidentSource.Declared, GroupBy.Service, alarm: null));
        Assert.Equal("123456789012/eu-west-1", Grouping.Of(IncidentSource.Alarm, GroupBy.Service, Delivered.Alarm(Delivered.Metric())));
    }

    private static Alarm Alarm(AlarmMessage message) => Assert.IsType<ParsedMessage.Alarm>(AlarmParser.Parse(message)).Value;
}
