using System.Text.Json.Nodes;
using Incidents.Functions.Tests.Template;

namespace Incidents.Functions.Tests.Stance;

/// <summary>One permission: an action of IAM on one resource, `*` where the service knows none.</summary>
public readonly record struct Allowance(string Action, string Resource)
{
    public override string ToString() => $"{Action} on {Resource}";
}

/// <summary>What a role allows, one action on one resource at a time.</summary>
internal static class Grants
{
    /// <summary>What denies takes away, and gives nothing.</summary>
    public static IEnumerable<Allowance> Of(Deployed stack, string role) =>
        from statement in stack.Statements(role)
        where (string?)statement["Effect"] == "Allow"
        from action in Items(statement["Action"]!)
        from resource in Items(statement["Resource"]!)
        select new Allowance(action, resource);

    private static IEnumerable<string> Items(JsonNode node) => node is JsonArray list ? list.Select(item => (string)item!) : [(string)node!];
}
