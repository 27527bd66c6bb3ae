using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SNS;
using Amazon.Lambda.SNSEvents;
using NodaTime;

namespace Incidents.Functions;

/// <summary>One message of the alarm topic, as SNS handed it over and not yet read.</summary>
/// <param name="Source">Who delivered it; <c>aws:sns</c> for a topic.</param>
/// <param name="SentAt">When it was published, by the clock of SNS.</param>
public sealed record TopicMessage(string? Source, string? TopicArn, string? Id, Instant SentAt, string? Body);

/// <summary>Opens, joins or recovers an incident; an unreadable message becomes a quarantined one.</summary>
public delegate Task TakeTopicMessage(TopicMessage message);

/// <summary>The door for alarms: CloudWatch publishes to the topic, SNS invokes this.</summary>
public sealed class ReceiveAlarmFunction(TakeTopicMessage take)
{
    [LambdaFunction(ResourceName = "ReceiveAlarm", MemorySize = 512, Timeout = 30)]
    [SNSEvent("@AlarmTopic")]
    public async Task ReceiveAlarm(SNSEvent delivery)
    {
        foreach (var record in delivery.Records ?? [])
        {
            await take(Read(record));
        }
    }

    private static TopicMessage Read(SNSEvent.SNSRecord record) => new(
        record.EventSource,
        record.Sns.TopicArn,
        record.Sns.MessageId,
        Instant.FromDateTimeUtc(record.Sns.Timestamp.ToUniversalTime()),
        record.Sns.Message);
}
