using Incidents.Application.Intake.FailOpen;

namespace Incidents.Adapters.Aws;

/// <summary>The queue that `RetryAlarm` reads.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html</remarks>
/// <param name="queueUrl">What CloudFormation gives for the queue. It goes into the request, not the address.</param>
public sealed class SqsRetries(AwsClient client, string queueUrl) : IAlarmRetries
{
    /// <inheritdoc />
    public async Task Put(string body, CancellationToken cancellation)
    {
        var call = AwsCall.Json10("AmazonSQS.SendMessage", json =>
        {
            json.WriteString("QueueUrl", queueUrl);
            json.WriteString("MessageBody", body);
        });

        try
        {
            // Twice in the queue is once in the end: an alarm that is known already changes nothing.
            await client.SendTwice(call, cancellation);
        }
        catch (AwsCallException failure)
        {
            throw new NotKeptException($"sqs:SendMessage to {queueUrl} failed: {failure.Code}", failure);
        }
    }
}
