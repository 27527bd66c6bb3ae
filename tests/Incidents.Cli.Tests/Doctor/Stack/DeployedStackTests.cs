using Amazon.Runtime;
using Incidents.Cli.Doctor;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Heartbeats;
using Incidents.Domain.People;
using Incidents.Domain.Services;
using Microsoft.Extensions.Time.Testing;

namespace Incidents.Cli.Tests.Doctor.Stack;

public sealed class DeployedStackTests : IAsyncLifetime
{
    private static readonly OnCallConfiguration Settings = new()
    {
        Version = "0123456789ab",
        CatchAll = new CatchAll(new Service { Id = CatchAll.Id, Name = "Everything else" }, []),
        People = new Dictionary<PersonId, Person> { [new("ada")] = new() { Id = new("ada"), Name = "Ada", Phone = "+447700900101", Push = new PushAddress(PushService.Ntfy, "ada-ntfy") } },
        Channels = new ChannelSettings { EmailFrom = "incidents@example.com", SmsOrigination = "+12025550100", VoiceOrigination = "+12025550100" },
    };

    private AccountDouble aws = null!;

    public async Task InitializeAsync() => aws = await AccountDouble.Start();

    public async Task DisposeAsync() => await aws.DisposeAsync();

    [Fact]
    public async Task HealthyStack_HasNothingToMend()
    {
        var findings = await aws.Look(Settings);

        Assert.All(findings, finding => Assert.Equal(Level.Good, finding.Level));
        Assert.True(findings.Count >= 15);
    }

    [Fact]
    public async Task EveryQuestion_OnlyReads()
    {
        await aws.Look(Settings);

        Assert.All(aws.Asked.Except(["Press", "Root"]), action => Assert.Matches("^(Describe|Get|List)", action));
    }

