using YamlDotNet.RepresentationModel;

namespace Incidents.Functions.Tests.Template;

/// <summary>A parameter that changes reaches the versions that run: a version keeps the environment it was published with, and no parameter makes a new one.</summary>
public class ParameterReachTests
{
    private static readonly IReadOnlyCollection<string> Parameters = [.. StackTemplate.Root["Parameters"].Entries.Keys];

    // A deployment invokes it by its name, which is the newest code with the newest environment.
    private const string OutsideItsAlias = "ProveNewVersion";

    public static TheoryData<string> Names => [.. LambdaMethods.ByResource.Keys.Where(name => name != OutsideItsAlias)];

    [Theory]
    [MemberData(nameof(Names))]
    public void V21_Environment_OfWhatRunsByAnAlias_DependsOnNoParameter(string function)
    {
        var variables = StackTemplate.Root.At("Globals", "Function", "Environment", "Variables").All.Concat(StackTemplate.Resource(function).At("Properties", "Environment").All);

        Assert.Equal([], variables.Where(part => DependsOnAParameter(part.Node)).Select(part => part.Text));
    }

    [Fact]
    public void V21_ProveNewVersion_IsInvokedByItsName_WhoseEnvironmentIsTheNewest() => Assert.All(
        StackTemplate.Functions.Select(function => function.Value.At("Properties", "DeploymentPreference", "Hooks", "PreTraffic")).Where(hook => hook.Exists),
        hook => Assert.Equal($"!Ref {OutsideItsAlias}", hook.Text));

    [Fact]
    public void V21_EveryFunctionThatReadsSecrets_MayReadTheStacksFolder_WhateverIsInIt() => Assert.All(
        LambdaMethods.ByResource.Keys.Where(function => function is not ("ProveNewVersion" or "RecordHeartbeat")),
        function => Assert.Contains(
            "!Sub arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/incidents/${AWS::StackName}/*",
            Attached.Written($"{function}Role").Single(statement => statement["Sid"].Text == "ReadSecrets")["Resource"].Items.Select(item => item.Text)));

    /// <summary>By a reference, in a substitution, or by a condition, all of which come from parameters.</summary>
    private static bool DependsOnAParameter(YamlNode? node) => node is { Tag: { IsEmpty: false, IsLocal: true, Value: var tag } } && tag switch
    {
        "!Ref" => Parameters.Contains(((YamlScalarNode)node).Value),
        "!Sub" => node.AllNodes.OfType<YamlScalarNode>().Any(text => Parameters.Any(name => text.Value?.Contains($"${{{name}}}", StringComparison.Ordinal) == true)),
        "!If" => true,
        _ => false,
    };
}
