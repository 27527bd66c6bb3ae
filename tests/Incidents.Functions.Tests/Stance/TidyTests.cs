using Incidents.Functions.Tests.Template;

namespace Incidents.Functions.Tests.Stance;

/// <summary>Nothing in the template is left over, and whoever deploys it is told what everything is.</summary>
public class TidyTests
{
    private static readonly Part[] Parts = [.. new[] { "Conditions", "Resources", "Outputs", "Globals" }.SelectMany(section => StackTemplate.Root[section].All)];

    public static TheoryData<string> Parameters => [.. StackTemplate.Root["Parameters"].Entries.Keys];

    public static TheoryData<string> Conditions => [.. StackTemplate.Root["Conditions"].Entries.Keys];

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Parameter_IsUsed_Described_Grouped_AndLimitedInWhatItTakes(string name)
    {
        var parameter = StackTemplate.Root.At("Parameters", name);

        Assert.Contains(Parts, part => part.Text == $"!Ref {name}" || part.Text.Contains($"${{{name}}}", StringComparison.Ordinal));
        Assert.NotEmpty(parameter["Description"].Text);
        Assert.True(parameter["AllowedPattern"].Exists || parameter["AllowedValues"].Exists || parameter["MaxValue"].Exists);
        Assert.True(parameter["Default"].Exists, "A new user need not answer.");
        Assert.Contains(StackTemplate.Root.At("Metadata", "AWS::CloudFormation::Interface", "ParameterGroups").Items.SelectMany(g => g["Parameters"].Items), p => p.Text == name);
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Condition_IsUsed(string name) => Assert.Contains(Parts, part => part["Condition"].Text == name || part.IsIf(name));

    [Fact]
    public void Outputs_AreDescribed() => Assert.All(StackTemplate.Root["Outputs"].Entries.Values, output => Assert.NotEmpty(output["Description"].Text));

    [Fact]
    public void Roles_AreThereForSomebody() => Assert.All(
        StackTemplate.OfType("AWS::IAM::Role"),
        role => Assert.Contains(Parts, part => part.Text == $"!GetAtt {role.Key}.Arn"));

    [Fact]
    public void ManagedPolicies_AreSharedByRoles() => Assert.All(
        StackTemplate.OfType("AWS::IAM::ManagedPolicy"),
        policy => Assert.True(StackTemplate.OfType("AWS::IAM::Role").Count(role => role.Value.At("Properties", "ManagedPolicyArns").Items.Any(arn => arn.Text == $"!Ref {policy.Key}")) > 1));
}
