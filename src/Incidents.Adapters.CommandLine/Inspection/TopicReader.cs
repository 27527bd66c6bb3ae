using System.Text.Json;
using Incidents.Adapters.Aws;

namespace Incidents.Adapters.CommandLine.Inspection;

/// <summary>A subscription of an SNS topic. The endpoint's address is left out: no finding needs it.</summary>
/// <param name="Protocol">Such as `email` or `lambda`.</param>
/// <param name="IsConfirmed">False until the subscriber has agreed: nothing is delivered before.</param>
public sealed record TopicSubscription(string Protocol, bool IsConfirmed);

/// <summary>Reads the subscriptions of SNS topics.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptionsByTopic.html</remarks>
public sealed class TopicReader(AwsAccount account)
{
    private const int MostPages = 20;

    /// <summary>The topic's own policy; an empty object when it has none.</summary>
    /// <exception cref="UnreportedException">It could not be learnt.</exception>
    public async Task<JsonElement> Policy(string topicArn, CancellationToken cancellation)
    {
        const string Action = "GetTopicAttributes";
        var answer = await account.Xml(AwsService.Topics, "2010-03-31", Action, cancellation, new KeyValuePair<string, string>("TopicArn", topicArn));
        var policy = answer.Descendants().Where(e => e.Name.LocalName == "entry")
            .FirstOrDefault(e => e.Elements().Any(part => part is { Name.LocalName: "key", Value: "Policy" }))?
            .Elements().FirstOrDefault(part => part.Name.LocalName == "value")?.Value;
        try
        {
            using var read = JsonDocument.Parse(policy ?? "{}");
            return read.RootElement.Clone();
        }
        catch (JsonException odd)
        {
            throw new UnreportedException(AwsService.Topics.Action(Action), "no_json", odd);
        }
    }

    /// <exception cref="UnreportedException">They could not be learnt.</exception>
    public async Task<IReadOnlyList<TopicSubscription>> Subscriptions(string topicArn, CancellationToken cancellation)
    {
        var found = new List<TopicSubscription>();
        var next = (string?)null;
        for (var page = 0; page < MostPages; page++)
        {
            KeyValuePair<string, string>[] fields = [new("TopicArn", topicArn), .. next is null ? Array.Empty<KeyValuePair<string, string>>() : [new("NextToken", next)]];
            var answer = await account.Xml(AwsService.Topics, "2010-03-31", "ListSubscriptionsByTopic", cancellation, fields);

            // In place of an ARN stands PendingConfirmation, or Deleted for a while after an unsubscribe.
            found.AddRange(answer.Members("Subscriptions").Where(member => member.Text("SubscriptionArn") != "Deleted")
                .Select(member => new TopicSubscription(member.Text("Protocol") ?? "", member.Text("SubscriptionArn")?.StartsWith("arn:", StringComparison.Ordinal) == true)));
            next = answer.Descendants().FirstOrDefault(below => below.Name.LocalName == "NextToken")?.Value;
            if (string.IsNullOrEmpty(next))
            {
                break;
            }
        }

        return found;
    }
}
