using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.Tests.Incidents;

/// <summary>Hold, maintenance and low urgency: what pages nobody now pages later, or has a reason not to.</summary>
public class PagingSuppressionTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Theory]
    [InlineData(SuppressionKind.Hold)]
    [InlineData(SuppressionKind.Maintenance)]
    public void WhatStillFiresAtTheEnd_PagesThen(SuppressionKind kind)
    {
        var story = Held(kind);
        Assert.Empty(story.State.Pages);
        Assert.Contains(story.Events, e => e is PagingSuppressed);

        story.After(3 * Minute).Do(Story.Elapse);
        Assert.Equal(new PersonId("ana"), Assert.Single(story.State.Pages).Person);
        Assert.NotNull(story.State.EscalatesAt);
    }

    [Fact]
    public void WhatHasRecovered_PagesNobody()
    {
        var story = Held(SuppressionKind.Hold).After(Minute).Do(s => Story.Change(s, AlarmState.Ok)).After(2 * Minute).Do(Story.Elapse).After(3 * Minute).Do(Story.Elapse);

        Assert.Equal(IncidentStatus.Resolved, story.State.Status);
        Assert.DoesNotContain(story.Events, e => e is PageRequested);
    }

    [Fact]
    public void WhatHasRecovered_AndOnlyPeopleResolve_PagesNobody_UntilItFiresAgain()
    {
        var story = Held(SuppressionKind.Maintenance, new IncidentRules { ResolveAfter = null }).After(Minute).Do(s => Story.Change(s, AlarmState.Ok)).After(2 * Minute).Do(Story.Elapse);
        Assert.DoesNotContain(story.Events, e => e is PageRequested);

        story.After(Minute).Do(s => Story.Change(s, AlarmState.Alarm)).Do(Story.Elapse);
        Assert.Single(story.State.Pages);
    }

    [Fact]
    public void WhatRecoversAndFiresAgainAfterTheEnd_PagesAtOnce()
    {
        var story = Held(SuppressionKind.Hold).After(Minute).Do(s => Story.Change(s, AlarmState.Ok)).After(3 * Minute).Do(Story.Elapse)
            .After(Minute).Do(s => Story.Change(s, AlarmState.Alarm)).Do(Story.Elapse);

        Assert.Single(story.State.Pages);
    }

    [Fact]
    public void EndedEarly_PagesAtOnce() =>
        Assert.Single(Held(SuppressionKind.Maintenance).After(Minute).Do(s => Directing.EndQuiet(s.State, SuppressionKind.Maintenance, "ended early", Story.Planner, s.Now)).State.Pages);

    [Fact]
    public void EndedEarlyDuringRecovery_PagesWhenItFiresAgain()
    {
        var story = Held(SuppressionKind.Maintenance).After(Minute).Do(s => Story.Change(s, AlarmState.Ok))
            .Do(s => Directing.EndQuiet(s.State, SuppressionKind.Maintenance, "ended early", Story.Planner, s.Now));
        Assert.Empty(story.State.Pages);

        story.After(Minute).Do(s => Story.Change(s, AlarmState.Alarm)).Do(Story.Elapse);
        Assert.Equal(new PersonId("ana"), Assert.Single(story.State.Pages).Person);
    }

    [Fact]
    public void LowUrgency_TellsSlackOnce_AndDoesNotEscalate()
    {
        var story = Low().Sent();

        Assert.Null(story.State.EscalatesAt);
        Assert.Equal(Story.Start + Duration.FromHours(5), story.State.Due);
    }

    [Fact]
    public void LowUrgency_BecomesHighWhenSupportHoursBegin()
    {
        var story = Low().Sent().After(Duration.FromHours(5)).Do(Story.Elapse);

        Assert.Equal((Urgency.High, new PersonId("ana")), (story.State.Urgency, Assert.Single(story.State.Pages).Person));
        Assert.NotNull(story.State.EscalatesAt);
    }

    [Fact]
    public void LowUrgency_Acknowledged_StaysLow()
    {
        var story = Low().Sent().Do(Story.Acknowledge).Told().After(Duration.FromHours(6));

        Assert.Equal(Refusal.NothingDue, story.Refused(Story.Elapse));
    }

    [Fact]
    public void LowUrgency_ThatRecoversAsSupportHoursBegin_PagesWhenItFiresAgain()
    {
        var story = Low().Sent().After(Duration.FromHours(5) - Minute).Do(s => Story.Change(s, AlarmState.Ok)).After(Minute).Do(Story.Elapse);
        Assert.Empty(story.State.Pages);

        story.After(Minute).Do(s => Story.Change(s, AlarmState.Alarm)).Do(Story.Elapse);
        Assert.Equal(new PersonId("ana"), Assert.Single(story.State.Pages).Person);
    }

    [Fact]
    public void LoweredAtNight_BecomesHighWhenSupportHoursBegin()
    {
        var morning = Story.Start + Duration.FromHours(5);
        var story = Story.Triggered(plan: Story.FirstStep).Sent()
            .Do(s => Directing.ChangeSeverity(s.State, Story.Ana, Severity.Sev3, null, new Grade(Urgency.Low, morning), Story.Planner, s.Rules, s.Now)).Told();
        Assert.Null(story.State.EscalatesAt);

        story.After(Duration.FromHours(5)).Do(Story.Elapse);
        Assert.Equal((Urgency.High, new PersonId("ana")), (story.State.Urgency, Assert.Single(story.State.Pages).Person));
    }

    [Fact]
    public void AnAlarmTheWindowDoesNotCover_EndsTheSilenceItJoins()
    {
        var story = Held(SuppressionKind.Maintenance).After(Minute).Do(s => Directing.EndQuiet(s.State, SuppressionKind.Maintenance, "checkout-latency is in no window", Story.Planner, s.Now));

        Assert.Single(story.State.Pages);
    }

    private static Story Held(SuppressionKind kind, IncidentRules? rules = null) =>
        Story.Triggered(rules, plan: Story.FirstStep, quiet: new PagingSuppression(Story.Start + (3 * Minute), kind, "because"));

    private static Story Low() => Story.Triggered(severity: Severity.Sev3, plan: Story.FirstStep with { Timeout = null }, urgency: Urgency.Low, raise: Story.Start + Duration.FromHours(5));
}
