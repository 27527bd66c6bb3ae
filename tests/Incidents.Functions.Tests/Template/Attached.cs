using System.Text.Json.Nodes;

namespace Incidents.Functions.Tests.Template;

/// <summary>The statements of a role: its own, those of the managed policies it names, and those of policies that name it.</summary>
internal static class Attached
{
    /// <summary>As they are written, both branches of a condition included.</summary>
    public static IEnumerable<Part> Written(string role)
    {
        var properties = StackTemplate.Resource(role)["Properties"];
        var managed = properties["ManagedPolicyArns"].Items.Select(arn => StackTemplate.Resource(arn.Text["!Ref ".Length..])["Properties"]);
        return properties["Policies"].Items.Concat(managed).SelectMany(policy => policy.At("PolicyDocument", "Statement").ItemsOfBothBranches);
    }

    /// <summary>As CloudFormation would deploy them.</summary>
    public static IEnumerable<JsonNode> Statements(this Deployed stack, string role)
    {
        var properties = stack.Properties(role);
        var managed = (properties["ManagedPolicyArns"]?.AsArray() ?? []).Select(arn => (string)arn!).ToHashSet();
        var policies = stack.OfType("AWS::IAM::ManagedPolicy").Where(policy => managed.Contains(Physical.Ref(policy.Key, "AWS::IAM::ManagedPolicy"))).Concat(stack.OfType("AWS::IAM::Policy")
            .Where(policy => policy.Value["Properties"]!["Roles"]!.AsArray().Any(one => (string?)one == Physical.Ref(role, "AWS::IAM::Role"))));
        return (properties["Policies"]?.AsArray() ?? []).Select(policy => policy!).Concat(policies.Select(policy => policy.Value["Properties"]!))
            .SelectMany(policy => policy["PolicyDocument"]!["Statement"]!.AsArray())
            .Select(statement => statement!);
    }
}
