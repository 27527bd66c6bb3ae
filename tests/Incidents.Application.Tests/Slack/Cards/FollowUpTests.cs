using Incidents.Application.Notifications;
using Incidents.Application.Slack.Cards;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Tests.Slack.Cards;

public sealed class FollowUpTests
{
    private const string Link = "<https://incidents.example.com/incidents/INC-142|INC-142> checkout: ";

    private static readonly FollowUp Reachable = new(new CardLinks("prod", new Uri("https://incidents.example.com/")));

    [Fact]
    public void Acknowledged_SaysWhoAndHowFast() =>
        Says("acknowledged by Ana Ruiz after 4 min.", Briefings.Triggered().Acknowledged(), UpdateKind.Acknowledged);

    [Fact]
    public void GivenBack_CanBeTakenAtOnce()
    {
        var news = Says(
            "given back by Ana Ruiz. Nobody has it now.",
            Briefings.Triggered().With(i => i with { AcknowledgedBy = Briefings.Ana }),
            UpdateKind.GivenBack);

        Assert.Contains("Acknowledge", news.ButtonTexts);
    }

    [Fact]
    public void AlarmsJoined_CountsThem() => Says(
        "1 more alarm joined, 1 of them firing.",
        Briefings.Triggered().With(i => i with { Joined = new JoinedAlarms(1, 1, null, null, 0) }),
        UpdateKind.AlarmsJoined);

    [Fact]
    public void Recovered_AsksWhetherToResolve()
    {
        var news = Says(
            "recovered, resolve? All alarms are OK since 13:32 (Europe/Berlin); it resolves at 14:02 (Europe/Berlin) if nothing fires again.",
            Briefings.Triggered().Acknowledged().Recovered(),
            UpdateKind.Recovered);

        Assert.Equal(["Resolve", "Open INC-142"], news.ButtonTexts);
    }

    [Fact]
    public void Resolved_SaysWhyAndAfterHowLong() => Assert.Empty(
        Says("resolved after 44 min: all alarms went back to OK.", Briefings.Triggered().Recovered().Resolved(), UpdateKind.Resolved).Buttons);

    [Fact]
    public void V26_Resolved_WhenADraftIsWritten_SaysWhatPrintsIt() => Says(
        "resolved after 44 min: all alarms went back to OK. Its postmortem is drafted: `incidents postmortem INC-142`",
        Briefings.Triggered().Recovered().Resolved() with { IsDrafted = true },
        UpdateKind.Resolved);

    [Fact]
    public void ResolvedWhileFiring_IsSaid() => Says(
        "resolved after 44 min: a person resolved it while an alarm was still in ALARM.",
        Briefings.Triggered().Resolved().With(i => i with { ResolvedWhileFiring = true, ResolveReason = ResolveReason.Fixed }),
        UpdateKind.Resolved);

    [Fact]
    public void V06_Reminder_OfAResolveWhileFiring_MentionsTheResolver()
    {
        var holder = Briefings.Triggered().Paged[0];
        var resolved = Briefings.Triggered().Resolved().With(i => i with { ResolvedBy = Briefings.Ana }) with { Holder = holder };

        var news = new CardJson(Reachable.Render(resolved, UpdateKind.Reminder));

        Assert.Equal(Link + "<@U012ABCDEF>, you resolved it, and an alarm of it is still in ALARM.", news.LockScreen);
        Assert.Equal(["Reopen", "Open INC-142"], news.ButtonTexts);
    }

    [Fact]
    public void Reminder_SaysSinceWhenAndWhoHasIt()
    {
        Says("still open since Mon 14 Sep 13:18 (Europe/Berlin), and nobody has it.", Briefings.Triggered(), UpdateKind.Reminder);
        Says("still open since Mon 14 Sep 13:18 (Europe/Berlin), acknowledged by Ana Ruiz.", Briefings.Triggered().Acknowledged(), UpdateKind.Reminder);
        Says("resolved, and an alarm of it is still in ALARM.", Briefings.Triggered().Resolved(), UpdateKind.Reminder);
    }

    [Fact]
    public void Snoozed_SaysByWhomAndUntilWhen() => Says(
        "snoozed by Ana Ruiz until 14:18 (Europe/Berlin).",
        Briefings.Triggered().Acknowledged().With(i => i with { SnoozedUntil = i.TriggeredAt + Duration.FromHours(1) }),
        UpdateKind.Snoozed);

