using System.Text.Json;
using Incidents.Adapters.CommandLine.Inspection;
using Incidents.Domain;

namespace Incidents.Cli.Doctor.Stack;

/// <summary>Whom the policies of the two topics let publish today and the template refuses, unless `TopicPublishers` names them.</summary>
/// <remarks>What a role's or user's own policy allows is not in the topic's and is not seen here.</remarks>
internal static class PublisherCheck
{
    // The second is that of stacks deployed by an earlier template.
    private static readonly string[] Ours = ["DenyOtherPublishers", "OnlyServicesAndThoseNamed"];

    public static async Task<IReadOnlyList<Finding>> Look(StackCheckContext context, CancellationToken cancellation)
    {
        var reader = new TopicReader(context.Account);
        var findings = new List<Finding>();
        foreach (var topic in new[] { "AlarmTopic", "FallbackTopic" })
        {
            if (context.Resource(topic) is { } arn)
            {
                findings.AddRange(Judge(context, topic, await reader.Policy(arn, cancellation)));
            }
        }

        return findings;
    }

    private static IEnumerable<Finding> Judge(StackCheckContext context, string topic, JsonElement policy)
    {
        var named = context.Parameter("TopicPublishers").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(arn => new Glob(arn)).ToList();
        var statements = Items(policy, "Statement").ToList();
        foreach (var who in statements.Where(MayPublish).SelectMany(Principals).Where(who => !IsLinked(who) && !named.Exists(glob => glob.Matches(who))).Distinct(StringComparer.Ordinal))
        {
            yield return new Finding(Level.Warning, $"the policy of {topic} lets {who} publish, and the template's refuses that", context.Deploy("TopicPublishers=ARN,ARN") + " for those who shall");
        }

        if (!statements.Exists(statement => Ours.Contains(Text(statement, "Sid"))))
        {
            yield return new Finding(Level.Warning, $"{topic} takes messages from every role and user of the account whose own policy allows it: a false OK ends an incident", "deploy the template again; what publishes by hand or from code goes into TopicPublishers first");
        }
        else
        {
            yield return new Finding(Level.Good, $"{topic} takes messages from AWS services, the stack's roles and {named.Count} named publishers only");
        }
    }

    private static bool MayPublish(JsonElement statement) => Text(statement, "Effect") == "Allow"
        && Items(statement, "Action").Any(action => action.GetString() is { } name && new Glob(name.ToLowerInvariant()).Matches("sns:publish"));

    /// <summary>Services are never refused; an account stands for all its roles and users.</summary>
    private static IEnumerable<string> Principals(JsonElement statement) =>
        !statement.TryGetProperty("Principal", out var principal) ? []
        : principal.ValueKind == JsonValueKind.String ? ["everybody"]
        : Items(principal, "AWS").Select(who => who.GetString() ?? "").Select(who => who == "*" ? "everybody" : who);

    private static bool IsLinked(string arn) => arn.Contains(":role/aws-service-role/", StringComparison.Ordinal);

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>IAM writes one value without brackets.</summary>
    private static JsonElement[] Items(JsonElement element, string name) =>
        element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()]
        : [value];
}
