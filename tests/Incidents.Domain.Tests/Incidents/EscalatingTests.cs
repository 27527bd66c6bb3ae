using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.Tests.Incidents;

/// <summary>A policy of three steps, gone through twice, then the catch-all.</summary>
public class EscalatingTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Fact]
    public void WhileNobodyAnswers_StepFollowsStep_ThenTheRepeat_ThenTheCatchAllEvery15Minutes()
    {
        var story = Open().Sent();
        for (var due = story.State.EscalatesAt; story.Now < Story.Start + Duration.FromHours(2); due = story.State.EscalatesAt)
        {
            story.After(due!.Value - story.Now).Do(Story.Elapse).Sent();
        }

        Assert.Equal(
            ["0 ana", "5 ben", "10 cleo", "15 ana", "20 ben", "25 cleo", "30 dora", "45 dora", "60 dora", "75 dora", "90 dora", "105 dora", "120 dora"],
            story.Events.OfType<PageSent>().Select(page => $"{(page.At - Story.Start).TotalMinutes} {page.Person}"));
    }

    [Fact]
    public void AStep_FiresAtItsSecond_NotBefore()
    {
        var story = Open().Sent().After((5 * Minute) - Duration.FromSeconds(1));
        Assert.Equal(Refusal.NothingDue, story.Refused(Story.Elapse));

        story.After(Duration.FromSeconds(1)).Do(Story.Elapse);
        Assert.Equal(new PersonId("ben"), Assert.Single(story.State.Pages).Person);
    }

    [Fact]
    public void F56_TheSameMomentSweptTwice_FiresOneStep()
    {
        var story = Open().Sent().After(5 * Minute).Do(Story.Elapse).Sent();

        Assert.Equal(Refusal.NothingDue, story.Refused(Story.Elapse));
    }

    [Fact]
    public void F57_ASweepThreeSecondsEarly_FiresNothing() =>
        Assert.Equal(Refusal.NothingDue, Open().Sent().After((5 * Minute) - Duration.FromSeconds(3)).Refused(Story.Elapse));

    [Fact]
    public void F59_AfterTenMinutesWithoutASweep_OverdueStepsFireInOrder_AMinuteApart()
    {
        var story = Open().Sent().After(12 * Minute);
        for (var second = 0; second < 400; second++)
        {
            story.Do(Story.Elapse).Sent().After(Duration.FromSeconds(1));
        }

        Assert.Equal(
            ["12 2", "13 3", "18 1"],
            story.Events.OfType<EscalationStepFired>().Skip(1).Take(3).Select(step => $"{(step.At - Story.Start).TotalMinutes} {step.Step}"));
    }

    [Fact]
    public void F60_AClockThatGoesBackAnHour_FiresNoStepTwice()
    {
        var story = Open().Sent().After(5 * Minute).Do(Story.Elapse).Sent().After(-Duration.FromHours(1));
        Assert.Equal(Refusal.NothingDue, story.Refused(Story.Elapse));

        story.After(Duration.FromHours(1) + (5 * Minute)).Do(Story.Elapse);
        Assert.Equal([1, 2, 3], story.Events.OfType<EscalationStepFired>().Select(step => step.Step));
    }

    [Fact]
    public void F60_AClockThatGoesAheadAnHour_FiresOneStepAtATime()
    {
        var story = Open().Sent().After(Duration.FromHours(1)).Do(Story.Elapse);

        Assert.Equal([1, 2], story.Events.OfType<EscalationStepFired>().Select(step => step.Step));
        Assert.Equal(story.Now + Minute, story.State.EscalatesAt);
    }

    [Fact]
    public void Acknowledge_StopsTheSteps_AndWhatWaits()
    {
        var story = Story.Triggered(plan: Rings()).Sent(only: "slack").After(Duration.FromSeconds(30)).Do(Story.Acknowledge).Told();

        Assert.Empty(story.State.Pages);
        Assert.Equal(2, story.Events.OfType<PageDropped>().Count(page => page.WasPending));
        Assert.Null(story.State.EscalatesAt);
        Assert.Equal(Refusal.NothingDue, story.After(4 * Minute).Refused(Story.Elapse));
    }

    [Fact]
    public void WhatWaits_GoesOutAtItsTime()
    {
        var story = Story.Triggered(plan: Rings()).Sent(only: "slack");
        story.After(Minute).Do(Story.Elapse).Sent(only: "sms").After(2 * Minute).Do(Story.Elapse).Sent(only: "voice");

        Assert.Equal(["0 slack", "1 sms", "3 voice"], story.Events.OfType<PageSent>().Select(page => $"{(page.At - Story.Start).TotalMinutes} {page.Channel}"));
    }

    [Fact]
    public void AskedFor_TheNextStepFiresAtOnce_AlsoWhenSomebodyHasIt()
    {
        var story = Open().Sent().After(Minute).Do(Story.Acknowledge).Do(s => Directing.Escalate(s.State, Story.Ana, Story.Planner, s.Now));

        Assert.Equal((IncidentStatus.Triggered, new PersonId("ben")), (story.State.Status, Assert.Single(story.State.Pages).Person));
        Assert.Equal(story.Now + (5 * Minute), story.State.EscalatesAt);
    }

    [Fact]
    public void GivenToSomebodyWhoDoesNotAnswer_ThePolicyGoesOnWhereItWas()
    {
        var story = Open().Sent().After(Minute).Do(s => Directing.Reassign(s.State, Story.Ana, "Cleo", Story.Planner.Person(new PersonId("cleo"), s.State), s.Now)).Sent();
        Assert.Equal(new PersonId("cleo"), story.State.LastPage?.Person);

        story.After(5 * Minute).Do(Story.Elapse);
        Assert.Equal(new PersonId("ben"), Assert.Single(story.State.Pages).Person);
    }

    [Fact]
    public void PageAlso_WakesAnother_AndWhoeverHasItKeepsIt()
    {
        var story = Open().Sent().Do(Story.Acknowledge).Do(s => Directing.PageAlso(s.State, Story.Ana, "Cleo", Story.Planner.Person(new PersonId("cleo"), s.State), s.Rules, s.Now));

        Assert.Equal((IncidentStatus.Acknowledged, Story.Ana, new PersonId("cleo")), (story.State.Status, story.State.AcknowledgedBy, Assert.Single(story.State.Pages).Person));
    }

    [Fact]
    public void V07_WhileItResolvesItself_NobodyNewIsWoken_AndWhenItFiresAgain_TheStepHasTheTimeThatWasLeft()
    {
        var story = Open().Sent().After(4 * Minute).Do(s => Story.Change(s, AlarmState.Ok)).After(2 * Minute);
        Assert.Equal(Refusal.NothingDue, story.Refused(Story.Elapse));

        story.Do(s => Story.Change(s, AlarmState.Alarm));
        Assert.Equal(Refusal.NothingDue, story.Refused(Story.Elapse));
        story.After(Minute).Do(Story.Elapse);
        Assert.Equal(new PersonId("ben"), Assert.Single(story.State.Pages).Person);
    }

    private static Story Open() => Story.Triggered(plan: Story.FirstStep);

    private static PagingPlan Rings() => Story.FirstStep with
    {
        Targets =
        [
            new PageTarget(new PersonId("ana"), "Ana", "slack", 1),
            new PageTarget(new PersonId("ana"), "Ana", "sms", 1) { After = Minute },
            new PageTarget(new PersonId("ana"), "Ana", "voice", 1) { After = 3 * Minute },
        ],
    };
}
