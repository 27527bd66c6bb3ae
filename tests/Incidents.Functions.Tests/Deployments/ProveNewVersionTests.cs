using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;
using Amazon.Lambda.TestUtilities;
using Incidents.Application.Alarms;
using Incidents.Application.Deployments;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Store;
using Incidents.Application.Sweep;
using Incidents.Domain.Incidents;
using Incidents.Functions.Start;
using Incidents.Functions.Tests.Start;
using Incidents.Scenarios.Tests;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static Incidents.Functions.Tests.Deployments.DeployingAws;

namespace Incidents.Functions.Tests.Deployments;

/// <summary>A deployment asks whether new versions are good. They are the real functions, in a house of their own.</summary>
public sealed class ProveNewVersionTests : IAsyncLifetime, IDisposable
{
    private static readonly Dictionary<string, string> Environment = new(LambdaSettingsTests.Deployed)
    {
        ["ANNOTATIONS_HANDLER"] = "ProveNewVersion",
        ["INCIDENTS_PROVE_NEW_VERSIONS"] = "on",
        ["INCIDENTS_NEW_RECEIVE_ALARM"] = "arn:aws:lambda:eu-west-1:123456789012:function:prod-ReceiveAlarm:17",
        ["INCIDENTS_NEW_RETRY_ALARM"] = "arn:aws:lambda:eu-west-1:123456789012:function:prod-RetryAlarm:16",
        ["INCIDENTS_NEW_TICK"] = "arn:aws:lambda:eu-west-1:123456789012:function:prod-Tick:15",
    };

    private readonly ScenarioHost house = new(parts: s => s.AddSingleton(AlarmAllowList.Any with { Synthetic = new SyntheticAlarm(Environment["INCIDENTS_SYNTHETIC_ALARM_ARN"]) }));
    private DeployingAws aws = null!;

    public async Task InitializeAsync()
    {
        aws = await DeployingAws.Start();
        aws.Invoke = Run;
        house.Clock.JumpsOnWaits = true;
    }

    public async Task DisposeAsync() => await aws.DisposeAsync();

    public void Dispose() => house.Dispose();

    [Fact]
    public async Task GoodVersions_Succeed_AndLeaveNothingOpen()
    {
        var faults = await Prove();

        Assert.Equal("", faults);
        Assert.Equal(("Succeeded", "d-A1B2C3D4E", "hook-1"), Report());
        Assert.Equal(["prod-ReceiveAlarm:17", "prod-RetryAlarm:16", "prod-Tick:15"], aws.Invoked);
        Assert.Equal(["page INC-1 "], house.Channel.Heard);
        Assert.Equal((IncidentSource.VersionCheck, IncidentStatus.Resolved), ((await house.Look(new IncidentNumber(1))).Source, (await house.Look(new IncidentNumber(1))).Status));
    }

    [Fact]
    public async Task ThreeFunctionsThatAreDeployed_PageOnce()
    {
        await Prove();
        await Prove();

        Assert.All(aws.Told, report => Assert.Equal("Succeeded", (string?)report["status"]));
        Assert.Single(house.Channel.Heard);
    }

