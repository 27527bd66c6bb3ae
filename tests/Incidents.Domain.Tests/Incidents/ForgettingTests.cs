using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.Tests.Incidents;

/// <summary>Acknowledged and then silent: asked once, then paged again.</summary>
public class ForgettingTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Theory]
    [InlineData(Severity.Sev1, true)]
    [InlineData(Severity.Sev2, true)]
    [InlineData(Severity.Sev3, false)]
    [InlineData(Severity.Sev4, false)]
    public void OnlySev1AndSev2_AreForgotten(Severity severity, bool forgotten)
    {
        var story = Story.Triggered(severity: severity, plan: Story.FirstStep).Sent().Do(Story.Acknowledge);

        Assert.Equal(forgotten ? story.Now + (30 * Minute) : null, story.State.AcknowledgedUntil);
    }

    [Fact]
    public void FiveMinutesBefore_TheyAreAsked()
    {
        var story = Taken().After(25 * Minute).Do(Story.Elapse);

        Assert.Equal(new PersonId("ana"), Assert.IsType<StillOnItAsked>(story.Events[^1]).Person);
        Assert.Equal((UpdateKind.StillOnIt, IncidentStatus.Acknowledged), (story.State.Update?.Kind, story.State.Status));
    }

    [Fact]
    public void Expired_PagesThemFirst_ThenTheNextStep()
    {
        var story = Taken().After(25 * Minute).Do(Story.Elapse).Told().After(5 * Minute).Do(Story.Elapse);
        Assert.Equal((IncidentStatus.Triggered, new PersonId("ana")), (story.State.Status, Assert.Single(story.State.Pages).Person));

        story.Sent().After(5 * Minute).Do(Story.Elapse);
        Assert.Equal(new PersonId("ben"), Assert.Single(story.State.Pages).Person);
    }

    [Fact]
    public void AnswerToTheQuestion_BeginsTheHalfHourAnew()
    {
        var story = Taken().After(26 * Minute).Do(Story.Elapse).Told().Do(Story.Acknowledge);

        Assert.Equal((story.Now + (30 * Minute), false), (story.State.AcknowledgedUntil, story.State.AskedStillOnIt));
    }

    [Fact]
    public void ANote_BeginsTheHalfHourAnew()
    {
        var story = Taken().After(20 * Minute).Do(s => Responding.AddNote(s.State, Story.Ana, "rolling back", s.Rules, s.Now));

        Assert.Equal(story.Now + (30 * Minute), story.State.AcknowledgedUntil);
    }

    [Fact]
    public void ANoteOfTheProductItself_KeepsNobodyAwake()
    {
        var story = Taken();
        var until = story.State.AcknowledgedUntil;

        Assert.Equal(until, story.After(20 * Minute).Do(s => Responding.Remark(s.State, "an alarm was deployed", s.Now)).State.AcknowledgedUntil);
    }

    [Fact]
    public void ASnooze_IsNotForgotten()
    {
        var story = Taken().Do(s => Responding.Snooze(s.State, Story.Ana, s.Now + Duration.FromHours(4), s.Now)).Told();

        Assert.Null(story.State.AcknowledgementDue);
    }

    [Fact]
    public void ASnooze_OutlastsAnAlarmThatRecoversAndFiresAgain()
    {
        var story = Taken().Do(s => Responding.Snooze(s.State, Story.Ana, s.Now + Duration.FromHours(4), s.Now)).Told()
            .After(Minute).Do(s => Story.Change(s, AlarmState.Ok)).Told()
            .After(Minute).Do(s => Story.Change(s, AlarmState.Alarm));

        Assert.Null(story.State.AcknowledgementDue);
        Assert.Equal(IncidentStatus.Acknowledged, story.After(Duration.FromHours(1)).Do(Story.Elapse).State.Status);
    }

    private static Story Taken() => Story.Triggered(plan: Story.FirstStep).Sent().Do(Story.Acknowledge).Told();
}