    [Fact]
    public void Held_SaysWhyAndUntilWhen_AndCanBeTaken()
    {
        var news = Says(
            "checkout-api-cpu-high: CPUUtilization 93.4% &gt; 80%. Maintenance: deploying. Nobody is paged before 14:18 (Europe/Berlin).",
            Briefings.Triggered().With(i => i with { Quiet = new PagingSuppression(i.TriggeredAt + Duration.FromHours(1), SuppressionKind.Maintenance, "Maintenance: deploying") }),
            UpdateKind.Held);

        Assert.Equal(["Acknowledge", "Escalate", "Snooze", "Resolve", "Open INC-142", "Page also…"], news.ButtonTexts);
    }

    [Fact]
    public void StillOnIt_MentionsTheHolder_WhoAloneIsMeantByTheButton()
    {
        var news = new CardJson(Reachable.Render(Asked(), UpdateKind.StillOnIt));

        Assert.Equal(Link + "<@U012ABCDEF>, still on it? Without an answer you are paged at 13:48 (Europe/Berlin), and then the next step.", news.LockScreen);
        Assert.Equal(["Ana Ruiz: still on it", "for 1 h", "for 2 h", "Give back", "Resolve", "Open INC-142"], news.ButtonTexts);
        Assert.Distinct(news.Buttons.Select(button => button.GetProperty("action_id").GetString()));
        Assert.Equal("""{"v":1,"s":"prod","i":"INC-142","a":"still","t":"30m"}""", news.Buttons[0].GetProperty("value").GetString());
        Assert.Equal("""{"v":1,"s":"prod","i":"INC-142","a":"back"}""", news.Buttons[3].GetProperty("value").GetString());
    }

    [Fact]
    public void StillOnIt_OfSomebodyWithAVeryLongName_KeepsToTheLimitOfAButton()
    {
        var asked = Asked().With(i => i with { AcknowledgedBy = new Actor("x", new string('n', 300), Via.Slack) });

        Assert.EndsWith("…: still on it", new CardJson(Reachable.Render(asked, UpdateKind.StillOnIt)).ButtonTexts.First(), StringComparison.Ordinal);
    }

    [Fact]
    public void StillOnIt_ThatComesAfterTheEnd_HasNothingToPress() =>
        Assert.Empty(new CardJson(Reachable.Render(Asked().Resolved(), UpdateKind.StillOnIt)).Buttons);

    [Fact]
    public void WithoutPublicUrl_HasNoLinkAndSaysWhatToType()
    {
        var news = new CardJson(new FollowUp(new CardLinks("prod", null)).Render(Briefings.Triggered().Acknowledged().Recovered(), UpdateKind.Recovered));

        Assert.StartsWith("INC-142 checkout: recovered", news.LockScreen, StringComparison.Ordinal);
        Assert.Contains("`incidents resolve INC-142`", news.Text, StringComparison.Ordinal);
        Assert.Empty(news.Buttons);
    }

    [Theory]
    [InlineData(-5, "0 s")]
    [InlineData(59, "59 s")]
    [InlineData(60, "1 min")]
    [InlineData(3_600, "1 h 0 min")]
    [InlineData(86_399, "23 h 59 min")]
    [InlineData(86_400, "1 day 0 h")]
    [InlineData(176_400, "2 days 1 h")]
    public void Lengths_AreInTheUnitsPeopleUse(int seconds, string length) => Says(
        $"acknowledged by Ana Ruiz after {length}.",
        Briefings.Triggered().Acknowledged().With(i => i with { AcknowledgedAt = i.TriggeredAt + Duration.FromSeconds(seconds) }),
        UpdateKind.Acknowledged);

    private static NotificationContent Asked()
    {
        var briefing = Briefings.Triggered().Acknowledged().With(i => i with { AskedStillOnIt = true, AcknowledgedUntil = i.TriggeredAt + Duration.FromMinutes(30) });
        return briefing with { Holder = briefing.Paged[0] };
    }

    private static CardJson Says(string sentence, NotificationContent briefing, UpdateKind news)
    {
        var message = new CardJson(Reachable.Render(briefing, news));
        Assert.Equal(Link + sentence, message.LockScreen);
        Assert.DoesNotContain("<@", message.Raw, StringComparison.Ordinal);
        return message;
    }
}
