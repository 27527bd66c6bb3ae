using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.Tests.Incidents;

public class FlappingTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Fact]
    public void V07_Reopen_AfterAnUnansweredRecovery_GoesOnWithTheTimeThatIsLeft()
    {
        var story = Flap(Story.Triggered(plan: Story.FirstStep).Sent(), rounds: 1);

        Assert.Equal((1, 1, Story.Start + (14 * Minute)), (story.State.Escalation!.Round, story.State.Escalation.Step, story.State.EscalatesAt));
        Assert.Equal(2, story.Events.OfType<PageRequested>().Count(e => e.Person == new PersonId("ana")));
        Assert.Single(story.Events, e => e is EscalationStepFired);
    }

    [Fact]
    public void V07_Return_SecondsAfterAPersonResolved_PagesAnew()
    {
        var story = Story.Triggered(plan: Story.FirstStep).Sent().After(Duration.FromSeconds(3)).Do(Story.Resolve).After(Duration.FromSeconds(5)).Do(Story.Reopen);

        Assert.Equal(2, story.Events.OfType<PageRequested>().Count(e => e.Person == new PersonId("ana")));
    }

    [Fact]
    public void V07_SecondReturn_WithinTheRule_PagesNobodyAndTellsTheChannel()
    {
        var story = Flap(Story.Triggered(plan: Story.FirstStep).Sent(), rounds: 2);

        Assert.Equal(2, story.Events.OfType<PageRequested>().Count());
        Assert.Equal(UpdateKind.Reopened, story.State.Update?.Kind);
    }

    [Fact]
    public void V07_ThirdReturn_Within2Hours_IsFlappingAndPagedOnceAsSuch()
    {
        var story = Flap(Story.Triggered(plan: Story.FirstStep).Sent(), rounds: 3);
        Assert.Equal((story.Now, 3), (story.State.FlappingSince, story.Events.OfType<PageRequested>().Count()));

        story = Flap(story, rounds: 4);
        Assert.Equal((true, 1), (story.State.IsOpen, story.Events.OfType<PageRequested>().Count(e => e.Why == "it is flapping")));
    }

    [Fact]
    public void V07_ThirdReturn_FartherApartThanTheRule_IsNotFlapping()
    {
        var rules = new IncidentRules { Flapping = new FlappingRule(3, 20 * Minute, 30 * Minute) };

        Assert.Null(Flap(Story.Triggered(rules, plan: Story.FirstStep).Sent(), rounds: 5).State.FlappingSince);
    }

    [Fact]
    public void V07_Flapping_RecoversAndStillEscalates_AndEndsAfterTheQuietTime()
    {
        var story = Flap(Story.Triggered(plan: Story.FirstStep).Sent(), rounds: 3).After(Minute).Do(s => Story.Change(s, AlarmState.Ok));
        Assert.NotNull(story.State.EscalatesAt);
        Assert.Equal(story.Now + (30 * Minute), story.State.ResolveAt);

        story.After((30 * Minute) - Duration.FromSeconds(1)).Do(Story.Elapse);
        Assert.True(story.State.IsOpen);
        story.After(Duration.FromSeconds(1)).Do(Story.Elapse);
        Assert.Equal((false, null), (story.State.IsOpen, story.State.FlappingSince));
    }

    [Fact]
    public void V07_ThirdReturn_OfAnAcknowledgedIncident_PagesNobodyAndSaysNothing()
    {
        var story = Story.Triggered(plan: Story.FirstStep).Sent().Do(Story.Acknowledge).Told();
        for (var i = 0; i < 5; i++)
        {
            story.After(3 * Minute).Do(s => Story.Change(s, AlarmState.Ok)).Told().After(9 * Minute).Do(Fires);
        }

        Assert.NotNull(story.State.FlappingSince);
        Assert.Single(story.Events, e => e is PageRequested);
        Assert.Null(story.After(3 * Minute).Do(s => Story.Change(s, AlarmState.Ok)).State.Update);
    }

    private static Story Flap(Story story, int rounds)
    {
        for (var i = 0; i < rounds; i++)
        {
            story.After(3 * Minute).Do(s => Story.Change(s, AlarmState.Ok)).After(5 * Minute).Do(Story.Elapse).Told().After(4 * Minute).Do(Fires).Sent();
        }

        return story;
    }

    private static Decision Fires(Story s) => s.State.IsOpen
        ? Watching.Observe(s.State, Story.Checkout, new AlarmChange(AlarmState.Alarm, s.Now), "because", s.Rules, s.Now, lead: null, Story.Planner)
        : Opening.Reopen(s.State, new OpeningAlarm(Story.Checkout, new AlarmChange(AlarmState.Alarm, s.Now)), "fired again", Story.FirstStep, s.Rules, s.Now, quiet: null, lead: null, Story.Planner);
}
