using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.Tests.Incidents;

/// <summary>Alarms that are new to an incident which somebody has.</summary>
public sealed class NotifyingTests
{
    [Fact]
    public void V03_NewName_WhenAcknowledged_IsToldToTheHolder_WhoKeepsIt()
    {
        var story = Taken().Do(s => Counted(s, "db-down"));

        var told = Assert.Single(story.Events.OfType<HolderNotified>());
        Assert.Equal((new PersonId("ana"), 1), (told.Person, told.Count));
        Assert.Equal([new PersonId("ana")], story.State.Pages.Select(p => p.Person));
        Assert.Equal(IncidentStatus.Acknowledged, story.State.Status);
    }

    [Fact]
    public void V03_NewNames_WithinTwoMinutes_AreOneMessage()
    {
        var story = Taken().Do(s => Counted(s, "a")).Sent()
            .After(Duration.FromSeconds(30)).Do(s => Counted(s, "a", "b")).After(Duration.FromSeconds(30)).Do(s => Counted(s, "a", "b", "c"))
            .After(Duration.FromSeconds(61)).Do(Story.Elapse);

        Assert.Equal([["a"], ["b", "c"]], story.Events.OfType<HolderNotified>().Select(e => e.Names.ToArray()));
        Assert.Equal(story.Events.OfType<HolderNotified>().First().GoesOnAt, story.State.News?.GoesOnAt);
    }

    [Fact]
    public void V03_NewName_WhenUnheardForTheTimeout_ThePolicyGoesOn()
    {
        var story = Taken().Do(s => Counted(s, "a")).Sent().After(Duration.FromMinutes(5)).Do(Story.Elapse);

        Assert.Equal(IncidentStatus.Triggered, story.State.Status);
        Assert.Contains(story.State.Pages, p => p.Person == new PersonId("ben"));
    }

    [Theory]
    [InlineData("note")]
    [InlineData("acknowledge")]
    [InlineData("mitigate")]
    [InlineData("severity")]
    [InlineData("title")]
    [InlineData("snooze")]
    public void V03_AnyActOfTheHolder_WhenTold_StopsIt(string act)
    {
        var story = Taken().Do(s => Counted(s, "a")).Sent().Do(s => Counted(s, "a", "b")).After(Duration.FromSeconds(10)).Do(s => act switch
        {
            "note" => Responding.AddNote(s.State, Story.Ana, "looking", s.Rules, s.Now),
            "mitigate" => Responding.Mitigate(s.State, Story.Ana, s.Rules, s.Now),
            "severity" => Directing.ChangeSeverity(s.State, Story.Ana, Severity.Sev3, null, Urgency.High, Story.Planner, s.Rules, s.Now),
            "title" => Directing.Entitle(s.State, Story.Ana, "Nobody can pay", s.Rules, s.Now),
            "snooze" => Responding.Snooze(s.State, Story.Ana, s.Now + Duration.FromHours(1), s.Now),
            _ => Story.Acknowledge(s),
        }).After(Duration.FromMinutes(6)).Do(Story.Elapse);

        Assert.Equal(IncidentStatus.Acknowledged, story.State.Status);
        Assert.Single(story.Events.OfType<HolderNotified>());
        Assert.Empty(story.State.Pages);
    }

    [Fact]
    public void V03_AnActOfSomebodyElse_WhenTold_StopsNothing()
    {
        var ben = new Actor("ben", "Ben", Via.Slack);
        var story = Taken().Do(s => Counted(s, "a")).Sent().Do(s => Responding.AddNote(s.State, ben, "hm", s.Rules, s.Now)).After(Duration.FromMinutes(5)).Do(Story.Elapse);

        Assert.Equal(IncidentStatus.Triggered, story.State.Status);
    }

    [Theory]
    [InlineData(Severity.Sev2, true)]
    [InlineData(Severity.Sev3, false)]
    public void V03_NewName_WhenSnoozed_EndsTheSnooze_OfWhateverSeverity(Severity severity, bool told)
    {
        var story = Story.Triggered().Sent().Do(s => Responding.Snooze(s.State, Story.Ana, s.Now + Duration.FromHours(2), s.Now)).After(Duration.FromMinutes(2)).Do(s => Counted(s, severity, "a"));

        Assert.Null(story.State.SnoozedUntil);
        Assert.NotNull(story.State.AcknowledgedUntil);
        Assert.Equal(IncidentStatus.Acknowledged, story.State.Status);
        Assert.Equal(told, story.State.News is not null);
        Assert.Equal(!told, story.State.Update?.Kind == UpdateKind.AlarmsJoined);
    }

