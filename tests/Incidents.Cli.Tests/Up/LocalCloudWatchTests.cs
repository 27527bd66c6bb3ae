using Amazon.Runtime;
using Incidents.Adapters.Aws;
using Incidents.Application.Intake;
using Incidents.Cli.Up;
using Incidents.Domain.Incidents;
using Incidents.Scenarios.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Incidents.Cli.Tests.Up;

/// <summary>Whether `up` asks CloudWatch before it believes a recovery, and what the card says where it was not meant to.</summary>
public sealed class LocalCloudWatchTests
{
    private const string Irish = "arn:aws:sns:eu-west-1:123456789012:alarms";
    private static readonly IncidentNumber First = new(1);

    [Theory]
    [InlineData(null, Irish, 0)]
    [InlineData("eu-west-1", "", 0)]
    [InlineData("eu-west-1", "nonsense", 0)]
    [InlineData("eu-west-1", Irish, 1)]
    [InlineData("eu-west-1", Irish + "," + Irish + "-2", 1)]
    [InlineData("eu-west-1", Irish + ",arn:aws:sns:us-east-1:123456789012:alarms,arn:aws:sns:eu-west-1:210987654321:alarms", 3)]
    public void V10_Up_AsksEachAccountAndRegionOfItsTopics_WhereARegionIsNamed(string? region, string topics, int asked)
    {
        var opened = new List<AwsEndpoint>();

        var cloudWatch = LocalCloudWatch.Of(region, topics.Split(','), (service, there) => Client(service.In(there, _ => null), opened));

        Assert.Equal((asked > 0, asked), (cloudWatch is not null, opened.Count));
        Assert.All(opened, endpoint => Assert.Equal("monitoring", endpoint.Service));
    }

    [Fact]
    public async Task V10_UpWithoutAws_ARecovery_IsBelieved_AndNothingIsSaidOfConfirming()
    {
        using var house = new ScenarioHost(parts: services => services.AddSingleton(s => new AskRecovery(s.GetRequiredService<Application.Store.IIncidentStore>(), TimeProvider.System)));

        Assert.Equal((false, false), await Recover(house));
    }

    [Theory]
    [InlineData("OK", false, false)]
    [InlineData("ALARM", true, false)]
    [InlineData(null, false, true)]
    public async Task V10_UpWithAws_ARecovery_IsBelievedAsCloudWatchHasIt(string? state, bool isOpen, bool isUnconfirmed)
    {
        await using var aws = await Answering(state);
        var cloudWatch = LocalCloudWatch.Of("eu-west-1", [Irish, "arn:aws:sns:us-east-1:123456789012:alarms"], (service, there) => Client(service.In(there, _ => null) with { Address = new Uri(aws.Urls.First()) }, []))!;
        using var house = new ScenarioHost(parts: services => services.AddSingleton(s => new AskRecovery(s.GetRequiredService<Application.Store.IIncidentStore>(), TimeProvider.System, cloudWatch)));

        Assert.Equal((isOpen, isUnconfirmed), await Recover(house));
    }

    private static async Task<(bool IsOpen, bool IsUnconfirmed)> Recover(ScenarioHost house)
    {
        await house.Fire("checkout-a");
        await house.Pass(Duration.FromMinutes(1));
        await house.Recover("checkout-a");
        await house.Pass(Duration.FromMinutes(6));
        var incident = await house.Look(First);
        return (incident.IsOpen, incident.IsUnconfirmed);
    }

    private static AwsClient Client(AwsEndpoint endpoint, List<AwsEndpoint> opened)
    {
        opened.Add(endpoint);
        return new AwsClient(endpoint, () => Task.FromResult(new ImmutableCredentials("AKIDEXAMPLE", "secret", null)), TimeProvider.System);
    }

    /// <summary>CloudWatch as far as it describes one alarm; without a state it is throttled.</summary>
    private static async Task<WebApplication> Answering(string? state)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/", () => state is null
            ? Results.Text("""{"__type":"ThrottlingException"}""", "application/x-amz-json-1.0", statusCode: 400)
            : Results.Text($$"""{"MetricAlarms":[{"AlarmName":"checkout-a","AlarmArn":"{{AlarmArn}}","StateValue":"{{state}}"}],"CompositeAlarms":[]}""", "application/x-amz-json-1.0"));
        await app.StartAsync();
        return app;
    }

    private const string AlarmArn = "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:checkout-a";
}
