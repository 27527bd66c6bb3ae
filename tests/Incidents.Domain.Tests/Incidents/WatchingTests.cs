using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.Tests.Incidents;

public class WatchingTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Fact]
    public void Ok_StartsRecovery_AndTimeResolves()
    {
        var story = Story.Triggered().Sent().After(Minute).Do(s => Story.Change(s, AlarmState.Ok));
        Assert.Equal((story.Now, story.Now + Duration.FromMinutes(5)), (story.State.RecoveredAt, story.State.ResolveAt));

        story.After(Duration.FromMinutes(5)).Do(Story.Elapse);

        Assert.Equal((IncidentStatus.Resolved, ResolveReason.RecoveredByItself), (story.State.Status, story.State.ResolveReason));
    }

    [Fact]
    public void Ok_WithResolveAfterZero_ResolvesAtOnce_AlsoWhenAcknowledged()
    {
        var story = Story.Triggered(new IncidentRules { ResolveAfter = Duration.Zero }).Do(Story.Acknowledge).After(Minute).Do(s => Story.Change(s, AlarmState.Ok));

        Assert.Equal(IncidentStatus.Resolved, story.State.Status);
        Assert.Equal(story.Now, story.State.RecoveredAt);
    }

    [Fact]
    public void Ok_WhenAcknowledged_LeavesHalfAnHourAndTellsTheChannel()
    {
        var story = Story.Triggered().Do(Story.Acknowledge).After(Minute).Do(s => Story.Change(s, AlarmState.Ok));

        Assert.Equal(story.Now + Duration.FromMinutes(30), story.State.ResolveAt);
        Assert.Equal(UpdateKind.Recovered, story.State.Update?.Kind);
    }

    [Fact]
    public void Ok_WhenOnlyPeopleResolve_NeverResolves()
    {
        var story = Story.Triggered(new IncidentRules { ResolveAfter = null }).After(Minute).Do(s => Story.Change(s, AlarmState.Ok)).After(Duration.FromDays(1)).Do(Story.Elapse);

        Assert.True(story.State.IsOpen);
        Assert.NotNull(story.State.RecoveredAt);
    }

    [Fact]
    public void Alarm_DuringRecovery_EndsIt()
    {
        var story = Story.Triggered().After(Minute).Do(s => Story.Change(s, AlarmState.Ok)).After(Minute).Do(s => Story.Change(s, AlarmState.Alarm));

        Assert.Null(story.State.RecoveredAt);
        Assert.Null(story.State.ResolveAt);
        Assert.Contains(story.Events, e => e is RecoveryEnded);
    }

    [Fact]
    public void F09_InsufficientData_IsNoRecovery()
    {
        var story = Story.Triggered().After(Minute).Do(s => Story.Change(s, AlarmState.InsufficientData));

        Assert.True(story.State.IsFiring);
        Assert.Null(story.State.RecoveredAt);
    }

    [Fact]
    public void RepeatedChange_IsIgnored() =>
        Assert.Equal(Refusal.RepeatedChange, Story.Triggered().After(Minute).Refused(s => Story.ChangeAt(s, AlarmState.Alarm, Story.Start)));

    [Fact]
    public void OlderChange_IsNotedAndChangesNothing()
    {
        var story = Story.Triggered().After(Minute).Do(s => Story.ChangeAt(s, AlarmState.Ok, Story.Start - Minute));

        Assert.IsType<StaleAlarmNoted>(story.Events[^1]);
        Assert.True(story.State.IsFiring);
    }

    [Fact]
    public void A51_EqualTimeOtherState_AlarmWins()
    {
        var story = Story.Triggered().After(Minute).Do(s => Story.ChangeAt(s, AlarmState.Ok, Story.Start));
        Assert.True(story.State.IsFiring);

        story.Do(s => Story.ChangeAt(s, AlarmState.Ok, Story.Start + Minute)).Do(s => Story.ChangeAt(s, AlarmState.Alarm, Story.Start + Minute));
        Assert.True(story.State.IsFiring);
    }

    [Fact]
    public void Count_OfAnAlarmStillFiring_HoldsRecoveryBack()
    {
        var story = Story.Triggered()
            .Do(s => Story.Count(s, new JoinedCount(1, 1, s.Now, (Severity.Sev2, "other"))))
            .After(Minute).Do(s => Story.Change(s, AlarmState.Ok));
        Assert.Null(story.State.RecoveredAt);

        story.Do(s => Story.Count(s, new JoinedCount(1, 0, Story.Start, null)));
        Assert.NotNull(story.State.RecoveredAt);
    }

    [Fact]
    public void Count_OfEqualSeverity_PagesNobody()
    {
        var story = Story.Triggered().Sent().Do(s => Story.Count(s, new JoinedCount(1, 1, s.Now, (Severity.Sev2, "other"))));

        Assert.Empty(story.State.Pages);
    }

    [Fact]
    public void Count_OfWorseSeverity_RaisesAndPages_AlsoWhenAcknowledged()
    {
        var story = Story.Triggered().Sent().Do(Story.Acknowledge).After(Minute).Do(s => Story.Count(s, new JoinedCount(1, 1, s.Now, (Severity.Sev1, "worse"))));

        Assert.Equal(Severity.Sev1, story.State.Severity);
        Assert.Single(story.State.Pages);

        story.After(Minute).Do(Story.Elapse);
        Assert.Contains(story.Events, e => e is PageRetried { MayBeRepeat: true });
    }

    [Fact]
    public void F20_AStormOfAThousandAlarms_IsAnnouncedAtMostTwentyTimes()
    {
        var story = Story.Triggered().Sent();
        for (var joined = 1; joined <= 1_000; joined++)
        {
            story.After(Duration.FromMilliseconds(10)).Do(s => Story.Count(s, new JoinedCount(joined, joined, s.Now, (Severity.Sev2, "storm"))));
        }

        Assert.InRange(story.Events.Count(e => e is AlarmsCounted { Announce: true }), 2, 19);
        Assert.Equal(1_000, story.State.Joined.Total);
    }

    [Fact]
    public void Suppressed_IsANoteAndMarksNothingAsSeen()
    {
        var story = Story.Triggered().After(Minute);
        story.Do(s => Watching.NoteSuppressed(s.State, Story.Checkout, new AlarmChange(AlarmState.Ok, s.Now), "WaitPeriod", s.Now));
        Assert.True(story.State.IsFiring);

        story.Do(s => Story.Change(s, AlarmState.Ok));
        Assert.False(story.State.IsFiring);
    }
}
