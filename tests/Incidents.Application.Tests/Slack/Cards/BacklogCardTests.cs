using Incidents.Application.Notifications;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Cards;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Tests.Slack.Cards;

public sealed class BacklogCardTests
{
    private static readonly CardLinks Reachable = new("prod", new Uri("https://incidents.example.com"));

    [Fact]
    public void Backlog_IsOneMessageThatMentionsEachPersonOnce()
    {
        var card = Render(Reachable, 3);

        Assert.Equal("3 incidents, worst: INC-1 Sev1 checkout: checkout-api-cpu-high: CPUUtilization 93.4% &gt; 80%", card.LockScreen);
        Assert.Equal(2, card.Raw.Split("<@U012ABCDEF>").Length);
        Assert.Contains("• <https://incidents.example.com/incidents/INC-1|INC-1> Sev1 checkout: checkout-api-cpu-high: CPUUtilization 93.4% &gt; 80% (since 13:18 (Europe/Berlin))", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void V09_GatheredCard_OfWhatAnOutsiderStopped_StillAsksThePeople()
    {
        var stopped = Briefings.Triggered().Acknowledged().With(i => i with { AcknowledgedBy = new Actor("slack:U0PASSERBY", "Slack user U0PASSERBY", Via.Slack) });
        var card = new CardJson(new BacklogCard(Reachable).Render([stopped, stopped]));

        Assert.Contains("<@U012ABCDEF>: please acknowledge", card.Text, StringComparison.Ordinal);
        Assert.Contains("acknowledged by Slack user U0PASSERBY", card.Text, StringComparison.Ordinal);
        Assert.Contains("Acknowledge all 2", card.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void V02_GatheredCard_OfAsManyAsFit_NamesEveryOne_WhateverTheirTitles()
    {
        var card = Render(Reachable, BacklogCard.MostNamed, title: string.Concat(Enumerable.Repeat("<&>👩🏽‍🚒 ", 100)));

        Assert.True(card.Raw.Length < 13_000, $"{card.Raw.Length} characters");
        Assert.Equal("🔴 250 incidents, worst: Sev1", card.Header);
        Assert.All(Enumerable.Range(1, 80), n => Assert.Matches($"INC-{n}\\b", card.Text));
        Assert.Contains("Also INC-81 to 250", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void V02_GatheredCard_HasOneButtonForAll_WhoseValueSlackTakes()
    {
        var card = Render(Reachable, BacklogCard.MostNamed);

        Assert.Contains("Acknowledge all 250", card.Raw, StringComparison.Ordinal);
        var value = new CardButton("prod", new IncidentNumber(1), CardAction.Acknowledge) { Also = string.Join(',', Enumerable.Range(2, 249)) }.ToValue();
        Assert.True(value.Length <= 2_000);
        Assert.Equal(250, Assert.IsType<ButtonReading.Understood>(CardButton.Read(new("incident_ack", value), "prod")).Button.All.Count);
    }

    [Theory]
    [InlineData("A61", "<!channel>")]
    [InlineData("A62", "<!here|x>")]
    [InlineData("A63", "<@U1>")]
    [InlineData("A64", "<!subteam^S1>")]
    [InlineData("A65", "<https://evil|click>")]
    [InlineData("A66", "```\n<!channel>")]
    [InlineData("S75", "\u202E<!channel>")]
    public void A61_To_A66_TextFromOutside_MentionsAndLinksNothing(string line, string hostile)
    {
        var card = Render(Reachable, 20, hostile, hostile);

        Assert.False(string.IsNullOrEmpty(line));
        Assert.DoesNotMatch("<(?!https://incidents\\.example\\.com/|@U012ABCDEF>)", card.Text + card.LockScreen);
        Assert.DoesNotMatch("\\p{Cf}", card.Text + card.LockScreen + card.Header);
    }

    [Fact]
    public void Backlog_ThatCannotBeReached_LinksNowhereAndSaysWhatToType()
    {
        var card = Render(new CardLinks("prod", null), 2);

        Assert.DoesNotContain("<http", card.Text, StringComparison.Ordinal);
        Assert.Contains("`incidents ack --mine`", card.Text, StringComparison.Ordinal);
    }

    private static CardJson Render(CardLinks reach, int count, string? title = null, string? service = null) => new(new BacklogCard(reach).Render(
    [
        .. Enumerable.Range(1, count).Select(n => Briefings.Triggered().With(i => i with { Number = new IncidentNumber(n), Title = title ?? i.Title }) with { ServiceName = service ?? "checkout" }),
    ]));
}
