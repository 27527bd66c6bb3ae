using System.Text;
using Incidents.Application.Paging;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.Aws;

/// <summary>An SNS topic whose subscribers get mail and text messages straight from SNS.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html</remarks>
public sealed class SnsFallback(AwsClient client, string topicArn) : IFallback
{
    /// <summary>What SNS takes of a text, in bytes of UTF-8.</summary>
    private const int LargestText = 256 * 1024;

    /// <summary>SNS wants fewer than a hundred characters.</summary>
    private const int LongestSubject = 99;

    private const string Cut = "\n… (cut)";

    private static readonly Duration Pause = Duration.FromSeconds(5);

    /// <inheritdoc />
    public async Task<DeliveryResult> Publish(FallbackMessage message, CancellationToken cancellation)
    {
        var call = AwsCall.Query(
            new("Action", "Publish"),
            new("Version", "2010-03-31"),
            new("TopicArn", topicArn),
            new("Subject", Subject(message.Subject)),
            new("Message", Text(message.Text)));
        try
        {
            await client.Send(call, cancellation);
            return new DeliveryResult.Delivered();
        }
        catch (AwsCallException failure)
        {
            var answer = $"sns:Publish to {topicArn}: {failure.Code}";
            return failure switch
            {
                { Code: "no_answer" } => new DeliveryResult.Unknown(answer),
                { MayPass: true } => new DeliveryResult.RetryLater(Pause, answer),
                _ => new DeliveryResult.Rejected(answer),
            };
        }
    }

    /// <summary>ASCII that begins with a letter, a digit or a mark, in one line: with anything else SNS refuses the whole message.</summary>
    private static string Subject(string wanted)
    {
        var ascii = string.Concat(wanted.Select(c => char.IsAscii(c) && !char.IsControl(c) ? c : c is '\n' or '\r' or '\t' ? ' ' : '?')).Trim();
        return ascii.Length switch
        {
            0 => "Incidents: page",
            <= LongestSubject => ascii,
            _ => ascii[..LongestSubject].TrimEnd(),
        };
    }

    private static string Text(string wanted)
    {
        if (wanted.Length == 0)
        {
            return "(no text)";
        }

        if (Encoding.UTF8.GetByteCount(wanted) <= LargestText)
        {
            return wanted;
        }

        // The beginning says what is wrong. A character that the cut would halve goes whole.
        var room = LargestText - Encoding.UTF8.GetByteCount(Cut);
        var bytes = new byte[room];
        Encoding.UTF8.GetEncoder().Convert(wanted, bytes, flush: false, out _, out var used, out _);
        return Encoding.UTF8.GetString(bytes.AsSpan(0, used)) + Cut;
    }
}
