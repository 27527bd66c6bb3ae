using Incidents.Cli.Doctor;

namespace Incidents.Cli.Tests.Doctor.Stack;

/// <summary>What AWS does not tell becomes a finding that names the action; the other checks go on.</summary>
public sealed class UnreportedFindingTests : IAsyncLifetime
{
    private AccountDouble aws = null!;

    public async Task InitializeAsync() => aws = await AccountDouble.Start();

    public async Task DisposeAsync() => await aws.DisposeAsync();

    [Theory]
    [InlineData("ListSubscriptionsByTopic", "sns:ListSubscriptionsByTopic", "<ErrorResponse><Error><Code>AuthorizationError</Code></Error></ErrorResponse>", 403)]
    [InlineData("ListStackResources", "cloudformation:ListStackResources", "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>", 403)]
    [InlineData("GetParameters", "ssm:GetParameters", """{"__type":"AccessDeniedException"}""", 400)]
    [InlineData("DescribeAlarms", "cloudwatch:DescribeAlarms", """{"__type":"AccessDenied"}""", 403)]
    [InlineData("GetMetricStatistics", "cloudwatch:GetMetricStatistics", """{"__type":"AccessDenied"}""", 403)]
    [InlineData("DescribeTable", "dynamodb:DescribeTable", """{"__type":"com.amazon.coral.service#AccessDeniedException"}""", 400)]
    [InlineData("GetQueueAttributes", "sqs:GetQueueAttributes", """{"__type":"com.amazon.coral.service#AccessDeniedException"}""", 400)]
    public async Task Denial_NamesTheAction(string asked, string action, string body, int status)
    {
        aws.Change(asked, body, status);

        var error = Assert.Single(await aws.Look(), finding => finding.Level == Level.Error);

        Assert.Equal($"you may not {action}: what it tells was not checked", error.What);
        Assert.Contains($"allow {action}", error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecretThatMayNotBeRead_LeavesTheRoundTripUntried_AndSaysHowElse()
    {
        aws.Change("GetParameters", """{"__type":"AccessDeniedException"}""", 400);

        var warning = Assert.Single(await aws.Look(), finding => finding.Level == Level.Warning);

        Assert.Contains("no signed request was tried", warning.What, StringComparison.Ordinal);
        Assert.Contains("press a button on a card", warning.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Throttled_IsAskedAgain_AndThenTold()
    {
        aws.Change("DescribeTable", """{"__type":"ThrottlingException"}""", 400);

        var error = Assert.Single(await aws.Look(), finding => finding.Level == Level.Error);

        Assert.Contains("dynamodb:DescribeTable answered ThrottlingException", error.What, StringComparison.Ordinal);
        Assert.Equal(4, aws.Asked.Count(action => action == "DescribeTable"));
    }

    [Fact]
    public async Task NoAnswer_IsTold_WhenPatienceIsOver()
    {
        aws.Change("DescribeTable", context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        var error = Assert.Single(await aws.Look(patience: TimeSpan.FromSeconds(2)), finding => finding.Level == Level.Error);

        Assert.Equal("no answer to dynamodb:DescribeTable", error.What);
    }

    [Fact]
    public async Task WhatIsNoXmlAndNoJson_IsTold()
    {
        aws.Change("ListSubscriptionsByTopic", "<html>");
        aws.Change("DescribeTable", "<html>");

        var errors = (await aws.Look()).Where(finding => finding.Level == Level.Error).Select(finding => finding.What).ToList();

        Assert.Contains(errors, error => error.Contains("sns:ListSubscriptionsByTopic answered no_xml", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Contains("dynamodb:DescribeTable answered no_json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NoSecret_IsEverShown()
    {
        var told = string.Join('\n', await aws.Look());

        Assert.DoesNotContain("canary", told, StringComparison.Ordinal);
        Assert.DoesNotContain("8f742231b10e", told, StringComparison.Ordinal);
    }
}
