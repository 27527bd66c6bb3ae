using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using static Incidents.Application.Tests.Alarms.Delivered;

namespace Incidents.Application.Tests.Alarms;

public sealed class ChangeTimeTests
{
    [Theory]
    [InlineData("2026-09-14T11:18:44.401+0000", "2026-09-14T11:18:44.401Z")]
    [InlineData("2026-09-14T11:18:44Z", "2026-09-14T11:18:44Z")]
    [InlineData("2026-09-14T16:48:44.401+05:30", "2026-09-14T11:18:44.401Z")]
    [InlineData("2026-09-14T11:18:44.401+00:00", "2026-09-14T11:18:44.401Z")]
    [InlineData("2026-09-14T11:18:44.401234567Z", "2026-09-14T11:18:44.401234567Z")]
    [InlineData("1789384724401", "2026-09-14T11:18:44.401Z")]
    public void A32_A33_EveryWrittenForm_IsTheSameInstant(string written, string expected)
    {
        var alarm = Alarm(Metric().With("StateChangeTime", written));

        Assert.Equal(InstantPattern.ExtendedIso.Parse(expected).Value, alarm.ChangedAt);
        Assert.False(alarm.ChangedAtIsAssumed);
    }

    [Fact]
    public void A33_EpochMillisecondsAsANumber_AreRead() =>
        Assert.Equal(Instant.FromUnixTimeMilliseconds(1789384724401), Alarm(Metric().With("StateChangeTime", 1789384724401)).ChangedAt);

    [Fact]
    public void A19_MissingTime_IsTheTimeOfSendingAndMarked() => AssertAssumed(Metric().Without("StateChangeTime"));

    [Theory]
    [InlineData("2026-02-30T11:18:44.401+0000")]
    [InlineData("yesterday")]
    [InlineData("")]
    [InlineData("99999999999999999999")]
    public void A20_NoTimeOnTheCalendar_IsTheTimeOfSendingAndMarked(string written) =>
        AssertAssumed(Metric().With("StateChangeTime", written));

    [Theory]
    [InlineData("9999-12-31T23:59:59.999+0000")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0")]
    [InlineData("9223372036854775807")]
    public void A21_TimeOutsideAllReason_IsTheTimeOfSendingAndMarked(string written) =>
        AssertAssumed(Metric().With("StateChangeTime", written));

    [Fact]
    public void A48_AnHourAhead_IsTheTimeOfSendingSoThatLaterChangesAreNews()
    {
        AssertAssumed(Metric().With("StateChangeTime", "2026-09-14T12:18:53.000+0000"));

        var recovery = Alarm(Body("cloudwatch/metric-ok.json").With("StateChangeTime", "2026-09-14T11:20:00.000+0000"));
        Assert.True(recovery.Change.Supersedes(Alarm(Metric().With("StateChangeTime", "2026-09-14T12:18:53.000+0000")).Change));
    }

    [Fact]
    public void FiveMinutesAhead_IsAClockThatRunsFast() =>
        Assert.False(Alarm(Metric().With("StateChangeTime", "2026-09-14T11:23:53.000+0000")).ChangedAtIsAssumed);

    [Fact]
    public void A49_TenYearsOld_IsBelievedAndRemarkedOn()
    {
        var alarm = Alarm(Metric().With("StateChangeTime", "2016-09-14T11:18:53.000+0000"));

        Assert.Equal(Instant.FromUtc(2016, 9, 14, 11, 18, 53), alarm.ChangedAt);
        Assert.Equal("The alarm changed 3652 days before the message was sent.", Assert.Single(alarm.Remarks));
    }

    [Fact]
    public void A51_EqualTimeOtherState_AlarmWins()
    {
        var (alarm, ok) = (Alarm(Metric()).Change, Alarm(Metric().With("NewStateValue", "OK")).Change);

        Assert.True(alarm.Supersedes(ok));
        Assert.False(ok.Supersedes(alarm));
    }

    [Fact]
    public void AfterMuteWindow_KeepsTheTimeOfTheChange()
    {
        var alarm = Alarm(Metric().With("ActionExecutedAfterMuteWindow", true).With("StateChangeTime", "2026-09-14T02:00:00.000+0000"));

        Assert.True(alarm.AfterMuteWindow);
        Assert.Equal(Instant.FromUtc(2026, 9, 14, 2, 0), alarm.ChangedAt);
    }

    private static void AssertAssumed(JsonObject body)
    {
        var alarm = Alarm(body);

        Assert.Equal((SentAt, true), (alarm.ChangedAt, alarm.ChangedAtIsAssumed));
        Assert.Single(alarm.Remarks);
    }
}
