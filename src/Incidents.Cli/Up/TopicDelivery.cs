using Amazon.Lambda.SNSEvents;
using Incidents.Application.Alarms;
using Incidents.Application.Intake;
using Incidents.Functions;

namespace Incidents.Cli.Up;

/// <summary>Hands a notification to the function in the event SNS would invoke it with.</summary>
internal static class TopicDelivery
{
    public static async Task<AlarmReceipt> Deliver(this ReceiveAlarmFunction function, AlarmMessage message, Invocations invocations)
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
        return (await function.Receive(new SNSEvent { Records = [new() { Sns = sns }] }))[0];
    }
}