    [Theory]
    [InlineData(Severity.Sev2)]
    [InlineData(Severity.Sev3)]
    public void V09_NewName_WhenAnOutsiderSnoozed_HoldsNoLongerThanTheirSnooze(Severity severity)
    {
        var member = new Actor("slack:U0MEMBER01", "Slack user U0MEMBER01", Via.Slack);
        var story = Story.Triggered(severity: severity).Sent().Do(s => Responding.Snooze(s.State, member, s.Now + Duration.FromHours(1), s.Now));
        var snoozed = story.State.SnoozedUntil;
        story.After(Duration.FromMinutes(2)).Do(s => Counted(s, severity, "a"));

        Assert.NotNull(snoozed);
        Assert.Equal(snoozed, story.State.AcknowledgedUntil);
    }

    [Fact]
    public void V03_TheSameName_WhenAcknowledged_IsOneMessage_AndEndsNoSnooze()
    {
        var story = Story.Triggered().Sent().Do(s => Responding.Snooze(s.State, Story.Ana, s.Now + Duration.FromHours(2), s.Now)).Do(s => Counted(s, "checkout"));

        Assert.NotNull(story.State.SnoozedUntil);
        Assert.Null(story.State.News);
        Assert.Equal(UpdateKind.AlarmsJoined, story.State.Update?.Kind);
    }

    [Fact]
    public void V03_AWorseAlarm_WhenAcknowledged_PagesAsBefore()
    {
        var story = Taken().Do(s => Counted(s, Severity.Sev1, "db-down"));

        Assert.Empty(story.Events.OfType<HolderNotified>());
        Assert.Equal(Severity.Sev1, story.State.Severity);
        Assert.Single(story.State.Pages);
    }

    [Fact]
    public void V03_NewName_WhenTheChannelRefuses_CallsNobody()
    {
        var story = Taken().Do(s => Counted(s, "a"));
        for (var channels = 0; channels < 3; channels++)
        {
            story.Do(s => Delivering.Settle(s.State, s.State.Pages.Select(p => (PageReport)(p.Id, new DeliveryResult.Rejected("no"))), [], Story.Planner, s.Now));
        }

        Assert.DoesNotContain(story.Events.OfType<PageRequested>(), e => e.Channel is Page.Call or Page.Fallback);
    }

    [Fact]
    public void V03_AMessage_WhenItJoins_IsNotFiring() =>
        Assert.Equal((1, 0), MemberAlarm.Count([Alarm("mail", Severity.Sev4) with { Source = IncidentSource.Message }], Story.Checkout) is var count ? (count.Total, count.Firing) : default);

    private static Story Taken() => Story.Triggered(plan: Story.FirstStep).Sent().After(Duration.FromMinutes(1)).Do(Story.Acknowledge).Told();

    private static Decision Counted(Story story, params string[] names) => Counted(story, Severity.Sev2, names);

    private static Decision Counted(Story story, Severity severity, params string[] names)
    {
        var opener = Alarm("checkout", Severity.Sev2) with { Member = Story.Checkout };
        var count = MemberAlarm.Count(names.Select((name, i) => Alarm(name, severity) with { JoinedAt = Story.Start + Duration.FromMinutes(i) }), Story.Checkout, opener);
        return Watching.Count(story.State, count, Urgency.High, Story.PageAna, story.Rules, story.Now, Story.Planner);
    }

    private static MemberAlarm Alarm(string name, Severity severity) => new()
    {
        Member = new AlarmMember(new DedupKey($"arn:aws:cloudwatch:eu-west-1:210987654321:alarm:{name}"), null),
        Name = name,
        Severity = severity,
        JoinedAt = Story.Start,
        Reason = "because",
        Changes = [new AlarmChange(AlarmState.Alarm, Story.Start)],
    };
}
