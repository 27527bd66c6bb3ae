using System.Collections.Immutable;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.Tests.Incidents;

/// <summary>What an incident is called, and which alarm it is about.</summary>
public sealed class HeadlineTests
{
    private static readonly MemberAlarm Opener = Alarm("checkout", Severity.Sev2) with { Member = Story.Checkout };

    [Fact]
    public void V04_Headline_WhenAWorseAlarmJoins_IsTheWorseOne_AndTheOldTitleIsKept()
    {
        var incident = Story.Triggered().Sent().Do(s => Counted(s, Alarm("db-Down", Severity.Sev1))).State;

        Assert.Equal(("db-Down", "db-Down: 1 > 0"), (incident.Title, incident.Lead?.Metric));
        Assert.Equal(["checkout"], incident.FormerTitles);
        Assert.Equal(Severity.Sev1, incident.Severity);
    }

    [Fact]
    public void V04_Headline_WhenAnAlarmOfTheSameSeverityJoins_IsTheOldest()
    {
        var story = Story.Triggered().Sent().Do(s => Counted(s, Alarm("later", Severity.Sev2)));

        Assert.Equal(("checkout", null), (story.State.Title, story.State.Lead));
        Assert.DoesNotContain(story.Events, e => e is AlarmLeads);
    }

    [Fact]
    public void V04_Headline_WhenItsCompositeJoins_IsTheComposite_WithTheMetricOfTheChild()
    {
        var composite = Alarm("checkout-health", Severity.Sev2) with { Children = [MemberAlarm.Mark(Story.Checkout.Key)], Metric = "checkout" };
        var incident = Story.Triggered().Sent().Do(s => Counted(s, composite)).State;

        Assert.Equal(("checkout-health", "checkout: 1 > 0"), (incident.Title, incident.Lead?.Metric));
    }

    [Fact]
    public void V04_Headline_WhenACompositeJoinsThatIsNotMadeOfIt_IsTheOldest() =>
        Assert.Equal("checkout", Story.Triggered().Sent().Do(s => Counted(s, Alarm("other-health", Severity.Sev2) with { Children = [1] })).State.Title);

    [Fact]
    public void V04_Headline_WhenNoneFires_IsTheWorstThatFired()
    {
        var (worst, other) = (Alarm("db-down", Severity.Sev1), Alarm("queue", Severity.Sev2));

        Assert.Equal("db-down", Headline.Of([Calm(Opener), Calm(other), Calm(worst)])?.Name);
        Assert.Equal("queue", Headline.Of([Calm(Opener), other, Calm(worst)])?.Name);
        Assert.Null(Headline.Of([Opener with { Source = IncidentSource.Message }]));
    }

    [Fact]
    public void V04_Headline_WhenAnAlarmOnlyRecovers_StaysAsItWasTold_AndTheNextPageHasTheNewOne()
    {
        var story = Story.Triggered(plan: Story.FirstStep).Sent().Do(s => Counted(s, Alarm("db-down", Severity.Sev1))).Sent()
            .After(Duration.FromMinutes(1)).Do(s => Counted(s, Calm(Alarm("db-down", Severity.Sev1))));

        Assert.Equal(("db-down", "checkout"), (story.State.Title, story.State.Lead?.Name));

        Assert.Equal("checkout", story.After(Duration.FromMinutes(5)).Do(s => Directing.Escalate(s.State, Story.Ana, Story.Planner, s.Now)).State.Title);
    }

    [Fact]
    public void V04_Headline_WhenNothingWasSentYet_FollowsARecovery()
    {
        var quiet = new PagingSuppression(Story.Start + Duration.FromHours(1), SuppressionKind.Hold, "hold");
        var incident = Story.Triggered(quiet: quiet).Do(s => Counted(s, Alarm("later", Severity.Sev2))).Do(s => Counted(s, Calm(Opener), Alarm("later", Severity.Sev2))).State;

        Assert.Equal("later", incident.Title);
    }

    [Fact]
    public void V04_Title_WhenAPersonGaveIt_NoAlarmChangesIt()
    {
        var incident = Story.Triggered().Sent().Do(s => Directing.Entitle(s.State, Story.Ana, " Nobody can pay ", s.Rules, s.Now)).Do(s => Counted(s, Alarm("db-down", Severity.Sev1))).State;

        Assert.Equal(("Nobody can pay", "db-down"), (incident.Title, incident.Lead?.Name));
        Assert.Equal(["checkout"], incident.FormerTitles);

        var declared = Story.Triggered(source: IncidentSource.Declared).Sent().Do(s => Counted(s, Alarm("db-down", Severity.Sev1))).State;
        Assert.Equal(("checkout", true), (declared.Title, declared.LeadsWithAlarm));
    }

    [Fact]
    public void V04_Title_WhenItHasIt_OrIsNone_IsRefused()
    {
        var story = Story.Triggered().Do(s => Directing.Entitle(s.State, Story.Ana, "Nobody can pay", s.Rules, s.Now));

        Assert.Equal(Refusal.SameTitle, story.Refused(s => Directing.Entitle(s.State, Story.Ana, "Nobody can pay ", s.Rules, s.Now)));
        Assert.Equal(Refusal.TitleOutOfRange, story.Refused(s => Directing.Entitle(s.State, Story.Ana, "  ", s.Rules, s.Now)));
        Assert.Equal(Refusal.TitleOutOfRange, story.Refused(s => Directing.Entitle(s.State, Story.Ana, new string('x', Directing.LongestTitle + 1), s.Rules, s.Now)));
    }

    [Fact]
    public void V04_FormerTitles_WhenThereAreMany_KeepTheFirstAndTheNewest()
    {
        var story = Story.Triggered();
        for (var i = 1; i <= 20; i++)
        {
            var title = $"title {i}";
            story.Do(s => Directing.Entitle(s.State, Story.Ana, title, s.Rules, s.Now));
        }

        Assert.Equal(Headline.MostFormerTitles, story.State.FormerTitles.Count);
        Assert.Equal(("checkout", "title 19"), (story.State.FormerTitles[0], story.State.FormerTitles[^1]));
    }

    [Fact]
    public void V04_Headline_WhenResolved_IsFixed()
    {
        var story = Story.Triggered().Sent().Do(s => Counted(s, Alarm("db-down", Severity.Sev1))).Do(s => Counted(s, Calm(Alarm("db-down", Severity.Sev1)))).Do(Story.Resolve);
        var title = story.State.Title;

        Assert.Equal(title, story.Do(s => Counted(s, Alarm("db-down", Severity.Sev1), Alarm("worse", Severity.Sev1))).State.Title);
    }

    private static Decision Counted(Story story, params MemberAlarm[] alarms)
    {
        var opener = alarms.FirstOrDefault(a => a.Member == Story.Checkout) ?? Opener;
        return Story.Count(story, MemberAlarm.Count(alarms, Story.Checkout, opener));
    }

    private static MemberAlarm Calm(MemberAlarm alarm) => alarm.With(new AlarmChange(AlarmState.Ok, Story.Start + Duration.FromMinutes(1)));

    private static MemberAlarm Alarm(string name, Severity severity) => new()
    {
        Member = new AlarmMember(new DedupKey($"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:{name}"), null),
        Name = name,
        Severity = severity,
        JoinedAt = name == "checkout" ? Story.Start : Story.Start + Duration.FromSeconds(10),
        Reason = "because",
        Metric = $"{name}: 1 > 0",
        Changes = [new AlarmChange(AlarmState.Alarm, Story.Start)],
    };
}
