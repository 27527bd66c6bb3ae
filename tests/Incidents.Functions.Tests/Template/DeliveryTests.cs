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
    public void Topic_TakesAlarmsOfThisAccountAlone()
    {
        var allowed = StackTemplate.Resource("AlarmTopicPolicy").At("Properties", "PolicyDocument", "Statement").Items.Single(s => s["Effect"].Text == "Allow");

        Assert.Equal(("cloudwatch.amazonaws.com", "sns:Publish"), (allowed.At("Principal", "Service").Text, allowed["Action"].Text));
        Assert.Equal("!Ref AWS::AccountId", allowed.At("Condition", "StringEquals", "aws:SourceAccount").Text);
    }
}