    [Theory]
    [InlineData("DescribeStacks", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_FAILED", "the stack incidents is UPDATE_ROLLBACK_FAILED")]
    [InlineData("DescribeStacks", "AlarmTopicArn", "Other", "no output AlarmTopicArn")]
    [InlineData("DescribeStacks", "arn:aws:ses:eu-west-1:123456789012:identity/example.com", "", "mails come from incidents@example.com, and the stack may send none")]
    [InlineData("DescribeStacks", "arn:aws:sms-voice:eu-west-1:123456789012:phone-number/x", "", "texts and calls come from +12025550100, and the stack may send none")]
    [InlineData("GetParameters", "/incidents/incidents/ada-ntfy", "/incidents/incidents/bob-ntfy", "Ada is reached by ada-ntfy: there is no parameter /incidents/incidents/ada-ntfy")]
    [InlineData("ListStackResources", "<LogicalResourceId>Tick<", "<LogicalResourceId>Tock<", "no function Tick")]
    [InlineData("GetMetricStatistics", "\"Sum\"", "\"Average\"", "Tick has not run for 15 minutes")]
    [InlineData("GetParameters", "\"Name\":\"/incidents/incidents/slack-webhook\"", "\"Name\":\"/other\"", "there is no parameter /incidents/incidents/slack-webhook")]
    [InlineData("GetParameters", "\"/incidents/incidents/slack-webhook\",\"Type\":\"SecureString\"", "\"/incidents/incidents/slack-webhook\",\"Type\":\"String\"", "/incidents/incidents/slack-webhook is a String")]
    [InlineData("DescribeAlarms", "\"AlarmName\":\"incidents-tick-dead\",\"AlarmArn\":\"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:incidents-tick-dead\"", "\"AlarmArn\":\"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:another\"", "the alarm incidents-tick-dead is gone")]
    [InlineData("DescribeAlarms", "Runbook: pager-tick-dead.md\",\"ActionsEnabled\":true", "Runbook: pager-tick-dead.md\",\"ActionsEnabled\":false", "the actions of the alarm incidents-tick-dead are switched off")]
    [InlineData("DescribeAlarms", "\"OKActions\":[\"" + HealthyStack.FallbackTopic + "\"],\"StateValue\":\"OK\"", "\"OKActions\":[],\"StateValue\":\"ALARM\"", "the alarm incidents-tick-dead fires now")]
    [InlineData("DescribeTable", "\"DeletionProtectionEnabled\":true", "\"DeletionProtectionEnabled\":false", "is not protected from being deleted")]
    [InlineData("DescribeContinuousBackups", "\"PointInTimeRecoveryStatus\":\"ENABLED\"", "\"PointInTimeRecoveryStatus\":\"DISABLED\"", "has no point-in-time recovery")]
    [InlineData("GetQueueAttributes", "\"0\"", "\"3\"", "3 alarms were given up")]
    [InlineData("DescribeAccountAttributes", "PRODUCTION", "SANDBOX", "texts and calls are in the sandbox")]
    [InlineData("GetAccount", "\"SendingEnabled\":true", "\"SendingEnabled\":false", "SES has switched sending off")]
    public async Task EachDefect_IsAnErrorWithItsFix(string action, string text, string by, string found)
    {
        aws.Spoil(action, text, by);

        var findings = await aws.Look(Settings);

        var error = Assert.Single(findings, finding => finding.What.Contains(found, StringComparison.Ordinal));
        Assert.Equal(Level.Error, error.Level);
        Assert.NotNull(error.Fix);
    }

    [Fact]
    public async Task V28_StackWithoutHeartbeatKey_WhenJobsHaveToBeHeard_IsAnError()
    {
        var heartbeats = new Dictionary<string, Heartbeat> { ["nightly"] = new("nightly", NodaTime.Duration.FromHours(24), NodaTime.Duration.FromMinutes(10), new ServiceId("checkout"), Severity: null) };

        var error = Assert.Single(await aws.Look(Settings with { Heartbeats = heartbeats }), finding => finding.Level == Level.Error);

        Assert.Contains("/incidents/incidents/heartbeat-key", error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task V14_StackThatTakesNoReplies_WhenTextsAskForThem_IsAnError()
    {
        var error = Assert.Single(await aws.Look(Settings with { Channels = Settings.Channels with { SmsTwoWay = true } }), finding => finding.Level == Level.Error);
        Assert.Contains("TextReplies=on", error.Fix, StringComparison.Ordinal);

        aws.Spoil("DescribeStacks", "<ParameterKey>PhoneOriginationArns<", "<ParameterKey>TextReplies</ParameterKey><ParameterValue>on</ParameterValue></member><member><ParameterKey>PhoneOriginationArns<");
        Assert.DoesNotContain(await aws.Look(Settings with { Channels = Settings.Channels with { SmsTwoWay = true } }), finding => finding.Level == Level.Error);
    }

    [Theory]
    [InlineData("DescribeStacks", "UPDATE_COMPLETE", "UPDATE_IN_PROGRESS", "is being changed")]
    [InlineData("DescribeSpendLimits", "\"EnforcedLimit\":50", "\"EnforcedLimit\":1", "texts end at $1 a month")]
    [InlineData("GetAccount", "\"ProductionAccessEnabled\":true", "\"ProductionAccessEnabled\":false", "mails are in the sandbox")]
    [InlineData("DescribeAlarms", "checkout-5xx\",\"ActionsEnabled\":true,\"AlarmActions\":[\"" + HealthyStack.AlarmTopic + "\"]", "checkout-5xx\",\"ActionsEnabled\":true,\"AlarmActions\":[]", "open no incident: checkout-5xx")]
    public async Task WhatIsOddButWorks_IsAWarning(string action, string text, string by, string found)
    {
        aws.Spoil(action, text, by);

        var findings = await aws.Look(Settings);

        var warning = Assert.Single(findings, finding => finding.What.Contains(found, StringComparison.Ordinal));
        Assert.Equal(Level.Warning, warning.Level);
        Assert.NotNull(warning.Fix);
        Assert.DoesNotContain(findings, finding => finding.Level == Level.Error);
    }

    [Fact]
    public async Task UnconfirmedSubscription_IsAnError_AndNobodyHears()
    {
        aws.Change("ListSubscriptionsByTopic", HealthyStack.Subscribed(("email", "PendingConfirmation")));

        var errors = (await aws.Look(Settings)).Where(finding => finding.Level == Level.Error).Select(finding => finding.What).ToList();

        Assert.Contains("no function is subscribed to AlarmTopic: alarms go nowhere", errors);
        Assert.Contains("1 email subscriptions of FallbackTopic wait to be confirmed", errors);
        Assert.Contains(errors, error => error.StartsWith("nobody has confirmed a subscription of FallbackTopic", StringComparison.Ordinal));
        Assert.DoesNotContain(errors, error => error.Contains("somebody@", StringComparison.Ordinal));
    }

    [Fact]
    public async Task V10_Doctor_WhomTheTopicsPolicyLetsIn_IsListedUnlessNamed()
    {
        aws.Change("GetTopicAttributes", HealthyStack.Guarded("""
            {"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::123456789012:role/batch","arn:aws:iam::123456789012:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX"]},"Action":["SNS:Publish","SNS:Subscribe"],"Resource":"*"},
            {"Effect":"Allow","Principal":"*","Action":"sns:*","Resource":"*"},
            {"Effect":"Allow","Principal":{"AWS":"*"},"Action":"SNS:GetTopicAttributes","Resource":"*"},
            """));

        var found = (await aws.Look(Settings)).Where(finding => finding.Level == Level.Warning).Select(finding => finding.What).ToList();

        Assert.Equal(
            new[] { "AlarmTopic", "FallbackTopic" }.SelectMany(topic => new[] { "arn:aws:iam::123456789012:role/batch", "everybody" }.Select(who => $"the policy of {topic} lets {who} publish, and the template's refuses that")),
            found);
    }

    [Theory]
    [InlineData("DenyOtherPublishers", true)]
    [InlineData("OnlyServicesAndThoseNamed", true)]
    [InlineData("Another", false)]
    public async Task TopicPolicy_WhenItDeniesOtherPublishers_ByTodaysSidOrTheEarlierOne_IsGood(string sid, bool isGood)
    {
        aws.Change("GetTopicAttributes", HealthyStack.Guarded().Replace("DenyOtherPublishers", sid, StringComparison.Ordinal));

        Assert.Equal(isGood ? 0 : 2, (await aws.Look(Settings)).Count(finding => finding.Level == Level.Warning));
    }

    [Fact]
    public async Task WhatNobodyUses_IsNotAskedAbout()
    {
        await aws.Look(Settings with { Channels = new ChannelSettings() });

        Assert.DoesNotContain("GetAccount", aws.Asked);
        Assert.DoesNotContain("DescribeSpendLimits", aws.Asked);
    }

    [Fact]
    public async Task NoSuchStack_IsOneError()
    {
        aws.Change("DescribeStacks", "<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code><Message>Stack with id incidents does not exist</Message></Error></ErrorResponse>", 400);

        var error = Assert.Single(await aws.Look(Settings), finding => finding.Level == Level.Error);

        Assert.Equal("there is no stack incidents in eu-west-1", error.What);
    }

    [Fact]
    public async Task Press_ThatIsNotAnswered_IsAnError()
    {
        aws.Change("Press", "nobody", 401);

        Assert.Contains(await aws.Look(Settings), finding => finding is { Level: Level.Error } && finding.What.Contains("was not answered as by this product", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NoCredentials_AreOneError_NotACrash()
    {
        var error = Assert.Single(await aws.Look(Settings, credentials: () => throw new AmazonClientException("none")), finding => finding.Level == Level.Error);

        Assert.Contains("there are no AWS credentials", error.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherClock_IsAnError() => Assert.Contains(
        await aws.Look(Settings, clock: new FakeTimeProvider(TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(2))),
        finding => finding is { Level: Level.Error } && finding.What.StartsWith("this machine's clock and that of AWS are 1", StringComparison.Ordinal));
}
