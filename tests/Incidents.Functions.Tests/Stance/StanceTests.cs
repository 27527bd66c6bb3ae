using Incidents.Functions.Tests.Template;

namespace Incidents.Functions.Tests.Stance;

/// <summary>Every rule is followed, but where docs/security.md waives it; and every waiver is still needed.</summary>
public class StanceTests
{
    private const string Every = "every ";

    public static TheoryData<string> Names => [.. Rules.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Rule_IsFollowed_ByAllButThoseItIsWaivedFor(string rule)
    {
        var waived = SecurityDocument.Rows("Waivers").Where(row => row[0] == rule).SelectMany(row => row[1].Split(", ")).ToList();
        var broken = Deployed.Both.SelectMany(Rules.All[rule]).Distinct().Order().ToList();

        Assert.Equal(waived.SelectMany(Named).Order(), broken);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rule_IsFollowedByThePipeline_Too(string rule)
    {
        var waived = SecurityDocument.Rows("Waivers of the pipeline").Where(row => row[0] == rule).SelectMany(row => row[1].Split(", "));

        Assert.Equal(waived.Order(), Rules.All[rule](Deployed.Pipeline).Order());
    }

    [Fact]
    public void WhatThePipelineGrantsOnEverything_IsToWriteItsOwnMetric()
    {
        var grants = Deployed.Pipeline.OfType("AWS::IAM::Role").SelectMany(role => Grants.Of(Deployed.Pipeline, role.Key));

        Assert.Equal([new("cloudwatch:PutMetricData", "*")], grants.Where(grant => grant.Resource == "*"));
    }

    [Fact]
    public void Waivers_AreOfRulesThatExist_WithAnOwnerAndAReason() => Assert.All(SecurityDocument.Rows("Waivers").Concat(SecurityDocument.Rows("Waivers of the pipeline")), row =>
    {
        Assert.Equal(4, row.Length);
        Assert.Contains(row[0], Rules.All.Keys);
        Assert.All(row, cell => Assert.NotEmpty(cell));
    });

    [Fact]
    public void WhatIsGrantedOnEverything_IsWhatIsNamedWithItsReason()
    {
        var granted = Deployed.WithEverything.OfType("AWS::IAM::Role")
            .SelectMany(role => Grants.Of(Deployed.WithEverything, role.Key).Where(grant => grant.Resource == "*").Select(grant => (Role(role.Key), grant.Action)));

        Assert.Equal(
            SecurityDocument.Rows("Where the resource is `*`")
                .SelectMany(row => row[1] == "every function" ? LambdaMethods.ByResource.Keys.Select(name => (Role: name, row)) : row[1].Split(", ").Select(name => (Role: name, row)))
                .SelectMany(named => SecurityDocument.Quoted(named.row[0]).Select(action => (named.Role, action)))
                .Order(),
            granted.Distinct().Order());
    }

    /// <summary>`Tick`, or `every AWS::SNS::Topic`.</summary>
    private static IEnumerable<string> Named(string where) => where.StartsWith(Every, StringComparison.Ordinal)
        ? Deployed.WithEverything.OfType(where[Every.Length..].Trim('`')).Select(resource => resource.Key)
        : [where];

    /// <summary>The document calls a role by its function.</summary>
    private static string Role(string name) => name[..^"Role".Length] is var function && LambdaMethods.ByResource.ContainsKey(function) ? function : name;
}
