using System.Text.Json;
using System.Text.Json.Nodes;
using Incidents.Application.Alarms;
using NodaTime;

namespace Incidents.Functions.Tests.Template;

/// <summary>What other services may send, and that the rule which brings their events lets in what is known and worth a look.</summary>
public class AwsEventsTests
{
    private static readonly Part Rule = StackTemplate.Resource("AwsEventRule")["Properties"];

    [Theory]
    [InlineData("senders/guardduty-finding.json")]
    [InlineData("senders/securityhub-finding.json")]
    [InlineData("senders/securityhub-v2-finding.json")]
    [InlineData("senders/backup-job-failed.json")]
    [InlineData("senders/rds-event.json")]
    [InlineData("senders/autoscaling-event.json")]
    [InlineData("senders/ecs-deployment-failed.json")]
    [InlineData("senders/ecs-service-action.json")]
    [InlineData("senders/ecs-task-stopped.json")]
    [InlineData("senders/codebuild-failed.json")]
    [InlineData("senders/ecr-scan.json")]
    [InlineData("senders/cost-anomaly-event.json")]
    [InlineData("senders/health-scheduled-change.json")]
    [InlineData("eventbridge/codedeploy-deployment-failure.json")]
    [InlineData("eventbridge/cloudformation-stack-status-change.json")]
    [InlineData("eventbridge/health-event-public-issue.json")]
    public void V11_AwsEvents_WhenASenderHasSomethingToSay_LetItIn_AndItIsKnown(string file)
    {
        Assert.True(LetsIn(JsonNode.Parse(Payload.Text(file))!));
        var note = Assert.IsType<ParsedMessage.Note>(AlarmParser.Parse(Assert.Single(AlarmMessages.Read(Payload.Text(file), Instant.FromUnixTimeSeconds(0)))));
        Assert.NotEqual((NoteKind.UnknownEvent, Disposition.Ignore), (note.Kind, note.Disposition));
        Assert.NotEqual(NoteKind.UnknownEvent, note.Kind);
    }

    [Theory]
    [InlineData("senders/backup-job-failed.json", "state", "COMPLETED")]
    [InlineData("senders/ecs-task-stopped.json", "lastStatus", "RUNNING")]
    [InlineData("senders/ecs-task-stopped.json", "stopCode", "UserInitiated")]
    [InlineData("senders/ecs-service-action.json", "eventType", "INFO")]
    [InlineData("senders/codebuild-failed.json", "build-status", "IN_PROGRESS")]
    [InlineData("senders/rds-event.json", "EventCategories", "backup")]
    public void V11_AwsEvents_WhenAllIsWell_StayOut(string file, string field, string value)
    {
        var body = JsonNode.Parse(Payload.Text(file))!;
        body["detail"]![field] = value;

        Assert.False(LetsIn(body));
    }

    [Theory]
    [InlineData("eventbridge/alarm-state-change-metric.json")]
    [InlineData("eventbridge/alarm-configuration-change-update.json")]
    public void V11_AwsEvents_DoNotBringAlarms(string file) => Assert.False(LetsIn(JsonNode.Parse(Payload.Text(file))!));

    [Fact]
    public void V11_AwsEvents_AreShortEnoughForARule() => Assert.True(Length(Rule["EventPattern"]) <= 2_048, $"{Length(Rule["EventPattern"])} characters");

    [Fact]
    public void V11_AwsEvents_ArePublishedByARole_AndWhatCannotBeGoesToTheQueue()
    {
        var target = Assert.Single(Rule["Targets"].Items);
        var role = StackTemplate.Resource("AwsEventRole")["Properties"];
        var statement = Assert.Single(Assert.Single(role["Policies"].Items).At("PolicyDocument", "Statement").Items);
        var trust = Assert.Single(role.At("AssumeRolePolicyDocument", "Statement").Items);

        Assert.Equal(("!Ref AlarmTopic", "!GetAtt AwsEventRole.Arn", "!GetAtt AlarmRetryQueue.Arn"), (target["Arn"].Text, target["RoleArn"].Text, target.At("DeadLetterConfig", "Arn").Text));
        Assert.Equal(("sns:Publish", "!Ref AlarmTopic"), (statement["Action"].Text, statement["Resource"].Text));
        Assert.Equal(("events.amazonaws.com", "!Ref AWS::AccountId"), (trust.At("Principal", "Service").Text, trust.At("Condition", "StringEquals", "aws:SourceAccount").Text));
    }

    [Fact]
    public void V11_PoliciesOfTopicAndQueue_WhereTheyNameAService_SayForWhom() => Assert.All(
        new[] { "AlarmTopicPolicy", "AlarmRetryQueuePolicy" }
            .SelectMany(policy => StackTemplate.Resource(policy).At("Properties", "PolicyDocument", "Statement").ItemsOfBothBranches)
            .Where(statement => statement.At("Principal", "Service").Exists),
        statement => Assert.True(statement["Condition"].Exists, statement["Sid"].Text));

    [Theory]
    [InlineData("budgets.amazonaws.com", true)]
    [InlineData("budgets.amazonaws.com,events.rds.amazonaws.com", true)]
    [InlineData("", true)]
    [InlineData("events.amazonaws.com", false)]
    [InlineData("*", false)]
    [InlineData("budgets.amazonaws.com, s3.amazonaws.com", false)]
    public void V11_OtherSenders_AreServicesThatSayOnWhoseBehalfTheyPublish(string value, bool taken) =>
        Assert.Equal(taken, System.Text.RegularExpressions.Regex.IsMatch(value, StackTemplate.Root.At("Parameters", "OtherSenders", "AllowedPattern").Text));

    private static bool LetsIn(JsonNode body)
    {
        using var document = JsonDocument.Parse(body.ToJsonString());
        return EventPattern.Matches(Rule["EventPattern"], document.RootElement);
    }

    /// <summary>As JSON, of which EventBridge takes 2,048 characters.</summary>
    private static int Length(Part part) => part.Entries.Count > 0
        ? 1 + part.Entries.Sum(entry => entry.Key.Length + 4 + Length(entry.Value))
        : part.Node is YamlDotNet.RepresentationModel.YamlSequenceNode ? 1 + part.Items.Sum(item => 1 + Length(item)) : part.Text.Length + 2;
}
