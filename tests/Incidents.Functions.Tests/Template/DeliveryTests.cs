namespace Incidents.Functions.Tests.Template;

/// <summary>An alarm that is not handled goes on to the next place, and Lambda's own retries do not come between.</summary>
public class DeliveryTests
{
    private const string RetryQueue = "!GetAtt AlarmRetryQueue.Arn";

    private static readonly Part ReceiveAlarm = StackTemplate.Resource("ReceiveAlarm")["Properties"];
    private static readonly Part Retry = StackTemplate.Resource("AlarmRetryQueue")["Properties"];

    [Fact]
    public void AFailedInvocation_GoesToTheQueue_AndOnlyThere()
    {
        var config = ReceiveAlarm["EventInvokeConfig"];

        Assert.Equal("0", config["MaximumRetryAttempts"].Text);
        Assert.Equal(("SQS", RetryQueue), (config.At("DestinationConfig", "OnFailure", "Type").Text, config.At("DestinationConfig", "OnFailure", "Destination").Text));
    }

    [Fact]
    public void WhatTheTopicCannotDeliver_GoesToTheSameQueue() =>
        Assert.Equal(RetryQueue, ReceiveAlarm.At("Events", "Alarm", "Properties", "RedrivePolicy", "deadLetterTargetArn").Text);

    [Fact]
    public void AMessage_IsTriedFiveTimes_AndParked() => Assert.Equal(
        ("!GetAtt AlarmParkedQueue.Arn", $"{RetryAlarmFunction.MostTries}"),
        (Retry.At("RedrivePolicy", "deadLetterTargetArn").Text, Retry.At("RedrivePolicy", "maxReceiveCount").Text));

    [Fact]
    public void AMessage_IsNotTriedAgainWhileItIsBeingTried() =>
        Assert.True(Retry["VisibilityTimeout"].Number > StackTemplate.Resource("RetryAlarm").At("Properties", "Timeout").Number);

    [Fact]
    public void AMinuteThatFailed_IsNotRepeated_TheNextOneDoesItsWork()
    {
        var tick = StackTemplate.Resource("Tick")["Properties"];

        Assert.Equal("0", tick.At("EventInvokeConfig", "MaximumRetryAttempts").Text);
        Assert.Equal("0", tick.At("Events", "EveryMinute", "Properties", "RetryPolicy", "MaximumRetryAttempts").Text);
    }

    [Fact]
    public void F73_Topic_HasNoKey_OrCloudWatchCouldNotPublish() => Assert.False(StackTemplate.Resource("AlarmTopic").At("Properties", "KmsMasterKeyId").Exists);

    [Fact]
    public void Topic_TakesAlarmsOfThisAccount_AndOfThoseThatAreNamed()
    {
        var allowed = StackTemplate.Resource("AlarmTopicPolicy").At("Properties", "PolicyDocument", "Statement").ItemsOfBothBranches
            .Where(s => s["Effect"].Text == "Allow")
            .ToDictionary(s => s["Sid"].Text);

        Assert.All(allowed.Values, s => Assert.Equal("sns:Publish", s["Action"].Text));
        Assert.Equal("!Ref AWS::AccountId", allowed["AlarmsOfThisAccount"].At("Condition", "StringEquals", "aws:SourceAccount").Text);
        Assert.Equal("!Ref AlarmOrganization", allowed["AlarmsOfTheOrganization"].At("Condition", "StringEquals", "aws:SourceOrgID").Text);
        Assert.True(allowed["AlarmsOfOtherAccounts"].At("Condition", "StringEquals", "aws:SourceAccount").Exists);
        Assert.Equal("!Ref AlarmOrganization", allowed["OtherSendersOfTheOrganization"].At("Condition", "StringEquals", "aws:SourceOrgID").Text);
        Assert.True(allowed["OtherSendersOfTheseAccounts"].At("Condition", "StringEquals", "aws:SourceAccount").Exists);
        Assert.Equal(5, allowed.Count);
    }

