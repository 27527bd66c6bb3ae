using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.Tests.Incidents;

public class DirectingTests
{
    private static readonly Actor Ben = new("ben", "Ben", Via.CommandLine);

    [Theory]
    [InlineData("ana")]
    [InlineData("ben")]
    public void F50_EscalateTwiceWithin30Seconds_ByWhomever_PagesOneStep(string second)
    {
        var story = Opened().After(Duration.FromMinutes(1)).Do(Escalate).After(Duration.FromSeconds(29));

        Assert.Equal(Refusal.JustEscalated, story.Refused(s => Directing.Escalate(s.State, second == "ana" ? Story.Ana : Ben, Story.Planner, s.Now)));
        Assert.Equal(2, story.State.Escalation!.Step);
    }

    [Fact]
    public void Escalate_After30Seconds_PagesTheStepAfter() =>
        Assert.Equal(3, Opened().Do(Escalate).After(Duration.FromSeconds(30)).Do(Escalate).State.Escalation!.Step);

    [Fact]
    public void Escalate_OnceSomebodyHasTakenIt_IsAWishOfItsOwn() =>
        Assert.Equal(3, Opened().Do(Escalate).After(Duration.FromSeconds(5)).Do(Story.Acknowledge).Do(Escalate).State.Escalation!.Step);

    [Fact]
    public void Escalate_JustAfterAStepFiredByItself_PagesTheNext()
    {
        var story = Opened().After(Duration.FromMinutes(5)).Do(Story.Elapse);

        Assert.Equal((2, 3), (story.State.Escalation!.Step, story.After(Duration.FromSeconds(1)).Do(Escalate).State.Escalation!.Step));
    }

    [Fact]
    public void Escalate_KeepsWhyTheStepFired() => Assert.Equal("Ana asked for the next step", Opened().Do(Escalate).After(Duration.Zero).State.Escalation!.Why);

    [Fact]
    public void Escalation_WithWhichItOpened_KeepsNoReason() => Assert.Equal((null, null), (Opened().State.Escalation!.Why, Opened().State.Escalation!.FiredAt));

    private static Story Opened() => Story.Triggered(plan: Story.FirstStep);

    private static Decision Escalate(Story s) => Directing.Escalate(s.State, Story.Ana, Story.Planner, s.Now);
}