    [Theory]
    [InlineData("ReceiveAlarm")]
    [InlineData("RetryAlarm")]
    [InlineData("Tick")]
    public async Task AFunctionThatThrows_FailsTheDeployment_AndItsErrorIsSaidWithoutSecrets(string function)
    {
        aws.Invoke = (name, payload) => name.EndsWith(function, StringComparison.Ordinal)
            ? Task.FromResult(new Answer("""{"errorType":"TypeLoadException","errorMessage":"cannot post to https://hooks.slack.com/services/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"}""", FunctionError: "Unhandled"))
            : Run(name, payload);

        var faults = await Prove();

        Assert.Equal("Failed", Report().Status);
        Assert.Contains($"{function}: TypeLoadException: cannot post to", faults, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", faults, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("prod-Tick:15", aws.Invoked);
    }

    [Fact]
    public async Task APageThatDoesNotReachSlack_FailsTheDeployment_EvenIfTheFallbackTopicTold_AndNothingStaysOpen()
    {
        house.Channel.Answer = () => new DeliveryResult.Rejected("no_service");

        Assert.Contains("no page of it reached Slack", await Prove(), StringComparison.Ordinal);
        Assert.Equal("Failed", Report().Status);
        Assert.Single(house.Fallback.Heard);
        Assert.Empty(await house.Store.OpenIncidents(default));
    }

    [Fact]
    public async Task AMessageThatIsKept_FailsTheDeployment()
    {
        aws.Invoke = (name, payload) => name.EndsWith("RetryAlarm", StringComparison.Ordinal)
            ? Task.FromResult(new Answer("""{"batchItemFailures":[{"itemIdentifier":"1"}]}"""))
            : Run(name, payload);

        Assert.Contains("RetryAlarm could not handle the message", await Prove(), StringComparison.Ordinal);
        Assert.Equal("Failed", Report().Status);
    }

    [Theory]
    [InlineData(429, "TooManyRequestsException")]
    [InlineData(403, "AccessDeniedException")]
    public async Task AnInvocationThatIsTurnedAway_IsTriedAgain(int status, string code)
    {
        var turnedAway = 0;
        aws.Invoke = (name, payload) => turnedAway++ < 2
            ? Task.FromResult(new Answer($$"""{"__type":"{{code}}","Message":"later"}""", status))
            : Run(name, payload);

        Assert.Equal("", await Prove());
        Assert.Equal("Succeeded", Report().Status);
        Assert.Equal(5, aws.Invoked.Count);
    }

    [Fact]
    public async Task AnInvocationThatIsAlwaysTurnedAway_FailsTheDeployment()
    {
        aws.Invoke = (_, _) => Task.FromResult(new Answer("""{"__type":"ResourceNotFoundException"}""", 404));

        Assert.Contains("lambda:InvokeFunction of version 17 failed: ResourceNotFoundException", await Prove(), StringComparison.Ordinal);
        Assert.Equal("Failed", Report().Status);
    }

    [Fact]
    public async Task WhenCodeDeployGivesNoGoodAnswer_ItIsToldAgain()
    {
        aws.Deploys.Enqueue(new Answer("""{"__type":"ThrottlingException"}""", 400));
        aws.Deploys.Enqueue(new Answer("", 503));
        aws.Deploys.Enqueue(new Answer("""{"__type":"AccessDeniedException"}""", 400));

        await Prove();

        Assert.Equal(4, aws.Told.Count);
        Assert.All(aws.Told, report => Assert.Equal("Succeeded", (string?)report["status"]));
    }

    [Fact]
    public async Task WhenCodeDeployCannotBeTold_TheFunctionFails_AndIsInvokedAgain()
    {
        aws.Deploys.Enqueue(new Answer("""{"__type":"InvalidDeploymentIdException"}""", 400));

        var failure = await Assert.ThrowsAsync<NotReportedException>(Prove);

        Assert.Equal("codedeploy:PutLifecycleEventHookExecutionStatus for deployment d-A1B2C3D4E failed: InvalidDeploymentIdException", failure.Message);
    }

    [Fact]
    public async Task WhenTimeIsUp_ThatIsSaid()
    {
        Assert.Contains("no time left", await Prove(remaining: TimeSpan.FromSeconds(60)), StringComparison.Ordinal);
        Assert.Equal("Failed", Report().Status);
    }

    [Fact]
    public async Task SwitchedOff_ItSucceedsAndTriesNothing()
    {
        Assert.Equal("", await Prove(variable: name => name == "INCIDENTS_PROVE_NEW_VERSIONS" ? "off" : Environment.GetValueOrDefault(name)));
        Assert.Equal("Succeeded", Report().Status);
        Assert.Empty(aws.Invoked);
    }

    [Fact]
    public async Task WhoeverElseInvokesIt_IsNotAnswered()
    {
        Assert.Contains("names no deployment", await Prove("{}"), StringComparison.Ordinal);
        Assert.Empty(aws.Told);
    }

    private Task<string> Prove() => Prove("""{"DeploymentId":"d-A1B2C3D4E","LifecycleEventHookExecutionId":"hook-1","Combined":null}""");

    private Task<string> Prove(TimeSpan remaining) => Prove("""{"DeploymentId":"d-A1B2C3D4E","LifecycleEventHookExecutionId":"hook-1"}""", remaining);

    private Task<string> Prove(Func<string, string?> variable) => Prove("""{"DeploymentId":"d-A1B2C3D4E","LifecycleEventHookExecutionId":"hook-1"}""", variable: variable);

    /// <returns>What the function logged.</returns>
    private async Task<string> Prove(string question, TimeSpan? remaining = null, Func<string, string?>? variable = null)
    {
        var settings = LambdaSettings.Read(variable ?? Environment.GetValueOrDefault);
        var edges = DeploymentEdges.InAws(settings, _ => null, house.Clock, aws.Open, s => s.AddSingleton<IIncidentStore>(house.Store));
        await using var process = new ServiceCollection()
            .AddDeploymentCheck(settings, settings.NewVersions!, settings.Sources.Synthetic!, edges, house.Clock)
            .AddScoped<ProveNewVersionFunction>()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        using var scope = process.CreateScope();
        var context = new TestLambdaContext { RemainingTime = remaining ?? TimeSpan.FromSeconds(300) };
        await scope.ServiceProvider.GetRequiredService<ProveNewVersionFunction>().ProveNewVersion(Lambda.Read<LifecycleHook>(question), context);
        return ((TestLambdaLogger)context.Logger).Buffer.ToString();
    }

    private (string? Status, string? Deployment, string? Execution) Report()
    {
        var report = Assert.Single(aws.Told);
        return ((string?)report["status"], (string?)report["deploymentId"], (string?)report["lifecycleEventHookExecutionId"]);
    }

    /// <summary>The new version, as Lambda runs it: the event as bytes in, the answer as bytes out.</summary>
    private async Task<Answer> Run(string function, string payload)
    {
        house.Clock.Jump(Duration.FromSeconds(1));
        switch (function)
        {
            case "prod-ReceiveAlarm":
                await new ReceiveAlarmFunction(house.Get<ReceiveFailOpen>(), house.Get<InlinePageRetry>(), house.Clock).ReceiveAlarm(Lambda.Read<SNSEvent>(payload));
                return new Answer("null");
            case "prod-RetryAlarm":
                return new Answer(Lambda.Write(await new RetryAlarmFunction(house.Get<ReceiveFailOpen>(), house.Clock).RetryAlarm(Lambda.Read<SQSEvent>(payload), new TestLambdaContext())));
            default:
                var tick = new TickFunction(house.Get<ScheduledJobs>(), house.Clock);
                await tick.Tick(Lambda.Read<ScheduledEvent>(payload), new TestLambdaContext { RemainingTime = TimeSpan.FromSeconds(120) });
                return new Answer("null");
        }
    }
}
