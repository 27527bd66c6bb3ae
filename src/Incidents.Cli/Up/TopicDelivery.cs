using Amazon.Lambda.SNSEvents;
using Incidents.Application.Alarms;
using Incidents.Application.Intake;
using Incidents.Functions;
using Incidents.Functions.Deliveries;
using Incidents.Functions.Telemetry;

namespace Incidents.Cli.Up;

/// <summary>Hands a notification to the function in the event SNS would invoke it with.</summary>
internal static class TopicDelivery
{
    public static async Task<AlarmReceipt> Deliver(this ReceiveAlarmFunction function, AlarmMessage message, TextReplyDelivery texts, InvocationTelemetry invocations)
    {
        using var invocation = invocations.Begin(nameof(ReceiveAlarmFunction.ReceiveAlarm));
        var sns = new SNSEvent.SNSMessage
        {
            Type = message.Type,
            MessageId = message.MessageId,
            TopicArn = message.TopicArn,
            Subject = message.Subject,
            Message = message.Text,
            Timestamp = message.SentAt.ToDateTimeUtc(),
        };
        var delivery = new SNSEvent { Records = [new() { Sns = sns }] };
        return await texts.Take(delivery) ? Reply : (await function.Receive(delivery))[0];
    }

    private static readonly AlarmReceipt Reply = new(Incident: null, "ignored", "it is a reply to a text, and was taken as such");
}
