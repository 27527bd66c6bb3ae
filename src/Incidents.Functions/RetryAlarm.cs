using System.Globalization;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SQS;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using Incidents.Application.Alarms;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Redaction;
using Incidents.Application.Time;
using Incidents.Functions.Telemetry;

namespace Incidents.Functions;

/// <summary>
/// The second chance of an alarm. The queue holds Lambda's records of failed invocations, what <see cref="ReceiveAlarmFunction"/> put there
/// itself, and bare SNS envelopes; each succeeds or stays by itself.
/// </summary>
public sealed class RetryAlarmFunction(ReceiveFailOpen alarms, TimeProvider clock, InvocationTelemetry? invocations = null)
{
    [LambdaFunction(ResourceName = "RetryAlarm", MemorySize = 512, Timeout = 60)]
    [SQSEvent("@AlarmRetryQueue")]
    public async Task<SQSBatchResponse> RetryAlarm(SQSEvent batch, ILambdaContext context)
    {
        using var invocation = invocations?.Begin(nameof(RetryAlarm));
        var failures = new List<SQSBatchResponse.BatchItemFailure>();
        foreach (var record in batch.Records)
        {
            try
            {
                await alarms.TryAgain(AlarmMessages.Read(record.Body, clock.Now()), IsLastTry(record), CancellationToken.None);
            }
            catch (Exception failure)
            {
                context.Logger.LogError("Message {MessageId} stays on the queue: {Failure}", record.MessageId, Redactor.Redact(failure.ToString()));
                failures.Add(new() { ItemIdentifier = record.MessageId });
            }
        }

        return new SQSBatchResponse(failures);
    }

    /// <summary>The queue parks what has been received this often.</summary>
    internal const int MostTries = 5;

    private static bool IsLastTry(SQSEvent.SQSMessage record) =>
        record.Attributes?.GetValueOrDefault("ApproximateReceiveCount") is { } count && int.TryParse(count, CultureInfo.InvariantCulture, out var tries) && tries >= MostTries;
}
