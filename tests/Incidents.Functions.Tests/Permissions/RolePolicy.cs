using System.IO.Enumeration;
using System.Text.Json.Nodes;
using Incidents.Functions.Tests.Template;

namespace Incidents.Functions.Tests.Permissions;

/// <summary>Whether a role lets an item of the table be written or read, as IAM decides: something allows it, and nothing denies it.</summary>
internal sealed class RolePolicy(Deployed stack, string role)
{
    private const string LeadingKeys = "dynamodb:LeadingKeys";

    /// <param name="partition">What IAM calls the leading key of the item.</param>
    public bool Allows(string action, string resource, string partition)
    {
        var matching = stack.Statements(role).Where(s => Has(s["Action"]!, action) && Has(s["Resource"]!, resource) && Holds(s["Condition"], partition)).ToList();
        return matching.Exists(s => (string?)s["Effect"] == "Allow") && !matching.Exists(s => (string?)s["Effect"] == "Deny");
    }

    private static bool Holds(JsonNode? condition, string partition) => condition is null || condition.AsObject().All(test =>
        test.Value!.AsObject().Single() is { Key: LeadingKeys, Value: { } keys } && test.Key switch
        {
            // A write and a read of one item have one leading key each, so any and all are the same.
            "ForAnyValue:StringEquals" or "ForAllValues:StringEquals" => Has(keys, partition),
            "ForAnyValue:StringLike" or "ForAllValues:StringLike" => Items(keys).Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, partition, ignoreCase: false)),
            var unknown => throw new NotSupportedException($"{unknown}: say here when it holds."),
        });

    private static bool Has(JsonNode list, string item) => Items(list).Contains(item, StringComparer.Ordinal);

    private static IEnumerable<string> Items(JsonNode node) => node is JsonArray list ? list.Select(item => (string)item!) : [(string)node!];
}
