using Amazon.Lambda.SQSEvents;
using Amazon.Lambda.TestUtilities;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Scenarios.Tests;

namespace Incidents.Functions.Tests;

public sealed class RetryAlarmTests
{
    [Theory]
    [InlineData("sns/sqs-on-failure-invocation-record.json")]
    [InlineData("sns/sqs-subscription-dlq-envelope.json")]
    public async Task RetryAlarm_OfBothShapesOnTheQueue_OpensAnIncident(string payload)
    {
        using var house = new ScenarioHost();

        var response = await Retry(house, Lambda.Event<SQSEvent>(payload));

        Assert.Empty(response.BatchItemFailures);
        Assert.Single(await house.Store.OpenIncidents(CancellationToken.None));
    }

    [Fact]
    public async Task F13_RetryAlarm_WhenOneMessageFails_KeepsThatOneAlone()
    {
        using var house = new ScenarioHost(FailingStore.For("payments"));
        var context = new TestLambdaContext();

        house.Retries.Refuses = true;

        var response = await Retry(house, Batch(house, "payments-errors", "checkout-errors"), context);

        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"payments-errors"}]}""", Lambda.Write(response));
        Assert.Equal(new ServiceId("checkout"), Assert.Single(await house.Store.OpenIncidents(CancellationToken.None)).Service);
        Assert.Contains("payments-errors", ((TestLambdaLogger)context.Logger).Buffer.ToString(), StringComparison.Ordinal);
    }

    private static SQSEvent Batch(ScenarioHost house, params string[] alarms) => new()
    {
        Records = [.. alarms.Select(name => new SQSEvent.SQSMessage
        {
            MessageId = name,
            Body = AlarmBody.Metric(name, "ALARM", house.Clock.Now()),
        })],
    };

    private static Task<SQSBatchResponse> Retry(ScenarioHost house, SQSEvent batch, TestLambdaContext? context = null) =>
        new RetryAlarmFunction(house.Get<ReceiveFailOpen>(), house.Clock).RetryAlarm(batch, context ?? new TestLambdaContext());
}
