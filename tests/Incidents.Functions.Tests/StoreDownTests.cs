using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;
using Amazon.Lambda.TestUtilities;
using Incidents.Application.Intake;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Scenarios.Tests;
using NodaTime;

namespace Incidents.Functions.Tests;

/// <summary>A night without the store: every alarm reaches somebody, and none is lost or told twice.</summary>
public sealed class StoreDownTests : IDisposable
{
    private readonly SwitchedStore store;
    private readonly ScenarioHost house;

    public StoreDownTests()
    {
        (var down, store) = SwitchedStore.Down();
        house = new ScenarioHost(down);
    }

    public void Dispose() => house.Dispose();

    [Fact]
    public async Task F26_F34_AfterTwoTries_OneDegradedPageSaysAllThatMatters()
    {
        var receipt = Assert.Single(await Receive(Alarm("checkout-errors")));

        Assert.Equal(2, store.Unanswered);
        Assert.Equal("kept", receipt.Decision);
        var page = Assert.Single(house.Fallback.Heard);
        Assert.StartsWith("Sev2 checkout: Errors 7.25", page.Subject, StringComparison.Ordinal);
        Assert.All(["Alarm: checkout-errors", "Service: checkout, Sev2", "Who should look: Ana", "The store of incidents gives no answer (no answer)"], part => Assert.Contains(part, page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task F26_WhenTheStoreIsBack_WhomOnlySlackHasTold_IsPagedByTheIncident()
    {
        await Receive(Lambda.Event<SNSEvent>("sns/lambda-event-metric-alarm.json"));
        store.IsDown = false;

        Assert.Empty((await Retry(house.Retries.Kept)).BatchItemFailures);

        Assert.Equal(new ServiceId("checkout"), Assert.Single(await Open()).Service);
        Assert.Equal(["page INC-0 Ana", "page INC-1 Ana"], house.Channel.Heard);
        Assert.Single(house.Fallback.Heard);
    }

    [Fact]
    public async Task F26_WhileTheStoreStaysDown_TheKeptMessageStaysWithoutAnotherPage()
    {
        await Receive(Alarm("checkout-errors"));

        Assert.Single((await Retry(house.Retries.Kept)).BatchItemFailures);

        Assert.Single(house.Fallback.Heard);
        Assert.Single(house.Retries.Kept);
    }

    [Fact]
    public async Task F26_WhenOneTryIsEnough_NobodyIsTold()
    {
        var once = new ScenarioHost(FailingOnceStore.Create());
        await new ReceiveAlarmFunction(once.Get<ReceiveFailOpen>(), once.Get<Incidents.Application.Sweep.InlinePageRetry>(), once.Clock).Receive(Alarm("checkout-errors"));

        Assert.Empty(once.Fallback.Heard);
        Assert.Equal(1, once.Channel.Pages);
        once.Dispose();
    }

    [Theory]
    [InlineData("OK")]
    [InlineData("INSUFFICIENT_DATA")]
    public async Task F26_WhatWouldPageNobody_IsKeptInSilence_AndPagesAsEverLater(string state)
    {
        await Receive(Event(AlarmBody.Metric("checkout-errors", state, house.Clock.Now())));

        Assert.Empty(house.Fallback.Heard);
        Assert.Contains("\"fallbackPaged\":false", Assert.Single(house.Retries.Kept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task F26_ANote_IsKeptInSilence()
    {
        await Receive(Event("Deployment of checkout finished."));

        Assert.Empty(house.Fallback.Heard);
        Assert.Single(house.Retries.Kept);
    }

    [Fact]
    public async Task F12_AnUnreadableMessageWithATraceOfAnAlarm_IsTold_AndItsBytesAreKept()
    {
        await Receive(Event("""{ "AlarmName": "checkout-err"""));
        store.IsDown = false;
        await Retry(house.Retries.Kept);

        Assert.Contains("Who should look: Ben", Assert.Single(house.Fallback.Heard).Text, StringComparison.Ordinal);
        var record = await house.Store.Load((await Open())[0].Number, null, default);
        Assert.Equal("""{ "AlarmName": "checkout-err""", record!.Detail.Message!.Text);
        Assert.Equal(["page INC-0 Ben", "page INC-1 Ben"], house.Channel.Heard);
    }

    [Fact]
    public async Task F12_ARecordThatHoldsNoMessage_SurvivesTheRetryQueue()
    {
        await Receive(Lambda.Read<SNSEvent>("{}"));
        store.IsDown = false;
        await Retry(house.Retries.Kept);

        Assert.Equal(IncidentSource.Unreadable, Assert.Single(await Open()).Source);
    }

    [Fact]
    public async Task F26_AStormOfAlarms_IsOneMessageAServiceInFiveMinutes_WithACount()
    {
        for (var i = 0; i < 40; i++)
        {
            await Receive(Alarm($"checkout-{i}"));
        }

        await Receive(Alarm("payments-errors"));
        Assert.Equal(2, house.Fallback.Heard.Count);

        house.Clock.Jump(Duration.FromMinutes(5));
        await Receive(Alarm("checkout-again"));

        Assert.Contains("39 more since", house.Fallback.Heard[^1].Text, StringComparison.Ordinal);
        Assert.Equal(42, house.Retries.Kept.Count);
    }

    [Fact]
    public async Task F26_WhenTheFallbackTopicFailsToo_TheInvocationFails_AndTheNextAlarmIsToldAgain()
    {
        house.Channel.Answer = () => new DeliveryResult.Rejected("no_service");
        house.Fallback.Answer = () => new DeliveryResult.Rejected("AuthorizationError");

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Receive(Alarm("checkout-errors")));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Receive(Alarm("checkout-errors")));

        Assert.Empty(house.Retries.Kept);
        Assert.Equal(2, house.Fallback.Heard.Count);
    }

    [Fact]
    public async Task F26_WhenTheMessageCannotBeKept_TheInvocationFails_AfterThePage()
    {
        house.Retries.Refuses = true;

        await Assert.ThrowsAsync<NotKeptException>(() => Receive(Alarm("checkout-errors")));

        Assert.Single(house.Fallback.Heard);
    }

    [Fact]
    public async Task F25_AnInvocationThatDiedBeforeAnybodyWasTold_IsToldByTheRetry_AndKeptMarked()
    {
        var response = await Retry([AlarmBody.Metric("checkout-errors", "ALARM", house.Clock.Now())]);

        Assert.Empty(response.BatchItemFailures);
        Assert.Single(house.Fallback.Heard);
        Assert.Contains("\"fallbackPaged\":true", Assert.Single(house.Retries.Kept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task F23_TheLastTryThatFails_TellsThatTheMessageIsParked()
    {
        await Receive(Alarm("checkout-errors"));

        Assert.Single((await Retry(house.Retries.Kept, tries: RetryAlarmFunction.MostTries)).BatchItemFailures);

        var parked = house.Fallback.Heard[^1];
        Assert.All(["checkout-errors", "Who should look: Ana", "no answer", "aws sqs start-message-move-task"], part => Assert.Contains(part, parked.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ASecretInTheMessage_IsNeitherToldNorKept()
    {
        await Receive(Event(AlarmBody.Metric("checkout-errors", "ALARM", house.Clock.Now(), description: "see https://hooks.slack.com/services/T0/B0/canary")));
        await Receive(Event("""{ "AlarmName": "xoxb-1234-canary"""));

        Assert.DoesNotContain(house.Retries.Kept.Concat(house.Fallback.Heard.Select(m => m.Subject + m.Text)), text => text.Contains("canary", StringComparison.Ordinal));
    }

    private Task<IReadOnlyList<Incidents.Application.Intake.AlarmReceipt>> Receive(SNSEvent delivery) =>
        new ReceiveAlarmFunction(house.Get<ReceiveFailOpen>(), house.Get<Incidents.Application.Sweep.InlinePageRetry>(), house.Clock).Receive(delivery);

    private Task<SQSBatchResponse> Retry(IEnumerable<string> bodies, int tries = 1) =>
        new RetryAlarmFunction(house.Get<ReceiveFailOpen>(), house.Clock).RetryAlarm(
            new SQSEvent { Records = [.. bodies.Select((body, i) => new SQSEvent.SQSMessage { MessageId = $"{i}", Body = body, Attributes = new() { ["ApproximateReceiveCount"] = $"{tries}" } })] },
            new TestLambdaContext());

    private Task<IReadOnlyList<Incident>> Open() => house.Store.OpenIncidents(default);

    private SNSEvent Alarm(string name) => Event(AlarmBody.Metric(name, "ALARM", house.Clock.Now()));

    private SNSEvent Event(string text) => new()
    {
        Records = [new() { Sns = new() { Type = "Notification", MessageId = Guid.NewGuid().ToString(), Message = text, Timestamp = house.Clock.Now().ToDateTimeUtc() } }],
    };
}
