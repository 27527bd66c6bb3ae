using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.Tests.Incidents;

/// <summary>What happens when a channel does not take a page.</summary>
public class HandingOverTests
{
    private static readonly PagingPlan SlackThenSms = Story.FirstStep with
    {
        Targets = [new PageTarget(new PersonId("ana"), "Ana", "slack", 1), new PageTarget(new PersonId("ana"), "Ana", "sms", 1) { After = Duration.FromMinutes(1) }],
    };

    [Fact]
    public void APageThatFails_BringsThePendingOneForward()
    {
        var story = Story.Triggered(plan: SlackThenSms).Do(s => Fails(s, "slack"));

        var page = Assert.Single(story.State.Pages);
        Assert.Equal(("sms", PageState.Sending, story.Now), (page.Channel, page.State, page.StartedAt));
    }

    [Fact]
    public void APageThatIsNotTakenInTime_BringsThePendingOneForwardAndIsStillTried()
    {
        var story = Story.Triggered(plan: SlackThenSms)
            .Do(s => Report(s, "slack", new DeliveryResult.RetryLater(Duration.FromMinutes(10), "503")))
            .After(Page.AcceptWithin).Do(Story.Elapse);

        Assert.Equal([("slack", PageState.Waiting), ("sms", PageState.Sending)], story.State.Pages.Select(p => (p.Channel, p.State)));
        Assert.All(story.State.Pages, p => Assert.NotEqual(story.Now, p.Due));
    }

    [Fact]
    public void WhenEveryChannelFails_TheFallbackIsPagedOnce()
    {
        var story = Story.Triggered(plan: SlackThenSms).Do(s => Fails(s, "slack")).Do(s => Fails(s, "sms"));

        Assert.Equal(Page.Fallback, Assert.Single(story.State.Pages).Channel);
    }

    [Fact]
    public void WhenEveryChannelAsksToWait_TheFallbackIsPagedWithinAMinute()
    {
        var story = Story.Triggered(plan: SlackThenSms).Do(s => Waits(s, "slack"))
            .After(Page.AcceptWithin).Do(Story.Elapse).Do(s => Waits(s, "sms"));

        Assert.Contains(story.State.Pages, p => p is { Channel: Page.Fallback, State: PageState.Sending });
        Assert.InRange(story.Now - Story.Start, Duration.Zero, Duration.FromMinutes(1));

        static Decision Waits(Story s, string channel) => Report(s, channel, new DeliveryResult.RetryLater(Duration.FromMinutes(3), "503"));
    }

    [Fact]
    public void WhenAnotherChannelHasTakenTheStep_AFailureNeitherRepeatsItNorCallsTheFallback()
    {
        var story = Story.Triggered(plan: SlackThenSms)
            .Do(s => Report(s, "slack", new DeliveryResult.Delivered()))
            .After(Duration.FromMinutes(1)).Do(Story.Elapse)
            .Do(s => Fails(s, "sms"));

        Assert.Empty(story.State.Pages);
        Assert.NotNull(story.State.EscalatesAt);
    }

    [Fact]
    public void TwoPeopleWhoCannotBeReached_AreOneFallbackMessage()
    {
        var both = Story.FirstStep with { Targets = [new PageTarget(new PersonId("ana"), "Ana", "sms", 1), new PageTarget(new PersonId("ben"), "Ben", "sms", 1)] };
        var story = Story.Triggered(plan: both)
            .Do(s => Delivering.Settle(s.State, s.State.Pages.Select(p => (PageReport)(p.Id, new DeliveryResult.Rejected("no_such_number"))), [], Story.Planner, s.Now))
            .Do(s => Delivering.Settle(s.State, s.State.Pages.Select(p => (PageReport)(p.Id, new DeliveryResult.Rejected("no_service"))), [], Story.Planner, s.Now));

        Assert.Equal(Page.Fallback, Assert.Single(story.State.Pages).Channel);
    }

    [Fact]
    public void InQuietHours_AtLowUrgency_ThePendingPageKeepsItsTimeAndTakesOver()
    {
        var story = Story.Triggered(plan: SlackThenSmsAt(QuietUntil), urgency: Urgency.Low).Do(s => FailsInQuietHours(s, "slack"));

        var page = Assert.Single(story.State.Pages);
        Assert.Equal(("sms", PageState.Pending, QuietUntil), (page.Channel, page.State, page.Deadline));
    }

    [Fact]
    public void InQuietHours_AtLowUrgency_TheNextChannelWaitsForTheirEnd()
    {
        var story = Story.Triggered(plan: Story.PageAna, urgency: Urgency.Low).Do(s => FailsInQuietHours(s, "slack"));

        var page = Assert.Single(story.State.Pages);
        Assert.Equal(("sms", PageState.Pending, QuietUntil), (page.Channel, page.State, page.Deadline));

        story.After(QuietUntil - Story.Start).Do(Story.Elapse);
        Assert.Equal(PageState.Sending, Assert.Single(story.State.Pages).State);
    }

    [Fact]
    public void InQuietHours_AtHighUrgency_ThePendingPageIsBroughtForward()
    {
        var story = Story.Triggered(plan: SlackThenSmsAt(QuietUntil)).Do(s => FailsInQuietHours(s, "slack"));

        Assert.Equal(("sms", PageState.Sending), (story.State.Pages[0].Channel, story.State.Pages[0].State));
    }

    private static Instant QuietUntil => Story.Start + Duration.FromHours(4);

    private static PagingPlan SlackThenSmsAt(Instant at) => Story.FirstStep with
    {
        Targets = [new PageTarget(new PersonId("ana"), "Ana", "slack", 1), new PageTarget(new PersonId("ana"), "Ana", "sms", 1) { After = at - Story.Start }],
    };

    private static Decision FailsInQuietHours(Story s, string channel) =>
        Delivering.Settle(s.State, [(s.State.Pages.Single(p => p.Channel == channel).Id, new DeliveryResult.Rejected("no_service"))], [], new ThreeSteps { QuietUntil = QuietUntil }, s.Now);

    private static Decision Fails(Story s, string channel) => Report(s, channel, new DeliveryResult.Rejected("no_service"));

    private static Decision Report(Story s, string channel, DeliveryResult outcome) =>
        Delivering.Settle(s.State, [(s.State.Pages.Single(p => p.Channel == channel).Id, outcome)], [], Story.Planner, s.Now);
}
