using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;
using Amazon.Lambda.TestUtilities;
using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Application.Intake;
using Incidents.Application.Notifications;
using Incidents.Application.Runbooks;
using Incidents.Application.Store;
using Incidents.Domain.People;
using Incidents.Domain.Services;
using Incidents.Functions.Start;
using Incidents.Scenarios.Tests;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Functions.Tests.Start;

/// <summary>The container as Lambda fills it, with the configuration and the runbooks that are shipped.</summary>
public sealed class LambdaServicesTests : IDisposable
{
    private readonly InMemoryIncidentStore store = new();
    private readonly IServiceCollection registered;
    private readonly ServiceProvider services;

    public LambdaServicesTests()
    {
        var edges = new LambdaEdges
        {
            Keep = s => s.AddInMemoryStores().AddSingleton<IIncidentStore>(store),
            Configurations = new InMemoryConfigurationStore(),
            Parameters = (_, _) => Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>()),
            Fallback = new ListeningFallback(),
            Retries = new ListeningRetries(),
            Alarms = new KnownStates(),
            Package = Path.Combine(AppContext.BaseDirectory, "package"),
        };
        registered = new ServiceCollection()
            .AddLambda(LambdaSettings.Read(LambdaSettingsTests.Deployed.GetValueOrDefault), edges, new JumpingClock(Instant.FromUtc(2026, 9, 14, 11, 20)))
            .AddScoped<ReceiveAlarmFunction>()
            .AddScoped<RetryAlarmFunction>()
            .AddScoped<HandleSlackInteractionFunction>()
            .AddScoped<OpenPageLinkFunction>()
            .AddScoped<TickFunction>();
        services = registered.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public void Dispose() => services.Dispose();

    [Fact]
    public Task Lambda_ResolvesEveryUseCaseItOffers() => HostWiring.AssertResolves(registered, services);

    [Fact]
    public void Runbooks_AreThoseOfThePackage() => Assert.NotEmpty(services.GetRequiredService<RunbookLibrary>().All);

    [Fact]
    public async Task ReceiveAlarm_OpensAnIncident_EvenWhenSlackIsNotSetUpYet()
    {
        using var scope = services.CreateScope();

        await scope.ServiceProvider.GetRequiredService<ReceiveAlarmFunction>().ReceiveAlarm(Lambda.Event<SNSEvent>("sns/lambda-event-metric-alarm.json"));

        Assert.Single(await Open());
    }

    [Theory]
    [InlineData(ChannelKind.Slack)]
    [InlineData(ChannelKind.Push)]
    [InlineData(ChannelKind.Sms)]
    [InlineData(ChannelKind.Voice)]
    [InlineData(ChannelKind.Email)]
    [InlineData(ChannelKind.Webhook)]
    public void EveryChannel_IsThere(string kind) => Assert.True(services.GetRequiredService<NotificationChannels>().CanSend(kind, new TeamChannel(ChannelKind.Slack, "default")));

    [Fact]
    public async Task A47_F21_AnAlarmFromAnotherTopic_IsRefused()
    {
        var foreign = Lambda.Event<SNSEvent>("sns/lambda-event-metric-alarm.json");
        foreign.Records[0].Sns.TopicArn = "arn:aws:sns:eu-west-1:123456789012:another";
        using var scope = services.CreateScope();

        var receipt = Assert.Single(await scope.ServiceProvider.GetRequiredService<ReceiveAlarmFunction>().Receive(foreign));

        Assert.Equal("refused", receipt.Decision);
        Assert.Empty(await Open());
    }

    [Fact]
    public async Task RetryAlarm_OfWhatReceiveAlarmFailedOn_OpensTheSameIncident()
    {
        using var scope = services.CreateScope();

        var response = await scope.ServiceProvider.GetRequiredService<RetryAlarmFunction>().RetryAlarm(
            Lambda.Event<SQSEvent>("sns/sqs-on-failure-invocation-record.json"), new TestLambdaContext());

        Assert.Empty(response.BatchItemFailures);
        Assert.Single(await Open());
    }

    private Task<IReadOnlyList<Incidents.Domain.Incidents.Incident>> Open() => ((IIncidentStore)store).OpenIncidents(CancellationToken.None);
}
