using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SNS;
using Amazon.Lambda.SNSEvents;
using Incidents.Application.Intake;

namespace Incidents.Functions;

/// <summary>The door for alarms: CloudWatch publishes to the topic, SNS invokes this.</summary>
public sealed class ReceiveAlarmFunction(ReceiveAlarms alarms, TimeProvider clock)
{
    /// <summary>Fails when the store does: Lambda then puts the invocation on the queue that <see cref="RetryAlarmFunction"/> reads.</summary>
    [LambdaFunction(ResourceName = "ReceiveAlarm", MemorySize = 512, Timeout = 30)]
    [SNSEvent("@AlarmTopic")]
    public Task ReceiveAlarm(SNSEvent delivery) => Receive(delivery);

    /// <summary>The same, for who wants to know what came of it; SNS does not, and its functions may return nothing.</summary>
    public Task<IReadOnlyList<AlarmReceipt>> Receive(SNSEvent delivery) => alarms.HandleAll(delivery.ReadMessages(clock), CancellationToken.None);
}
