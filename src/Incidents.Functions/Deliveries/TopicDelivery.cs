using Amazon.Lambda.SNSEvents;
using Incidents.Application.Alarms;
using Incidents.Application.Time;
using NodaTime;

namespace Incidents.Functions.Deliveries;

/// <summary>Reads what SNS hands to a function; nothing that arrived is lost for being incomplete.</summary>
internal static class TopicDelivery
{
    public static IEnumerable<AlarmMessage> ReadMessages(this SNSEvent delivery, TimeProvider clock) =>
        delivery.Records is { Count: > 0 } records
            ? records.Select(record => Read(record.Sns, clock))
            : [Broken("The event has no records.", clock)];

    private static AlarmMessage Read(SNSEvent.SNSMessage? sns, TimeProvider clock) =>
        sns is null
            ? Broken("The record holds no SNS message.", clock)
            : new(sns.Message ?? "", sns.Subject, sns.MessageId, sns.TopicArn, SentAt(sns, clock))
            {
                Type = sns.Type ?? "Notification",
            };

    private static Instant SentAt(SNSEvent.SNSMessage sns, TimeProvider clock) =>
        sns.Timestamp == default ? clock.Now() : Instant.FromDateTimeUtc(sns.Timestamp.ToUniversalTime());

    private static AlarmMessage Broken(string fault, TimeProvider clock) =>
        new("", Subject: null, MessageId: null, TopicArn: null, clock.Now()) { EnvelopeFault = fault };
}
