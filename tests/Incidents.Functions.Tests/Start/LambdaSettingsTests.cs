using Incidents.Functions.Start;

namespace Incidents.Functions.Tests.Start;

public class LambdaSettingsTests
{
    public static readonly Dictionary<string, string> Deployed = new()
    {
        ["AWS_REGION"] = "eu-west-1",
        ["ANNOTATIONS_HANDLER"] = "ReceiveAlarm",
        ["INCIDENTS_STACK"] = "prod",
        ["INCIDENTS_TABLE"] = "prod-IncidentTable-1",
        ["INCIDENTS_ALARM_TOPIC_ARN"] = "arn:aws:sns:eu-west-1:123456789012:incidents-critical",
        ["INCIDENTS_SYNTHETIC_ALARM_ARN"] = "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:prod-synthetic",
        ["INCIDENTS_FALLBACK_TOPIC_ARN"] = "arn:aws:sns:eu-west-1:123456789012:prod-FallbackTopic-1",
        ["INCIDENTS_RETRY_QUEUE_URL"] = "https://sqs.eu-west-1.amazonaws.com/123456789012/prod-AlarmRetryQueue-1",
    };

    [Theory]
    [InlineData("INCIDENTS_STACK")]
    [InlineData("INCIDENTS_TABLE")]
    [InlineData("INCIDENTS_ALARM_TOPIC_ARN")]
    [InlineData("INCIDENTS_SYNTHETIC_ALARM_ARN")]
    [InlineData("INCIDENTS_FALLBACK_TOPIC_ARN")]
    [InlineData("INCIDENTS_RETRY_QUEUE_URL")]
    public void Read_WithoutAVariable_NamesIt(string missing)
    {
        var error = Assert.Throws<InvalidOperationException>(() => LambdaSettings.Read(name => name == missing ? null : Deployed[name]));

        Assert.Contains($"The environment variable {missing} is not set.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhatTheStackSets_IsAllThere()
    {
        var settings = LambdaSettings.Read(Deployed.GetValueOrDefault);

        Assert.Equal(("prod", "eu-west-1", "prod-IncidentTable-1", "ReceiveAlarm"), (settings.Stack, settings.Region, settings.Table, settings.Handler));
        Assert.Equal(["arn:aws:sns:eu-west-1:123456789012:incidents-critical"], settings.Sources.TopicArns);
        Assert.Equal("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:prod-synthetic", settings.Sources.Synthetic?.Arn);
        Assert.Equal(
            ["/incidents/prod/slack-webhook", "/incidents/prod/slack-signing-secret", "/incidents/prod/slack-signing-secret-previous", "/incidents/prod/settings"],
            settings.Slack.Names);
    }

    [Fact]
    public void Read_NewVersions_AreForTheFunctionThatProvesThem()
    {
        var versions = new Dictionary<string, string>(Deployed)
        {
            ["ANNOTATIONS_HANDLER"] = "ProveNewVersion",
            ["INCIDENTS_PROVE_NEW_VERSIONS"] = "off",
            ["INCIDENTS_NEW_RECEIVE_ALARM"] = "arn:aws:lambda:eu-west-1:123456789012:function:prod-ReceiveAlarm-1:17",
            ["INCIDENTS_NEW_RETRY_ALARM"] = "arn:aws:lambda:eu-west-1:123456789012:function:prod-RetryAlarm-1:16",
            ["INCIDENTS_NEW_TICK"] = "arn:aws:lambda:eu-west-1:123456789012:function:prod-Tick-1:15",
        };

        Assert.Equal(
            new(versions["INCIDENTS_NEW_RECEIVE_ALARM"], versions["INCIDENTS_NEW_RETRY_ALARM"], versions["INCIDENTS_NEW_TICK"]) { AreTried = false },
            LambdaSettings.Read(versions.GetValueOrDefault).NewVersions);
        Assert.Null(LambdaSettings.Read(Deployed.GetValueOrDefault).NewVersions);
    }
}
