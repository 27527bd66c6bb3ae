using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.Tests.Incidents;

public class SweepingTests
{
    private static readonly Duration Claim = IncidentRules.Claim;

    [Fact]
    public void Elapse_BeforeAnythingIsDue_DoesNothing() =>
        Assert.Equal(Refusal.NothingDue, Story.Triggered().After(Claim - Duration.FromSeconds(1)).Refused(Story.Elapse));

    [Fact]
    public void F28_APageWhoseClaimRanOut_IsSentAgainAndMarked()
    {
        var story = Story.Triggered().After(Claim).Do(Story.Elapse);

        Assert.Equal((2, PageState.Sending, story.Now + Claim), (story.State.Pages[0].Attempts, story.State.Pages[0].State, story.State.Pages[0].Deadline));
        Assert.True(Assert.IsType<PageRetried>(story.Events[^1]).MayBeRepeat);
    }

    [Fact]
    public void APageThatWasToldToWait_IsNoRepeat()
    {
        var story = Story.Triggered()
            .Do(s => Delivering.Settle(s.State, [(s.State.Pages[0].Id, new DeliveryResult.RetryLater(Duration.FromSeconds(30), "429 rate_limited"))], [], Story.Planner, s.Now))
            .After(Duration.FromSeconds(30)).Do(Story.Elapse);

        Assert.False(Assert.IsType<PageRetried>(story.Events[^1]).MayBeRepeat);
    }

    [Fact]
    public void Settle_WhenTheChannelNamesNoTime_WaitsLongerAfterEachAttempt()
    {
        var story = Story.Triggered().Do(Busy);
        var first = story.State.Pages[0].Deadline - story.Now;
        story = story.After(first).Do(Story.Elapse).Do(Busy);
        var second = story.State.Pages[0].Deadline - story.Now;

        Assert.InRange(first.TotalSeconds, 0.8, 1);
        Assert.InRange(second.TotalSeconds, 2.4, 3);

        static Decision Busy(Story s) => Delivering.Settle(s.State, [(s.State.Pages[0].Id, new DeliveryResult.RetryLater(After: null, "503"))], [], Story.Planner, s.Now);
    }

    [Fact]
    public void Settle_WhenThePageHadNoRoomInTheMessage_GathersItUntilTheNext()
    {
        var story = Story.Triggered().Do(s => Delivering.Settle(s.State, [new PageReport.Gathered(s.State.Pages[0].Id, s.Now + Duration.FromMinutes(1))], [], Story.Planner, s.Now));

        Assert.IsType<PageGathered>(story.Events[^1]);
        Assert.Equal(story.Now + Duration.FromMinutes(1), story.State.Pages[0].Deadline);
    }

    [Fact]
    public void AnUnansweredPage_IsSentOnceMoreAndThenByAnotherChannel()
    {
        var story = Story.Triggered().Do(NoAnswer).After(Claim).Do(Story.Elapse).Do(NoAnswer);

        Assert.Equal("sms", Assert.Single(story.State.Pages).Channel);
        Assert.Contains("twice", Assert.IsType<PageFailed>(story.Events[^1]).Answer, StringComparison.Ordinal);

        static Decision NoAnswer(Story s) => Delivering.Settle(s.State, [(s.State.Pages[0].Id, new DeliveryResult.Unknown("timeout"))], [], Story.Planner, s.Now);
    }

    [Fact]
    public void APageThatWaitedAndThenGotNoAnswer_IsStillSentOnceMore()
    {
        var story = Story.Triggered()
            .Do(s => Delivering.Settle(s.State, [(s.State.Pages[0].Id, new DeliveryResult.RetryLater(Duration.FromSeconds(9), "429"))], [], Story.Planner, s.Now))
            .After(Duration.FromSeconds(9)).Do(Story.Elapse)
            .Do(s => Delivering.Settle(s.State, [(s.State.Pages[0].Id, new DeliveryResult.Unknown("timeout"))], [], Story.Planner, s.Now));

        Assert.Equal(PageState.Unknown, Assert.Single(story.State.Pages).State);
    }

    [Fact]
    public void APageOfAnAcknowledgedIncident_IsDropped()
    {
        var story = Story.Triggered().Do(Story.Acknowledge).After(Claim).Do(Story.Elapse);

        Assert.Empty(story.State.Pages);
        Assert.Contains(story.Events, e => e is PageDropped);
    }

    [Fact]
    public void Settle_OfAPageThatIsGone_ChangesNothing() =>
        Assert.Equal(Refusal.NothingDue, Story.Triggered().Sent().Refused(s => Delivering.Settle(s.State, [(2, new DeliveryResult.Delivered())], [], Story.Planner, s.Now)));

    [Fact]
    public void NewsThatWasNotTold_IsClaimedAgain_AndGivenUpInTheEnd()
    {
        var story = Story.Triggered().Sent().Do(Story.Acknowledge);
        for (var attempt = 1; attempt < Sweeping.MostAttempts; attempt++)
        {
            story.After(Claim).Do(Story.Elapse);
            Assert.Equal(attempt + 1, story.State.Update?.Attempts);
        }

        story.After(Claim).Do(Story.Elapse);
        Assert.Null(story.State.Update);
        Assert.NotNull(Assert.IsType<ChannelUpdated>(story.Events[^1]).Failure);
    }

    [Fact]
    public void NewsOlderThanTheNewest_DoesNotSettleIt()
    {
        var story = Story.Triggered().Sent().Do(Story.Acknowledge);
        var first = story.State.Update!.Since;
        story.Do(Story.Resolve).Do(s => Delivering.Settle(s.State, [], [new ChannelUpdated(s.Now, first, null)], Story.Planner, s.Now));

        Assert.Equal(UpdateKind.Resolved, story.State.Update?.Kind);
    }

    [Fact]
    public void AnIncidentStillOpenAfterADay_IsBroughtToMind()
    {
        var story = Story.Triggered().Sent().After(Duration.FromHours(24)).Do(Story.Elapse);

        Assert.Equal(UpdateKind.Reminder, story.State.Update?.Kind);
        Assert.Equal(story.Now + Duration.FromHours(24), story.State.RemindAt);
    }

    [Fact]
    public void RecoveryWithAnAlarmFiringAfterAll_DoesNotResolve()
    {
        var story = Story.Triggered().Sent().After(Duration.FromMinutes(1)).Do(s => Story.Change(s, AlarmState.Ok));
        var raced = story.State with { Joined = story.State.Joined with { Total = 1, Firing = 1 } };

        var decision = Assert.IsType<Decision.Accepted>(Sweeping.Elapse(raced, Story.Planner, story.Now + Duration.FromMinutes(5)));

        Assert.True(decision.State.IsOpen);
        Assert.Null(decision.State.ResolveAt);
    }

    [Fact]
    public void ClosingOut_IsTakenUpAgainUntilItIsDone()
    {
        var story = Story.Triggered().Sent().Do(Story.Resolve)
            .Do(s => Delivering.Settle(s.State, [], [new ChannelUpdated(s.Now, s.State.Update!.Since, null)], Story.Planner, s.Now))
            .After(Claim).Do(Story.Elapse);
        Assert.Equal(story.Now + Claim, story.State.FollowUpAt);

        story.Do(s => Delivering.Settle(s.State, [], [new FollowUpCompleted(s.Now)], Story.Planner, s.Now));
        Assert.Null(story.State.FollowUpAt);
    }
}
