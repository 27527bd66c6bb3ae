using System.Globalization;
using Incidents.Adapters.Aws;

namespace Incidents.Adapters.CommandLine.Inspection;

/// <summary>Reads how much waits in a queue.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html</remarks>
public sealed class QueueReader(AwsAccount account)
{
    private const string Visible = "ApproximateNumberOfMessages";

    /// <summary>About how many messages wait to be fetched; null when the answer does not say.</summary>
    /// <exception cref="UnreportedException">It could not be learnt.</exception>
    public async Task<int?> Waiting(string queueUrl, CancellationToken cancellation)
    {
        var call = AwsCall.Json10("AmazonSQS.GetQueueAttributes", json =>
        {
            json.WriteString("QueueUrl", queueUrl);
            json.WriteStartArray("AttributeNames");
            json.WriteStringValue(Visible);
            json.WriteEndArray();
        });
        using var answer = await account.Json(AwsService.Queues, "GetQueueAttributes", call, cancellation);
        return int.TryParse(answer.RootElement.Part("Attributes").Text(Visible), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
    }
}
