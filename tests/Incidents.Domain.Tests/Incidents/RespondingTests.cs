using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.Tests.Incidents;

public class RespondingTests
{
    private static readonly Actor Ben = new("ben", "Ben", Via.CommandLine);

    [Fact]
    public void Acknowledge_RecordsWhoAndTellsTheChannel()
    {
        var story = Story.Triggered().Do(Story.Acknowledge);

        Assert.Equal((IncidentStatus.Acknowledged, Story.Ana, UpdateKind.Acknowledged), (story.State.Status, story.State.AcknowledgedBy, story.State.Update?.Kind));
    }

    [Fact]
    public void F50_Acknowledge_Twice_NamesTheFirst()
    {
        var story = Story.Triggered().Do(Story.Acknowledge);

        Assert.Equal(Refusal.AlreadyAcknowledged, story.Refused(s => Responding.Acknowledge(s.State, Ben, s.Rules, s.Now)));
        Assert.Equal(Story.Ana, story.State.AcknowledgedBy);
    }

    [Fact]
    public void F51_Acknowledge_WhenResolved_IsIgnored() =>
        Assert.Equal(Refusal.AlreadyResolved, Story.Triggered().Do(Story.Resolve).Refused(Story.Acknowledge));

    [Fact]
    public void Acknowledge_DropsAPageThatWaits()
    {
        var story = Story.Triggered();
        story.Do(s => Delivering.Settle(s.State, [(s.State.Pages[0].Id, new DeliveryResult.RetryLater(Duration.FromSeconds(30), "429"))], [], Story.Planner, s.Now)).Do(Story.Acknowledge);

        Assert.Empty(story.State.Pages);
        Assert.Contains(story.Events, e => e is PageDropped { Why: "already acknowledged" });
    }

    [Fact]
    public void GiveBack_PagesThePolicyAgain()
    {
        var story = Story.Triggered().Sent().Do(Story.Acknowledge).Do(s => Responding.GiveBack(s.State, Story.Ana, Story.PageAna, s.Now));

        Assert.Equal(IncidentStatus.Triggered, story.State.Status);
        Assert.Single(story.State.Pages);
    }

    [Fact]
    public void GiveBack_WhenNobodyHasIt_IsIgnored() =>
        Assert.Equal(Refusal.NotAcknowledged, Story.Triggered().Refused(s => Responding.GiveBack(s.State, Ben, Story.PageAna, s.Now)));

    [Fact]
    public void Resolve_WhileFiring_TakesAConfirmation()
    {
        var story = Story.Triggered();
        Assert.Equal(Refusal.StillFiring, story.Refused(s => Responding.Resolve(s.State, Ben, ResolveReason.Fixed, confirmed: false, null, s.Now)));

        story.Do(Story.Resolve);
        Assert.True(story.State.ResolvedWhileFiring);
        Assert.Equal(story.Now + IncidentRules.Claim, story.State.FollowUpAt);
    }

    [Fact]
    public void Resolve_OfADeclaredIncident_NeedsNoConfirmation()
    {
        var story = Story.Triggered(source: IncidentSource.Declared).Do(s => Responding.Resolve(s.State, Ben, ResolveReason.FalseAlarm, confirmed: false, "nothing", s.Now));

        Assert.Equal(ResolveReason.FalseAlarm, story.State.ResolveReason);
        Assert.False(story.State.ResolvedWhileFiring);
    }

    [Theory]
    [InlineData(IncidentSource.Message)]
    [InlineData(IncidentSource.Unreadable)]
    public void Resolve_OfWhatIsNoAlarm_NeedsNoConfirmation_AndNothingResolvesItByItself(IncidentSource source)
    {
        var story = Story.Triggered(source: source).Do(s => Story.Count(s, new JoinedCount(1, 0, s.Now, null)));
        Assert.Null(story.State.RecoveredAt);

        story.Do(s => Responding.Resolve(s.State, Ben, ResolveReason.Fixed, confirmed: false, null, s.Now));
        Assert.False(story.State.IsOpen);
    }

    [Fact]
    public void Resolve_Twice_IsIgnored() =>
        Assert.Equal(Refusal.AlreadyResolved, Story.Triggered().Do(Story.Resolve).Refused(Story.Resolve));

    [Fact]
    public void AddNote_IsTrimmedCutAndKeptAfterTheEnd()
    {
        var story = Story.Triggered().Do(Story.Resolve).Do(s => Responding.AddNote(s.State, Ben, "  " + new string('x', 5_000), s.Rules, s.Now));

        var note = Assert.IsType<NoteAdded>(story.Events[^1]);
        Assert.StartsWith("xxx", note.Text, StringComparison.Ordinal);
        Assert.EndsWith("(cut)", note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AddNote_WithoutText_IsIgnored() =>
        Assert.Equal(Refusal.EmptyNote, Story.Triggered().Refused(s => Responding.AddNote(s.State, Ben, " \n", s.Rules, s.Now)));

    [Fact]
    public void StillOnIt_ByTheHolder_IsHeardOnce()
    {
        var story = Story.Triggered(severity: Severity.Sev1, plan: Story.FirstStep).Do(Story.Acknowledge);
        story.After(story.State.AcknowledgementDue!.Value - story.Now).Do(Story.Elapse).Do(StillOnIt);

        Assert.False(story.State.AskedStillOnIt);
        Assert.Equal(story.Now + story.Rules.AcknowledgeTimeout, story.State.AcknowledgedUntil);
        Assert.Equal(Refusal.AlreadyAcknowledged, story.Refused(StillOnIt));
    }

    [Fact]
    public void StillOnIt_BySomebodyElse_SaysNothingForTheHolder()
    {
        var story = Story.Triggered(severity: Severity.Sev1, plan: Story.FirstStep).Do(Story.Acknowledge);
        story.After(story.State.AcknowledgementDue!.Value - story.Now).Do(Story.Elapse);

        Assert.Equal(Refusal.AlreadyAcknowledged, story.Refused(s => Responding.StillOnIt(s.State, new Actor("cleo", "Cleo", Via.Slack), s.Rules, s.Now)));
        Assert.True(story.State.AskedStillOnIt);
    }

    [Fact]
    public void StillOnIt_WhenItWasGivenToOthersMeanwhile_TakesItAgain() =>
        Assert.Equal(IncidentStatus.Acknowledged, Story.Triggered().Do(StillOnIt).State.Status);

    private static Decision StillOnIt(Story s) => Responding.StillOnIt(s.State, Story.Ana, s.Rules, s.Now);
}
