using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SQS;
using Amazon.Lambda.SQSEvents;

namespace Incidents.Functions;

/// <summary>Takes an alarm that failed before: Lambda's invocation record, or the bare SNS envelope.</summary>
/// <returns>False when it failed again and should stay on the queue.</returns>
public delegate Task<bool> RetryTopicMessage(string body);

/// <summary>The second chance of an alarm; each message of the batch succeeds or stays on the queue by itself.</summary>
public sealed class RetryAlarmFunction(RetryTopicMessage retry)
{
    [LambdaFunction(ResourceName = "RetryAlarm", MemorySize = 512, Timeout = 60)]
    [SQSEvent("@AlarmRetryQueue")]
    public async Task<SQSBatchResponse> RetryAlarm(SQSEvent batch)
    {
        var failures = new List<SQSBatchResponse.BatchItemFailure>();
        foreach (var message in batch.Records)
        {
            if (!await retry(message.Body))
            {
                failures.Add(new() { ItemIdentifier = message.MessageId });
            }
        }

        return new SQSBatchResponse(failures);
    }
}
