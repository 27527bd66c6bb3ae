using System.Collections.Immutable;
using Incidents.Application.Notifications;
using Incidents.Application.Slack.Cards;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Tests.Slack.Cards;

/// <summary>What a page says to whoever is woken by a later step, by another channel, or for another reason than the alarm.</summary>
public sealed class CardPeopleTests
{
    private static readonly Instant Later = Briefings.TriggeredAt + Duration.FromMinutes(5);

    private static readonly PagedPerson Ben = new(new PersonId("ben"), "Ben", "U0BEN00001", DateTimeZoneProviders.Tzdb["Europe/Berlin"], Instant.FromUtc(2026, 9, 15, 1, 19));

    [Theory]
    [InlineData(1, 2, "Ana Ruiz has not answered: step 2.", "step 2")]
    [InlineData(2, 1, "Ana Ruiz has not answered: step 1 again.", "step 1 again")]
    [InlineData(3, 0, "Ana Ruiz has not answered: the catch-all.", "the catch-all")]
    public void LaterStep_SaysWhoHasNotAnsweredAndWhichStepItIs(int round, int step, string reason, string place)
    {
        var card = Render(Paging(EscalationState.NobodyAnswered, round, step) with { AskedBefore = "Ana Ruiz" });

        Assert.Contains($"<@U0BEN00001> (on call until 03:19 (Europe/Berlin)): please acknowledge. {reason}", card.Text, StringComparison.Ordinal);
        Assert.Equal($"Sev1 checkout: checkout-api-cpu-high: CPUUtilization 93.4% &gt; 80% · INC-142 · Ben until 03:19 (Europe/Berlin) · {place}", card.LockScreen);
    }

    [Fact]
    public void LaterStep_ThatPagesTheSamePersonAgain_NamesNobody() =>
        Assert.Contains("please acknowledge. Nobody has answered: step 2.", Render(Paging(EscalationState.NobodyAnswered, 1, 2)).Text, StringComparison.Ordinal);

    [Fact]
    public void StepByHand_SaysWhoAskedForIt() =>
        Assert.Contains("please acknowledge. Ana asked for the next step: step 2.", Render(Paging("Ana asked for the next step", 1, 2)).Text, StringComparison.Ordinal);

    [Fact]
    public void FirstStepAgain_SaysWhyItIsPagedNow() =>
        Assert.Contains("please acknowledge. The snooze is over.\n", Render(Paging("the snooze is over", 1, 1)).Text, StringComparison.Ordinal);

    [Fact]
    public void FirstPage_GivesNoReasonButTheAlarm() =>
        Assert.Contains("please acknowledge.\n", Render(Briefings.Triggered().With(i => i with { Escalation = new EscalationState(1, 1, Later) })).Text, StringComparison.Ordinal);

    [Fact]
    public void Worse_SaysWhoHasItAndWhyItIsPagedAgain() => Assert.Contains(
        "<@U0BEN00001> (on call until 03:19 (Europe/Berlin)): it got worse since Ana Ruiz acknowledged it. Cleo raised it to Sev1.",
        Render(Raised("Cleo raised it to Sev1")).Text,
        StringComparison.Ordinal);

    [Fact]
    public void PageAlso_IsNotSaidToBeWorse() => Assert.Contains(
        "<@U0BEN00001> (on call until 03:19 (Europe/Berlin)): your help is wanted. Ana Ruiz has it.",
        Render(Raised(why: null)).Text,
        StringComparison.Ordinal);

    [Fact]
    public void InsteadOfAnotherChannel_SaysWhichOne() =>
        Assert.Contains("Here because push did not take the page in time.", Render(Paging(EscalationState.NobodyAnswered, 1, 2, tried: ["push"])).Text, StringComparison.Ordinal);

    [Fact]
    public void Held_SaysUntilWhenAndNotThatNobodyIsOnCall()
    {
        var card = Render(Briefings.Triggered().With(i => i with { Quiet = new PagingSuppression(Later, SuppressionKind.Maintenance, "Maintenance: deploying <!here>") }) with { Paged = [] });

        Assert.Contains("*Held:* Maintenance: deploying &lt;!here&gt;. Nobody is paged before 11:23 (UTC).", card.Text, StringComparison.Ordinal);
        Assert.EndsWith(" · INC-142 · held until 11:23 (UTC)", card.LockScreen, StringComparison.Ordinal);
    }

    [Fact]
    public void A61_ReasonAndNameFromOutside_MentionNobody()
    {
        var card = Render(Paging("<!channel> <@U1> gave it back", 1, 2) with { AskedBefore = "<!here>" });

        Assert.DoesNotMatch("<[!@](?!U0BEN00001>)", card.Text + card.LockScreen);
    }

    private static NotificationContent Paging(string why, int round, int step, ImmutableList<string>? tried = null) => Briefings.Triggered().With(i => i with
    {
        Escalation = new EscalationState(round, step, null) { FiredAt = Later, Why = why },
        Pages = [new Page { Id = 9, Person = new PersonId("ben"), Channel = "slack", Step = step, Deadline = Later, RequestedAt = Later, Tried = tried }],
    }) with { Paged = [Ben] };

    private static NotificationContent Raised(string? why) => Briefings.Triggered().Acknowledged().With(i => i with
    {
        Escalation = new EscalationState(1, 1, null) { FiredAt = why is null ? null : Later, Why = why },
        Pages = [new Page { Id = 9, Person = new PersonId("ben"), Channel = "slack", Step = 1, Deadline = Later, RequestedAt = Later }],
    }) with { Paged = [Ben] };

    private static CardJson Render(NotificationContent briefing) => new(new IncidentCard(new CardLinks("prod", new Uri("https://incidents.example.com"))).Render(briefing));
}
