using Amazon.Lambda.SNSEvents;
using Incidents.Application.Alarms;
using Incidents.Application.TextReplies;

namespace Incidents.Functions.Deliveries;

/// <summary>Takes from a delivery of SNS what came by the topic of text replies, and from nowhere else.</summary>
/// <param name="isForReplies">Whether an ARN is that of the topic.</param>
public sealed class TextReplyDelivery(AnswerTextReply replies, Func<string, ValueTask<bool>> isForReplies, TimeProvider clock, Action<string> warn)
{
    /// <param name="topic">ARN of the topic; empty where there is none.</param>
    public TextReplyDelivery(AnswerTextReply replies, string topic, TimeProvider clock, Action<string> warn)
        : this(replies, arn => ValueTask.FromResult(topic.Length > 0 && arn == topic), clock, warn)
    {
    }

    /// <returns>False when the delivery holds something else: nothing is done then.</returns>
    public async Task<bool> Take(SNSEvent delivery)
    {
        if (delivery.Records is not { Count: > 0 } records
            || records[0].Sns?.TopicArn is not { } topic
            || records.Any(record => record.Sns?.TopicArn != topic)
            || !await isForReplies(topic))
        {
            return false;
        }

        foreach (AlarmMessage message in delivery.ReadMessages(clock))
        {
            if (await replies.Handle(message.Text, message.SentAt, CancellationToken.None) is TextReplyResult.Refused refused)
            {
                warn($"a text reply was not taken: {refused.Reason}");
            }
        }

        return true;
    }
}
