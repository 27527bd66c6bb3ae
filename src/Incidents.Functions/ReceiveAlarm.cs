using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SNS;
using Amazon.Lambda.SNSEvents;
using Incidents.Application.Intake;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Sweep;
using Incidents.Application.Time;
using Incidents.Functions.Deliveries;
using Incidents.Functions.Telemetry;
using NodaTime;

namespace Incidents.Functions;

/// <summary>The door for alarms: CloudWatch publishes to the topic, SNS invokes this.</summary>
public sealed class ReceiveAlarmFunction(ReceiveFailOpen alarms, InlinePageRetry stay, TimeProvider clock, InvocationTelemetry? invocations = null, TextReplyDelivery? texts = null)
{
    /// <summary>Fails when an alarm can be neither handled nor told and kept: Lambda then puts the invocation on the queue that <see cref="RetryAlarmFunction"/> reads.</summary>
    [LambdaFunction(ResourceName = "ReceiveAlarm", MemorySize = 512, Timeout = 30)]
    [SNSEvent("@AlarmTopic")]
    public async Task ReceiveAlarm(SNSEvent delivery)
    {
        using var invocation = invocations?.Begin(nameof(ReceiveAlarm));
        if (texts is not null && await texts.Take(delivery))
        {
            return;
        }

        var leave = clock.Now() + Enough;
        if ((await Receive(delivery)).Any(receipt => receipt.PageWaits))
        {
            await stay.Run(Instant.Min(leave, clock.Now() + InlinePageRetry.Patience), CancellationToken.None);
        }
    }

    /// <summary>The same, for who wants to know what came of it; SNS does not, and its functions may return nothing.</summary>
    public Task<IReadOnlyList<AlarmReceipt>> Receive(SNSEvent delivery) => alarms.HandleAll(delivery.ReadMessages(clock), CancellationToken.None);

    /// <summary>Leaves the function time to finish what it has begun.</summary>
    private static readonly Duration Enough = Duration.FromSeconds(22);
}
