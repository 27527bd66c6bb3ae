using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SNS;
using Amazon.Lambda.SNSEvents;
using Incidents.Application.Alarms;

namespace Incidents.Functions;

/// <summary>Opens, joins or recovers an incident; an unreadable message becomes a quarantined one.</summary>
public delegate Task TakeAlarm(AlarmMessage message);

/// <summary>The door for alarms: CloudWatch publishes to the topic, SNS invokes this.</summary>
public sealed class ReceiveAlarmFunction(TakeAlarm take, TimeProvider clock)
{
    [LambdaFunction(ResourceName = "ReceiveAlarm", MemorySize = 512, Timeout = 30)]
    [SNSEvent("@AlarmTopic")]
    public async Task ReceiveAlarm(SNSEvent delivery)
    {
        foreach (var message in delivery.ReadMessages(clock))
        {
            await take(message);
        }
    }
}
