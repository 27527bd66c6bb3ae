using Incidents.Application.Alarms;
using static Incidents.Application.Tests.Alarms.Delivered;

namespace Incidents.Application.Tests.Alarms;

/// <summary>Things that share a topic with alarms are shown or ignored, and never an error.</summary>
public sealed class NoteTests
{
    [Fact]
    public void A38_Budgets_OpenLow()
    {
        var note = Note("AWS Budget Notification September 14, 2026\nAWS Account 123456789012\n\nALARM threshold: > $100", "AWS Budgets: Monthly has exceeded your alert threshold");

        Assert.Equal((NoteKind.Budget, Disposition.OpenLow), (note.Kind, note.Disposition));
        Assert.Equal("AWS Budgets: Monthly has exceeded your alert threshold", note.Title);
    }

    [Fact]
    public void A39_GuardDuty_OpensLow()
    {
        var note = Note("""{"source":"aws.guardduty","detail-type":"GuardDuty Finding","id":"e","detail":{"id":"f1","title":"Unusual ALARM call","description":"from 198.51.100.1"}}""");

        Assert.Equal((NoteKind.GuardDuty, "GuardDuty: Unusual ALARM call", "note:GuardDuty:f1"), (note.Kind, note.Title, note.Key.Value));
    }

    [Theory]
    [InlineData("""{"Event Source":"db-instance","Source ID":"orders","Event Message":"Multi-AZ failover started"}""")]
    [InlineData("""{"source":"aws.rds","detail-type":"RDS DB Instance Event","detail":{"SourceIdentifier":"orders","Message":"Multi-AZ failover started"}}""")]
    public void A40_RdsEvent_OpensLow(string text)
    {
        var note = Note(text);

        Assert.Equal((NoteKind.Rds, "RDS orders: Multi-AZ failover started", "orders"), (note.Kind, note.Title, note.ServiceHint));
    }

    [Fact]
    public void A41_ChatbotCustomSchema_OpensLow()
    {
        var note = Note("""{"version":"1.0","source":"custom","content":{"textType":"client-markdown","title":"Nightly job","description":"late by 2 h"}}""");

        Assert.Equal((NoteKind.Chatbot, "Nightly job", "late by 2 h"), (note.Kind, note.Title, note.Text));
    }

    [Fact]
    public void A42_SubscriptionConfirmationRecord_IsIgnoredAndItsLinkNotRepeated()
    {
        var record = """{"Records":[{"EventSource":"aws:sns","Sns":{"Type":"SubscriptionConfirmation","TopicArn":"t","Token":"secret","Message":"visit","SubscribeURL":"https://x/?Token=secret"}}]}""";

        var note = Assert.IsType<ParsedMessage.Note>(AlarmParser.Parse(Assert.Single(AlarmMessages.Read(record, SentAt))));

        Assert.Equal((NoteKind.SubscriptionConfirmation, Disposition.Ignore), (note.Kind, note.Disposition));
        Assert.DoesNotContain("secret", note.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void UnsubscribeConfirmation_IsWorthALook() =>
        Assert.Equal(
            (NoteKind.UnsubscribeConfirmation, Disposition.OpenLow),
            AlarmParser.Parse(Message("gone") with { Type = "UnsubscribeConfirmation" }) is ParsedMessage.Note note ? (note.Kind, note.Disposition) : default);

    [Fact]
    public void A43_HealthEventsOfOneCommunication_ShareAKey()
    {
        var page1 = Body("eventbridge/health-event-public-issue.json");
        var page2 = Body("eventbridge/health-event-public-issue.json").With("id", "another");
        page2["detail"]!["page"] = "2";
        page2["detail"]!["statusCode"] = "closed";

        Assert.Equal(Note(page1.ToJsonString()).Key, Note(page2.ToJsonString()).Key);
        Assert.Equal(Disposition.Ignore, Note(page2.ToJsonString()).Disposition);
    }

    [Theory]
    [InlineData("autoscaling:EC2_INSTANCE_LAUNCH", Disposition.Ignore)]
    [InlineData("autoscaling:TEST_NOTIFICATION", Disposition.Ignore)]
    [InlineData("autoscaling:EC2_INSTANCE_LAUNCH_ERROR", Disposition.OpenLow)]
    public void AutoScaling_OnlyAFailureIsWorthALook(string what, Disposition expected)
    {
        var note = Note($$"""{"AutoScalingGroupName":"web","Event":"{{what}}","Description":"Launching i-1"}""");

        Assert.Equal((NoteKind.AutoScaling, expected, "web"), (note.Kind, note.Disposition, note.ServiceHint));
    }

    [Fact]
    public void JsonOfUnknownShape_IsShown()
    {
        var note = Note("""{"build":17,"status":"green"}""", "Build finished");

        Assert.Equal((NoteKind.UnknownJson, "Build finished"), (note.Kind, note.Title));
    }

    [Fact]
    public void EventOfUnknownKind_IsShown() =>
        Assert.Equal("EC2 Spot Instance Interruption Warning from aws.ec2", Note("""{"source":"aws.ec2","detail-type":"EC2 Spot Instance Interruption Warning","detail":{}}""").Title);

    [Fact]
    public void LongText_IsCutAndItsTitleIsOneLine()
    {
        var note = Note(string.Join('\n', Enumerable.Repeat("words and words", 10_000)));

        Assert.Equal((150, 4000), (note.Title.Length, note.Text.Length));
        Assert.DoesNotContain('\n', note.Title);
    }
}
