using Amazon.Lambda.SNSEvents;
using Incidents.Application.Alarms;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Functions.Deliveries;
using Incidents.Scenarios.Tests;
using Incidents.Tests;
using NodaTime;

namespace Incidents.Functions.Tests;

public sealed class ReceiveAlarmTests : IDisposable
{
    private readonly ScenarioHost house = new();

    private ReceiveAlarmFunction Function => new(house.Get<ReceiveFailOpen>(), house.Get<Incidents.Application.Sweep.InlinePageRetry>(), house.Clock);

    public void Dispose() => house.Dispose();

    [Theory]
    [InlineData("sns/lambda-event-metric-alarm.json")]
    [InlineData("sns/lambda-event-attributes-null-subject.json")]
    [InlineData("sns/lambda-event-plain-text.json")]
    public void ReadMessages_OfARealEvent_IsWhatItsBytesSay(string payload) => Assert.Equal(
        AlarmMessages.Read(Payload.Text(payload), house.Clock.Now()),
        Lambda.Event<SNSEvent>(payload).ReadMessages(house.Clock));

    [Fact]
    public async Task ReceiveAlarm_OfAnAlarm_OpensAnIncidentAndPages()
    {
        await Function.ReceiveAlarm(Lambda.Event<SNSEvent>("sns/lambda-event-metric-alarm.json"));

        var incident = Assert.Single(await house.Store.OpenIncidents(CancellationToken.None));
        Assert.Equal(new ServiceId("checkout"), incident.Service);
        Assert.Equal(1, house.Channel.Pages);
    }

    [Fact]
    public async Task A1_ReceiveAlarm_WithoutRecords_KeepsAnUnreadableAlarm()
    {
        await Function.ReceiveAlarm(Lambda.Read<SNSEvent>("{}"));

        Assert.Single(await house.Store.OpenIncidents(CancellationToken.None));
    }

    [Fact]
    public async Task ReceiveAlarm_OfARecordWithoutItsMessage_KeepsAnUnreadableAlarm()
    {
        await Function.ReceiveAlarm(Lambda.Read<SNSEvent>("""{ "Records": [{ "EventSource": "aws:sns" }] }"""));

        Assert.Single(await house.Store.OpenIncidents(CancellationToken.None));
    }

    [Fact]
    public void ReadMessages_WithoutATimestamp_TakesTheTimeOfReceipt()
    {
        var message = Assert.Single(Lambda.Read<SNSEvent>("""{ "Records": [{ "Sns": { "Message": "hello" } }] }""").ReadMessages(house.Clock));

        Assert.Equal(Instant.FromUtc(2026, 9, 14, 3, 12), message.SentAt);
    }
}
