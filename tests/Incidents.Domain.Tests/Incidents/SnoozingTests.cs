using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.Tests.Incidents;

public class SnoozingTests
{
    private static readonly Duration Hour = Duration.FromHours(1);
    private static readonly Actor Ben = new("ben", "Ben", Via.CommandLine);

    [Fact]
    public void ItsEnd_PagesTheSnoozer_WhoIsOnCall()
    {
        var story = Open().Do(s => Responding.Snooze(s.State, Story.Ana, s.Now + Hour, s.Now)).Told().After(Hour).Do(Story.Elapse);

        Assert.Equal((IncidentStatus.Triggered, new PersonId("ana")), (story.State.Status, Assert.Single(story.State.Pages).Person));
        Assert.NotNull(story.State.EscalatesAt);
    }

    [Fact]
    public void ItsEnd_PagesWhoeverIsOnCall_WhenTheSnoozerIsNot()
    {
        var story = Open().Do(s => Responding.Snooze(s.State, Ben, s.Now + Hour, s.Now)).Told().After(Hour).Do(Story.Elapse);

        Assert.Equal(new PersonId("ana"), Assert.Single(story.State.Pages).Person);
    }

    [Fact]
    public void WhileItLasts_NobodyIsPaged()
    {
        var story = Open().Do(s => Responding.Snooze(s.State, Story.Ana, s.Now + Hour, s.Now)).Told().After(Hour - Duration.FromSeconds(1));

        Assert.Equal(Refusal.NothingDue, story.Refused(Story.Elapse));
    }

    [Theory]
    [InlineData(Severity.Sev1, 4)]
    [InlineData(Severity.Sev2, 7 * 24)]
    public void ItsLongest_DependsOnTheSeverity(Severity severity, int hours)
    {
        var story = Story.Triggered(severity: severity, plan: Story.FirstStep).Sent();

        Assert.IsType<Decision.Accepted>(Responding.Snooze(story.State, Story.Ana, story.Now + (hours * Hour), story.Now));
        Assert.Equal(Refusal.SnoozeOutOfRange, story.Refused(s => Responding.Snooze(s.State, Story.Ana, s.Now + (hours * Hour) + Duration.FromSeconds(1), s.Now)));
    }

    [Fact]
    public void AWorseAlarm_PagesAllTheSame()
    {
        var story = Open().Do(s => Responding.Snooze(s.State, Story.Ana, s.Now + Hour, s.Now)).Told()
            .Do(s => Story.Count(s, new JoinedCount(1, 1, s.Now, (Severity.Sev1, "worse"))));

        Assert.Single(story.State.Pages);
    }

    private static Story Open() => Story.Triggered(plan: Story.FirstStep).Sent();
}
