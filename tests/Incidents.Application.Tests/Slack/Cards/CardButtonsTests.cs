using Incidents.Application.Notifications;
using Incidents.Application.Slack.Cards;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Tests.Slack.Cards;

public sealed class CardButtonsTests
{
    private static readonly NotificationContent Snoozed = Briefings.Triggered().Acknowledged().With(i => i with { SnoozedUntil = Briefings.TriggeredAt + Duration.FromHours(1) });

    [Fact]
    public void Escalate_AsksBack()
    {
        var escalate = Render(Briefings.Triggered().With(i => i with { Escalation = new EscalationState(1, 1, null) })).Buttons[1];

        Assert.Equal("Page the next step now?", Title(escalate));
        Assert.Equal("""{"v":1,"s":"prod","i":"INC-142","a":"escalate"}""", escalate.GetProperty("value").GetString());
    }

    [Fact]
    public void Escalate_WhenNobodyWasPagedYet_SaysSo() => Assert.Equal("Page whoever is on call now?", Title(Render(Briefings.Triggered()).Buttons[1]));

    [Fact]
    public void Snooze_OfASev2_GoesAsFarAsTheMorning() => Assert.Equal(
        ["for 30 minutes", "for 1 hour", "for 4 hours", "until 09:00 (your time)"],
        Render(Briefings.Triggered().With(i => i with { Severity = Severity.Sev2 })).Options);

    [Fact]
    public void Snooze_OfASev1_IsFourHoursAtMost() => Assert.Equal(["for 30 minutes", "for 1 hour", "for 4 hours"], Render(Briefings.Triggered()).Options);

    [Fact]
    public void Snooze_WhoseValuesWouldBeTooLongForAMenu_IsLeftOut()
    {
        var card = Render(Briefings.Triggered(), new CardLinks(new string('s', 128), new Uri("https://incidents.example.com")));

        Assert.Equal(["Acknowledge", "Escalate", "Resolve", "Open INC-142", "Page also…"], card.ButtonTexts);
    }

    [Fact]
    public void ActionIds_AreUniqueOnEveryCard() => Assert.All(
        new[] { Briefings.Triggered(), Briefings.Triggered().Acknowledged(), Snoozed, Briefings.Triggered().Recovered(), Briefings.Triggered().Resolved() },
        briefing => Assert.Distinct(Render(briefing).Buttons.Select(b => b.GetProperty("action_id").GetString())));

    [Fact]
    public void Snoozed_CanBeEndedAndResolved()
    {
        var card = Render(Snoozed);

        Assert.Equal(["End snooze", "Resolve", "Open INC-142", "Page also…"], card.ButtonTexts);
        Assert.Equal("End the snooze now?", Title(card.Buttons[0]));
        Assert.Contains("*Snoozed* by Ana Ruiz until 14:18 (Europe/Berlin).", card.Text, StringComparison.Ordinal);
        Assert.EndsWith(" · INC-142 · snoozed by Ana Ruiz until 14:18 (Europe/Berlin)", card.LockScreen, StringComparison.Ordinal);
        Assert.DoesNotContain("<@", card.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void Snoozed_WithoutPublicUrl_SaysWhatToType() =>
        Assert.Contains("End the snooze: `incidents give-back INC-142` · resolve: `incidents resolve INC-142`", Render(Snoozed, new CardLinks("prod", null)).Text, StringComparison.Ordinal);

    [Fact]
    public void V28_Card_WithoutButtons_NamesTheCommandOfItsInstallation()
    {
        var stack = new CardLinks("prod", null) { Commands = HostCommands.OfStack("prod") };
        var machine = new CardLinks("local", null) { Commands = HostCommands.OnThisMachine };

        Assert.Contains("Acknowledge: `incidents ack INC-142 --stack prod` · resolve: `incidents resolve INC-142 --stack prod`", Render(Briefings.Triggered(), stack).Text, StringComparison.Ordinal);
        Assert.Contains("Acknowledge: `./incidents ack INC-142` · resolve: `./incidents resolve INC-142`", Render(Briefings.Triggered(), machine).Text, StringComparison.Ordinal);
        Assert.Contains("`incidents ack --mine --stack prod`", new CardJson(new BacklogCard(stack).Render([Briefings.Triggered(), Briefings.Triggered()])).Text, StringComparison.Ordinal);
        Assert.Contains("`incidents ack INC-142 --stack prod`", new CardJson(new IncidentCard(stack).RenderBare(Briefings.Triggered(), mayBeRepeat: false)).LockScreen, StringComparison.Ordinal);
    }

    [Fact]
    public void Recovered_IsNeitherPutOffNorPassedOn()
    {
        Assert.Equal(["Acknowledge", "Resolve", "Open INC-142"], Render(Briefings.Triggered().Recovered()).ButtonTexts);
        Assert.Equal(["Resolve", "Open INC-142"], Render(Briefings.Triggered().Acknowledged().Recovered()).ButtonTexts);
    }

    private static string? Title(System.Text.Json.JsonElement button) => button.GetProperty("confirm").GetProperty("title").GetProperty("text").GetString();

    private static CardJson Render(NotificationContent briefing, CardLinks? reach = null) =>
        new(new IncidentCard(reach ?? new CardLinks("prod", new Uri("https://incidents.example.com"))).Render(briefing));
}
