using Incidents.Application.Alarms;
using Incidents.Domain.Alarms;
using NodaTime;
using static Incidents.Application.Tests.Alarms.Delivered;

namespace Incidents.Application.Tests.Alarms;

public sealed class EventBridgePayloadTests
{
    [Fact]
    public void StateChange_IsTheSameAlarmAsTheBodyOfATopic()
    {
        var alarm = Alarm(Payload.Text("eventbridge/alarm-state-change-metric.json"));

        Assert.Equal("arn:aws:cloudwatch:us-east-1:123456789012:alarm:ServerCpuTooHigh", alarm.Key.Value);
        Assert.Equal((AlarmState.Ok, AlarmState.Alarm), (alarm.PreviousState, alarm.State));
        Assert.Equal("Goes into alarm when server CPU utilization is too high!", alarm.Description);
        Assert.Equal(Instant.FromUtc(2019, 10, 2, 17, 4, 40) + Duration.FromMilliseconds(989), alarm.ChangedAt);
        Assert.Equal(("AWS/EC2", "CPUUtilization", "Average"), (alarm.Metric!.Namespace, alarm.Metric.Name, alarm.Metric.Statistic));
        Assert.Equal([new("InstanceId", "i-12345678901234567")], alarm.Metric.Dimensions);
        Assert.Equal((99.50160229693434, 50.0, 300), (alarm.Metric.Value, alarm.Metric.Threshold, alarm.Metric.PeriodSeconds));
        Assert.Null(alarm.SuppressedBy);
    }

    [Fact]
    public void SuppressedComposite_SaysWhatSuppressedIt()
    {
        var alarm = Alarm(Payload.Text("eventbridge/alarm-state-change-composite-suppressed.json"));

        Assert.Equal("WaitPeriod", alarm.SuppressedBy);
        Assert.Equal(
            [
                new("arn:aws:cloudwatch:us-east-1:123456789012:alarm:ServerCpuTooHigh"),
                new("arn:aws:cloudwatch:us-east-1:123456789012:alarm:TotalNetworkTrafficTooHigh"),
            ],
            alarm.Composite!.Children);
        Assert.Equal("arn:aws:cloudwatch:us-east-1:123456789012:alarm:ServerCpuTooHigh", Assert.Single(alarm.Composite.Triggering).Key.Value);
    }

    [Fact]
    public void MutedAlarm_IsSuppressedByItsMuteRule()
    {
        var muted = Body("eventbridge/alarm-state-change-metric.json");
        muted["detail"]!["muteDetail"] = new System.Text.Json.Nodes.JsonObject { ["mutedByArn"] = "arn:aws:cloudwatch:us-east-1:123456789012:alarm-mute-rule:night" };

        Assert.Equal("arn:aws:cloudwatch:us-east-1:123456789012:alarm-mute-rule:night", Alarm(muted).SuppressedBy);
    }

    [Fact]
    public void ContributorStateChange_NamesTheSeriesAndNoPreviousState()
    {
        var alarm = Alarm(Payload.Text("eventbridge/alarm-contributor-state-change.json"));

        Assert.Equal(("2868f7dcc58a8caf", "b"), (alarm.Contributor!.Id, alarm.Contributor.Attributes["Team"]));
        Assert.Null(alarm.PreviousState);
        Assert.Equal(30.0, alarm.Metric!.Value);
    }

    [Fact]
    public void ConfigurationChange_IsAFindingAndNoAlarm()
    {
        var note = Note(Payload.Text("eventbridge/alarm-configuration-change-update.json"));

        Assert.Equal((NoteKind.AlarmConfiguration, Disposition.Ignore), (note.Kind, note.Disposition));
        Assert.Equal("Alarm ServerCpuTooHigh: update", note.Title);
        Assert.Equal("threshold: 70 → 80", note.Text);
    }

    [Fact]
    public void HealthEvent_IsOpenWhateverItsTextSays()
    {
        var note = Note(Payload.Text("eventbridge/health-event-public-issue.json"));

        Assert.Equal((NoteKind.Health, Disposition.OpenLow), (note.Kind, note.Disposition));
        Assert.Equal(("AWS Health: AWS EC2 OPERATIONAL ISSUE in af-south-1", "EC2"), (note.Title, note.ServiceHint));
        Assert.Equal("note:Health:123456789012:01b0993207d81a09dcd552ebd1e633e36cf1f09a-1", note.Key.Value);
    }

    [Theory]
    [InlineData("codedeploy-deployment-failure.json", "myApplication: FAILURE", "myApplication")]
    [InlineData("cloudformation-stack-status-change.json", "teststack: UPDATE_ROLLBACK_COMPLETE", "teststack")]
    public void FailedChange_IsANoteOnItsService(string file, string title, string about)
    {
        var note = Note(Payload.Text("eventbridge/" + file));

        Assert.Equal((NoteKind.Deployment, Disposition.OnService, true), (note.Kind, note.Disposition, note.Failed));
        Assert.Equal((title, about), (note.Title, note.ServiceHint));
    }

    [Fact]
    public void SucceededChange_HasNotFailed()
    {
        var succeeded = Body("eventbridge/codedeploy-deployment-failure.json");
        succeeded["detail"]!["state"] = "SUCCESS";

        Assert.False(Note(succeeded.ToJsonString()).Failed);
    }
}