    [Theory]
    [InlineData("AlarmTopic")]
    [InlineData("FallbackTopic")]
    public void V10_Topics_DenyPublishing_UnlessServicesOurRolesOrNamedPublishers(string topic)
    {
        var denied = StackTemplate.Resource($"{topic}Policy").At("Properties", "PolicyDocument", "Statement").ItemsOfBothBranches.Single(s => s["Sid"].Text == "DenyOtherPublishers");

        Assert.Equal(("Deny", "*", "sns:Publish", $"!Ref {topic}"), (denied["Effect"].Text, denied["Principal"].Text, denied["Action"].Text, denied["Resource"].Text));
        Assert.Equal("false", denied.At("Condition", "BoolIfExists", "aws:PrincipalIsAWSService").Text);
        Assert.Equal(
            [
                "!Sub arn:${AWS::Partition}:iam::*:role/aws-service-role/*", "!GetAtt ReceiveAlarmRole.Arn", "!GetAtt RetryAlarmRole.Arn", "!GetAtt HandleSlackInteractionRole.Arn",
                "!GetAtt OpenPageLinkRole.Arn", "!GetAtt TickRole.Arn", .. topic == "AlarmTopic" ? ["!GetAtt AwsEventRole.Arn"] : Array.Empty<string>(),
            ],
            denied.At("Condition", "ArnNotLike", "aws:PrincipalArn").ItemsOfBothBranches.Select(arn => arn.Text));
        Assert.True(denied.At("Condition", "ArnNotEquals").Exists);
    }

    [Theory]
    [InlineData("TopicPublishers", "")]
    [InlineData("AlarmAccounts", "")]
    [InlineData("AlarmOrganization", "")]
    [InlineData("AlarmEvents", "off")]
    [InlineData("OtherSenders", "")]
    [InlineData("AwsEvents", "off")]
    public void OtherWaysIn_AreClosedUntilSomebodyOpensThem(string parameter, string closed) =>
        Assert.Equal(closed, StackTemplate.Root.At("Parameters", parameter, "Default").Text);

    [Fact]
    public void WhatEventBridgeCannotDeliver_GoesToTheRetryQueue_AndScalingAlarmsDoNotComeAtAll()
    {
        var rule = StackTemplate.Resource("AlarmEventRule")["Properties"];

        Assert.Equal(("!Ref AlarmTopic", RetryQueue), (Assert.Single(rule["Targets"].Items)["Arn"].Text, Assert.Single(rule["Targets"].Items).At("DeadLetterConfig", "Arn").Text));
        Assert.Equal("TargetTracking-", Assert.Single(rule.At("EventPattern", "detail", "alarmName").Items).At("anything-but", "prefix").Text);
    }

    [Fact]
    public void V23_EventRules_PublishByARoleThatMay_AndTheTopicTrustsNoRuleOfAnybody()
    {
        var rules = StackTemplate.OfType("AWS::Events::Rule").Where(rule => rule.Value.At("Properties", "Targets").Items.Any(target => target["Arn"].Text == "!Ref AlarmTopic")).ToList();
        var statements = StackTemplate.Resource("AlarmTopicPolicy").At("Properties", "PolicyDocument", "Statement").ItemsOfBothBranches.ToList();

        Assert.Equal(["AlarmEventRule", "AwsEventRule"], rules.Select(rule => rule.Key));
        Assert.All(rules, rule => Assert.Equal("!GetAtt AwsEventRole.Arn", Assert.Single(rule.Value.At("Properties", "Targets").Items)["RoleArn"].Text));
        Assert.DoesNotContain(statements, statement => statement.At("Principal", "Service").Items.Any(service => service.Text == "events.amazonaws.com"));
        Assert.Equal("HasEventRole", StackTemplate.Resource("AwsEventRole")["Condition"].Text);
        Assert.Equal(rules.Select(rule => $"!Condition {rule.Value["Condition"].Text}"), Condition("HasEventRole").Select(one => one.Text));
        Assert.Contains(statements.Single(s => s["Sid"].Text == "DenyOtherPublishers").At("Condition", "ArnNotLike", "aws:PrincipalArn").Items, arn => arn.IsIf("HasEventRole"));
    }

    private static IEnumerable<Part> Condition(string name) =>
        ((YamlDotNet.RepresentationModel.YamlSequenceNode)StackTemplate.Root.At("Conditions", name).Node!).Select(one => new Part(one));
}
