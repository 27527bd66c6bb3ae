using Amazon.Lambda.SNSEvents;
using Incidents.Application.Alarms;
using Incidents.Application.TextReplies;

namespace Incidents.Functions;

/// <summary>Takes from a delivery of SNS what came by the topic of text replies, and from nowhere else.</summary>
/// <param name="topic">ARN of that topic; empty where the stack has none.</param>
public sealed class TextReplyDelivery(AnswerTextReply replies, string topic, TimeProvider clock, Action<string> warn)
{
    /// <returns>False when the delivery holds something else: nothing is done then.</returns>
    public async Task<bool> Take(SNSEvent delivery)
    {
        if (topic.Length == 0 || delivery.Records is not { Count: > 0 } records || records.Any(record => record.Sns?.TopicArn != topic))
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
