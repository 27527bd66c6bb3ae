using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.Tests.Incidents;

public class OpeningTests
{
    [Fact]
    public void Trigger_ClaimsItsPagesForTwentySeconds()
    {
        var state = Story.Triggered().State;

        var page = Assert.Single(state.Pages);
        Assert.Equal((new PersonId("ana"), PageState.Sending, Story.Start + Duration.FromSeconds(20)), (page.Person, page.State, page.Deadline));
        Assert.Equal(page.Deadline, state.Due);
    }

    [Fact]
    public void Trigger_WithAnEmptyStep_SaysSo()
    {
        var story = Story.Triggered(plan: Story.PageAna with { Remarks = ["Step 1 has nobody on call"] });

        Assert.Contains(story.Events, e => e is NobodyToPage { Why: "Step 1 has nobody on call" });
    }

    [Fact]
    public void Reopen_WithinTheHalfHour_IsTheSameIncidentAndPages()
    {
        var story = Story.Triggered().Sent().After(Duration.FromMinutes(1)).Do(Story.Acknowledge).Do(Story.Resolve).After(Duration.FromMinutes(29)).Do(Story.Reopen);

        Assert.Equal((IncidentStatus.Triggered, 1), (story.State.Status, story.State.Reopened));
        Assert.Single(story.State.Pages);
        Assert.Null(story.State.ResolvedAt);
    }

    [Fact]
    public void Reopen_Later_IsTooLate() =>
        Assert.Equal(Refusal.TooLateToReopen, Story.Triggered().Do(Story.Resolve).After(Duration.FromMinutes(31)).Refused(Story.Reopen));

    [Fact]
    public void Reopen_WhenTheLastPageIsAMinuteOldAndUnanswered_LetsItStand()
    {
        var story = Story.Triggered(new IncidentRules { ResolveAfter = Duration.Zero }).Sent()
            .After(Duration.FromSeconds(30)).Do(s => Story.Change(s, AlarmState.Ok))
            .After(Duration.FromSeconds(30)).Do(Story.Reopen);

        Assert.Equal(IncidentStatus.Triggered, story.State.Status);
        Assert.Empty(story.State.Pages);
    }

    [Fact]
    public void Reopen_WhenAPageIsAMinuteOldAndUnanswered_LetsItStand_AlsoWhereAnEarlierOneWasAnswered()
    {
        var story = Story.Triggered(new IncidentRules { ResolveAfter = Duration.Zero }).Sent().Do(Story.Acknowledge)
            .After(Duration.FromMinutes(10)).Do(s => Story.Change(s, AlarmState.Ok))
            .After(Duration.FromMinutes(10)).Do(Story.Reopen).Sent()
            .After(Duration.FromSeconds(30)).Do(s => Story.Change(s, AlarmState.Ok))
            .After(Duration.FromSeconds(30)).Do(Story.Reopen);

        Assert.Equal(2, story.State.Reopened);
        Assert.Empty(story.State.Pages);
    }

    [Fact]
    public void Reopen_WhenTheCardStands_StillRingsThePhone()
    {
        var ringing = Story.FirstStep with { Targets = [.. Story.FirstStep.Targets, new PageTarget(new PersonId("ana"), "Ana", "sms", 1) { After = Duration.FromMinutes(1) }] };
        var story = Story.Triggered(new IncidentRules { ResolveAfter = Duration.Zero }, plan: ringing).Sent()
            .After(Duration.FromSeconds(20)).Do(s => Story.Change(s, AlarmState.Ok))
            .After(Duration.FromSeconds(20)).Do(s => Opening.Reopen(s.State, new OpeningAlarm(Story.Checkout, new AlarmChange(AlarmState.Alarm, s.Now)), "again", ringing, s.Rules, s.Now));

        Assert.Equal(("sms", PageState.Pending), (Assert.Single(story.State.Pages).Channel, story.State.Pages[0].State));
    }

    [Fact]
    public void Reopen_OfAnOpenIncident_IsARepeat() =>
        Assert.Equal(Refusal.RepeatedChange, Story.Triggered().Refused(Story.Reopen));

    [Fact]
    public void Reopen_ByAnOlderChange_IsStale() =>
        Assert.Equal(Refusal.StaleChange, Story.Triggered().After(Duration.FromMinutes(1)).Do(Story.Resolve).Refused(s => Opening.Reopen(
            s.State, new OpeningAlarm(Story.Checkout, new AlarmChange(AlarmState.Alarm, Story.Start - Duration.FromMinutes(1))), "late", Story.PageAna, s.Rules, s.Now)));

    [Fact]
    public void Reopen_OfTheUnreadable_PagesNobodyWithinTheHour()
    {
        var story = Story.Triggered(source: IncidentSource.Unreadable).Sent().Do(Story.Resolve).After(Duration.FromMinutes(45)).Do(Story.Reopen);

        Assert.True(story.State.IsOpen);
        Assert.Empty(story.State.Pages);
    }
}
