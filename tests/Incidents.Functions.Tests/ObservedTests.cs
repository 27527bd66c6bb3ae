using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;
using Amazon.Lambda.TestUtilities;
using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Application.Configuration.Versions;
using Incidents.Application.Store;
using Incidents.Configuration.Authoring.Pushing;
using Incidents.Configuration.Files;
using Incidents.Domain.Incidents;
using Incidents.Functions.Start;
using Incidents.Functions.Telemetry;
using Incidents.Functions.Tests.Start;
using Incidents.Scenarios.Tests;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Functions.Tests;

/// <summary>What a function says of itself while it handles an alarm: metrics, spans and log lines.</summary>
public sealed class ObservedTests : IDisposable
{
    private const string Header = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=";

    private readonly UdpClient daemon = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly MemoryStream output = new();
    private readonly InMemoryIncidentStore store = new();
    private readonly InMemoryConfigurationStore configurations = new();
    private readonly ServiceProvider services;
    private string trace = Header + "1";

    public ObservedTests() => services = new ServiceCollection()
        .AddLambda(
            LambdaSettings.Read(LambdaSettingsTests.Deployed.GetValueOrDefault),
            new LambdaEdges
            {
                Keep = s => s.AddInMemoryStores().AddSingleton<IIncidentStore>(store),
                Configurations = configurations,
                Parameters = (_, _) => Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>()),
                Fallback = new ListeningFallback(),
                Retries = new ListeningRetries(),
                Alarms = new KnownStates(),
                Trace = () => trace,
                TraceDaemon = daemon.Client.LocalEndPoint!.ToString(),
                Output = output,
                Package = Path.Combine(AppContext.BaseDirectory, "package"),
            },
            new JumpingClock(Instant.FromUtc(2026, 9, 14, 11, 20)))
        .AddScoped<ReceiveAlarmFunction>()
        .AddScoped<RetryAlarmFunction>()
        .BuildServiceProvider();

    public void Dispose()
    {
        services.Dispose();
        daemon.Dispose();
        output.Dispose();
    }

    [Fact]
    public async Task AnAlarm_IsOneTrace_FromReceivingToTheChannel_NamedOnTheIncident()
    {
        await Receive();

        var spans = Spans();
        Assert.Subset(spans.Select(s => s.GetProperty("name").GetString()!).ToHashSet(), new HashSet<string> { "ReceiveAlarm", "receive", "load", "decide", "store", "channel slack" });
        var number = Assert.Single(await ((IIncidentStore)store).OpenIncidents(CancellationToken.None)).Number;
        Assert.All(
            spans.Where(s => s.GetProperty("name").GetString() is "receive" or "decide" or "store" or "channel slack"),
            s => Assert.Equal(number.ToString(), s.GetProperty("annotations").GetProperty("incident_id").GetString()));
        var record = await ((IIncidentStore)store).Load(number, member: null, CancellationToken.None);
        Assert.Equal("5759e988bd862e3fe1be46a994272793", record!.Detail.Trace);
    }

    [Fact]
    public async Task AnInvocationThatIsNotSampled_SendsNoSpan_AndPagesAllTheSame()
    {
        trace = Header + "0";
        await Receive();

        Assert.Equal(0, daemon.Available);
        Assert.Null((await ((IIncidentStore)store).Load(Assert.Single(await ((IIncidentStore)store).OpenIncidents(CancellationToken.None)).Number, null, CancellationToken.None))!.Detail.Trace);
    }

    [Fact]
    public async Task AnAlarm_IsMeasured_BeforeTheFunctionReturns()
    {
        await Receive();

        Assert.Contains(Lines(), line => line.TryGetProperty("AlarmsReceived", out var received) && received.GetInt32() == 1);
    }

    [Fact]
    public async Task APushedConfigurationThatCannotBeUsed_IsMeasuredOnce_AndPagesAllTheSame()
    {
        var broken = new ConfigurationVersion("broken000000", [new ConfigurationFile("config/oncall.yaml", "people: ["u8.ToArray())]);
        await new PushConfiguration(configurations, TimeProvider.System).Handle(ConfigurationPointer.Never, broken, "ada", CancellationToken.None);
        await Receive();
        await Receive();

        Assert.Equal([1], Lines().Where(line => line.TryGetProperty("ConfigurationRefused", out _)).Select(line => line.GetProperty("ConfigurationRefused").GetInt32()));
        Assert.Single(await ((IIncidentStore)store).OpenIncidents(CancellationToken.None));
    }

    [Fact]
    public async Task OutputThatNobodyReads_FailsNoAlarm()
    {
        output.Dispose();

        await Receive();

        Assert.Single(await ((IIncidentStore)store).OpenIncidents(CancellationToken.None));
    }

    [Theory]
    [InlineData("xoxb-111111111111-222222222222-CanaryCanaryCanary")]
    [InlineData("https://hooks.slack.com/services/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")]
    [InlineData("+4915112345678")]
    [InlineData("AKIACANARYCANARY1234")]
    public async Task WhatIsInAnAlarm_IsInNoLineAndNoSpan(string canary)
    {
        var delivery = Lambda.Event<SNSEvent>("sns/lambda-event-metric-alarm.json");
        delivery.Records[0].Sns.Message = delivery.Records[0].Sns.Message.Replace("Threshold Crossed", $"{canary} Threshold Crossed", StringComparison.Ordinal);
        Assert.Contains(canary, delivery.Records[0].Sns.Message, StringComparison.Ordinal);
        var context = new TestLambdaContext();
        using var scope = services.CreateScope();

        await scope.ServiceProvider.GetRequiredService<ReceiveAlarmFunction>().ReceiveAlarm(delivery);
        await scope.ServiceProvider.GetRequiredService<RetryAlarmFunction>().RetryAlarm(
            new SQSEvent { Records = [new() { MessageId = "1", Body = canary }] }, context);
        services.GetRequiredService<JsonLogWriter>().Warn("canary", $"it says {(canary[0] == '+' ? "nothing" : canary)}");

        Assert.All(
            Lines().Select(line => line.GetRawText()).Concat(Spans().Select(span => span.GetRawText())).Append(((TestLambdaLogger)context.Logger).Buffer.ToString()),
            line => Assert.DoesNotContain(canary, line, StringComparison.OrdinalIgnoreCase));
    }

    private async Task Receive()
    {
        using var scope = services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<ReceiveAlarmFunction>().ReceiveAlarm(Lambda.Event<SNSEvent>("sns/lambda-event-metric-alarm.json"));
    }

    /// <summary>Every line is one JSON object.</summary>
    private List<JsonElement> Lines() =>
        [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private List<JsonElement> Spans()
    {
        var spans = new List<JsonElement>();
        for (var from = new IPEndPoint(IPAddress.Any, 0); daemon.Available > 0;)
        {
            spans.Add(JsonDocument.Parse(Encoding.UTF8.GetString(daemon.Receive(ref from)).Split('\n')[1]).RootElement);
        }

        return spans;
    }
}
