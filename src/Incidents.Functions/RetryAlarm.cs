using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SQS;
using Amazon.Lambda.SQSEvents;
using Incidents.Application;
using Incidents.Application.Alarms;

namespace Incidents.Functions;

/// <summary>Takes messages that failed before.</summary>
/// <returns>False when they failed again and should stay on the queue.</returns>
public delegate Task<bool> RetakeAlarms(IReadOnlyList<AlarmMessage> messages);

/// <summary>
/// The second chance of an alarm. The queue holds Lambda's records of failed invocations and bare SNS envelopes; each
/// succeeds or stays by itself.
/// </summary>
public sealed class RetryAlarmFunction(RetakeAlarms retake, TimeProvider clock)
{
    [LambdaFunction(ResourceName = "RetryAlarm", MemorySize = 512, Timeout = 60)]
    [SQSEvent("@AlarmRetryQueue")]
    public async Task<SQSBatchResponse> RetryAlarm(SQSEvent batch)
    {
        var failures = new List<SQSBatchResponse.BatchItemFailure>();
        foreach (var record in batch.Records)
        {
            if (!await retake(AlarmMessages.Read(record.Body, clock.Now())))
            {
                failures.Add(new() { ItemIdentifier = record.MessageId });
            }
        }

        return new SQSBatchResponse(failures);
    }
}
