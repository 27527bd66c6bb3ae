using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.Tests.Incidents;

/// <summary>Whose acts extend an acknowledgement, and what an outsider's is worth.</summary>
public class HolderTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly Actor Cleo = new("cleo", "Cleo", Via.CommandLine);
    private static readonly Actor Member = new("slack:U0MEMBER01", "Slack user U0MEMBER01", Via.Slack);

    [Fact]
    public void V09_Acknowledgement_WhenOthersAct_IsNotExtended()
    {
        var story = Taken();
        var until = story.State.AcknowledgedUntil;
        story.After(20 * Minute)
            .Do(s => Responding.AddNote(s.State, Cleo, "looks like the deploy", s.Rules, s.Now))
            .Do(s => Responding.Mitigate(s.State, Cleo, s.Rules, s.Now))
            .Do(s => Directing.AssignRole(s.State, Cleo, ResponseRole.Scribe, new PersonId("cleo"), "Cleo", s.Rules, s.Now))
            .Do(s => Directing.ChangeSeverity(s.State, Cleo, Severity.Sev1, null, Urgency.High, Story.Planner, s.Rules, s.Now))
            .Do(s => Directing.PageAlso(s.State, Cleo, "Ben", Story.Planner.Person(new PersonId("ben"), s.State), s.Rules, s.Now));

        Assert.Equal((until, Severity.Sev1), (story.State.AcknowledgedUntil, story.State.Severity));
    }

    [Fact]
    public void V09_Acknowledgement_WhenAnotherAnswersTheQuestion_IsNotExtended()
    {
        var story = Taken().After(26 * Minute).Do(Story.Elapse).Told();
        var until = story.State.AcknowledgedUntil;

        Assert.Equal(Refusal.AlreadyAcknowledged, story.Refused(s => Responding.Acknowledge(s.State, Cleo, s.Rules, s.Now)));
        Assert.Equal((until, true), (story.State.AcknowledgedUntil, story.State.AskedStillOnIt));
    }

    [Fact]
    public void V09_Acknowledgement_WhenTheHolderChangesTheSeverity_IsExtended()
    {
        var story = Taken().After(20 * Minute).Do(s => Directing.ChangeSeverity(s.State, Story.Ana, Severity.Sev1, null, Urgency.High, Story.Planner, s.Rules, s.Now));

        Assert.Equal(story.Now + (30 * Minute), story.State.AcknowledgedUntil);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(120)]
    public void V09_StillOnIt_ForALength_LastsThatLong(int minutes)
    {
        var story = Taken().After(26 * Minute).Do(Story.Elapse).Told().Do(s => Responding.StillOnIt(s.State, Story.Ana, s.Rules, s.Now, minutes * Minute));
        Assert.Equal((story.Now + (minutes * Minute), false), (story.State.AcknowledgedUntil, story.State.AskedStillOnIt));

        var until = story.State.AcknowledgedUntil;
        story.After(Minute).Do(s => Responding.AddNote(s.State, Story.Ana, "rolling back", s.Rules, s.Now));
        Assert.Equal(Instant.Max(until!.Value, story.Now + (30 * Minute)), story.State.AcknowledgedUntil);
    }

    [Fact]
    public void V09_Expiry_WhenTheHoldersShiftIsOver_PagesWhoIsOnCallNow()
    {
        var story = Story.Triggered(plan: Story.FirstStep).Sent().Do(s => Responding.Acknowledge(s.State, Cleo, s.Rules, s.Now)).Told()
            .After(25 * Minute).Do(Story.Elapse).Told().After(5 * Minute).Do(Story.Elapse);

        Assert.Equal((IncidentStatus.Triggered, new PersonId("ana")), (story.State.Status, Assert.Single(story.State.Pages).Person));
    }

    [Fact]
    public void V09_Acknowledge_ByAnOutsider_StopsThePolicyForTenMinutes_AndTellsWhoWasPaged()
    {
        var story = Story.Triggered(plan: Story.FirstStep).Sent().After(Minute)
            .Do(s => Responding.Acknowledge(s.State, Member, s.Rules, s.Now, notify: Story.Planner.Person(new PersonId("ana"), s.State)));
        Assert.Equal((IncidentStatus.Acknowledged, new PersonId("ana")), (story.State.Status, Assert.Single(story.State.Pages).Person));

        story.Sent().Told().After(9 * Minute).Do(Story.Elapse);
        Assert.Equal(IncidentStatus.Acknowledged, story.State.Status);
        Assert.DoesNotContain(story.Events, e => e is StillOnItAsked);

        story.After(Minute).Do(Story.Elapse);
        Assert.Equal((IncidentStatus.Triggered, new PersonId("ana")), (story.State.Status, Assert.Single(story.State.Pages).Person));
    }

    [Fact]
    public void V09_Acknowledge_WhenAnOutsiderHasIt_TakesItOver()
    {
        var story = Story.Triggered(plan: Story.FirstStep).Sent().Do(s => Responding.Acknowledge(s.State, Member, s.Rules, s.Now)).After(Minute);
        Assert.Equal(Refusal.AlreadyAcknowledged, story.Refused(s => Responding.Acknowledge(s.State, Member, s.Rules, s.Now)));

        story.Do(Story.Acknowledge);
        Assert.Equal((Story.Ana, story.Now + (30 * Minute)), (story.State.AcknowledgedBy, story.State.AcknowledgedUntil));
    }

    [Fact]
    public void V09_Acknowledge_ByAnOutsider_KeepsWhatWouldHaveBecomeUrgent()
    {
        var story = Story.Triggered(severity: Severity.Sev3, urgency: Urgency.Low, raise: Story.Start + (60 * Minute)).Sent().Do(s => Responding.Acknowledge(s.State, Member, s.Rules, s.Now));

        Assert.Equal(Story.Start + (60 * Minute), story.State.RaiseUrgencyAt);
    }

    [Fact]
    public void V09_Snooze_ByAnOutsider_EndsAfterTenMinutes_AndTellsWhoWasPaged()
    {
        var story = Story.Triggered(plan: Story.FirstStep).Sent().After(Minute)
            .Do(s => Responding.Snooze(s.State, Member, s.Now + (240 * Minute), s.Now, Story.Planner.Person(new PersonId("ana"), s.State)));
        Assert.Equal((story.Now + (10 * Minute), new PersonId("ana")), (story.State.SnoozedUntil!.Value, Assert.Single(story.State.Pages).Person));

        story.Sent().Told().After(9 * Minute).Do(Story.Elapse);
        Assert.Equal(IncidentStatus.Acknowledged, story.State.Status);

        story.After(Minute).Do(Story.Elapse);
        Assert.Equal((IncidentStatus.Triggered, new PersonId("ana")), (story.State.Status, Assert.Single(story.State.Pages).Person));
    }

    [Theory]
    [InlineData(Severity.Sev1)]
    [InlineData(Severity.Sev4)]
    public void V09_Reopen_ByAnOutsider_HoldsForTenMinutes(Severity severity)
    {
        var story = Story.Triggered(severity: severity, plan: Story.FirstStep).Sent().Do(Story.Resolve).After(Minute)
            .Do(s => Responding.Reopen(s.State, Member, "too early", s.State.Opener, [], s.Rules, s.Now));

        Assert.Equal((IncidentStatus.Acknowledged, story.Now + (10 * Minute)), (story.State.Status, story.State.AcknowledgedUntil!.Value));
    }

    [Fact]
    public void V09_Snooze_ByAnOutsider_ForLess_EndsThen()
    {
        var story = Story.Triggered(plan: Story.FirstStep).Sent().Do(s => Responding.Snooze(s.State, Member, s.Now + (5 * Minute), s.Now));

        Assert.Equal(story.Now + (5 * Minute), story.State.SnoozedUntil);
    }

    [Fact]
    public void V09_Snooze_ByAnOutsider_IsNotExtended_AndIsTakenOver()
    {
        var story = Story.Triggered(plan: Story.FirstStep).Sent().Do(s => Responding.Snooze(s.State, Member, s.Now + (60 * Minute), s.Now)).After(5 * Minute);
        Assert.Equal(Refusal.AlreadyAcknowledged, story.Refused(s => Responding.Snooze(s.State, Member, s.Now + (60 * Minute), s.Now)));
        Assert.Equal(Refusal.AlreadyAcknowledged, story.Refused(s => Responding.Acknowledge(s.State, Member, s.Rules, s.Now, 60 * Minute)));

        story.Do(Story.Acknowledge);
        Assert.Equal((Story.Ana, null, story.Now + (30 * Minute)), (story.State.AcknowledgedBy, story.State.SnoozedUntil, story.State.AcknowledgedUntil));
    }

    [Fact]
    public void V09_Snooze_ByAnOutsider_TakesNothingFromWhoeverHasIt()
    {
        var story = Taken();

        Assert.Equal(Refusal.AlreadyAcknowledged, story.Refused(s => Responding.Snooze(s.State, Member, s.Now + (60 * Minute), s.Now)));
    }

    [Fact]
    public void V09_Snooze_ByAnOutsider_KeepsWhatWouldHaveBecomeUrgent()
    {
        var story = Story.Triggered(severity: Severity.Sev3, urgency: Urgency.Low, raise: Story.Start + (5 * Minute)).Sent().Do(s => Responding.Snooze(s.State, Member, s.Now + (60 * Minute), s.Now));

        Assert.Equal(Story.Start + (5 * Minute), story.State.RaiseUrgencyAt);
    }

    private static Story Taken() => Story.Triggered(plan: Story.FirstStep).Sent().Do(Story.Acknowledge).Told();
}
