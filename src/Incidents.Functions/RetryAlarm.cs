using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SQS;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using Incidents.Application;
using Incidents.Application.Alarms;
using Incidents.Application.Intake;

namespace Incidents.Functions;

/// <summary>
/// The second chance of an alarm. The queue holds Lambda's records of failed invocations and bare SNS envelopes; each
/// succeeds or stays by itself.
/// </summary>
public sealed class RetryAlarmFunction(ReceiveAlarms alarms, TimeProvider clock)
{
    [LambdaFunction(ResourceName = "RetryAlarm", MemorySize = 512, Timeout = 60)]
    [SQSEvent("@AlarmRetryQueue")]
    public async Task<SQSBatchResponse> RetryAlarm(SQSEvent batch, ILambdaContext context)
    {
        var failures = new List<SQSBatchResponse.BatchItemFailure>();
        foreach (var record in batch.Records)
        {
            try
            {
                await alarms.HandleAll(AlarmMessages.Read(record.Body, clock.Now()), CancellationToken.None);
            }
            catch (Exception failure)
            {
                context.Logger.LogError("Message {MessageId} stays on the queue: {Failure}", record.MessageId, failure);
                failures.Add(new() { ItemIdentifier = record.MessageId });
            }
        }

        return new SQSBatchResponse(failures);
    }
}
