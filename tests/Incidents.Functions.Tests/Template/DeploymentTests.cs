namespace Incidents.Functions.Tests.Template;

/// <summary>New versions come by an alias; those people wait for come to one call in ten first, and go back by themselves.</summary>
public class DeploymentTests
{
    private static readonly string[] Waited = ["HandleSlackInteraction", "OpenPageLink"];

    [Fact]
    public void Functions_AreInvokedByAnAlias() => Assert.Equal("live", StackTemplate.Root.At("Globals", "Function", "AutoPublishAlias").Text);

    [Fact]
    public void WhatPeopleWaitFor_AndNothingElse_IsTriedOnAFewCalls() => Assert.Equal(
        Waited,
        StackTemplate.Functions.Where(f => f.Value.At("Properties", "DeploymentPreference", "Type").Text == "Canary10Percent5Minutes").Select(f => f.Key).Order());

    [Fact]
    public void ACanary_GoesBackOnTheErrorsOfItsFunction()
    {
        var watched = StackTemplate.Resource("PressesFailAlarm").All.Where(part => part["MetricName"].Text == "Errors")
            .Select(metric => Assert.Single(metric["Dimensions"].Items)["Value"].Text);

        Assert.Equal(Waited.Select(name => $"!Ref {name}"), watched.Distinct().Order());
        Assert.All(Waited, name => Assert.Equal(
            ["!Ref PressesFailAlarm"],
            StackTemplate.Resource(name).At("Properties", "DeploymentPreference", "Alarms").Items.Select(a => a.Text)));
    }

    [Fact]
    public void ACanary_MayShiftTheAliasesOfItsFunctions_AndNothingElse()
    {
        var statements = StackTemplate.Resource("CanaryRole").At("Properties", "Policies").Items.SelectMany(p => p.At("PolicyDocument", "Statement").Items).ToDictionary(s => s["Sid"].Text);

        Assert.Equal(["lambda:GetAlias", "lambda:GetProvisionedConcurrencyConfig", "lambda:UpdateAlias"], statements["Alias"]["Action"].Items.Select(a => a.Text));
        Assert.DoesNotContain(statements["Alias"]["Resource"].Items, r => r.Text.Contains('*', StringComparison.Ordinal));
        Assert.Equal("cloudwatch:DescribeAlarms", statements["RollBack"]["Action"].Text);
        Assert.Equal(2, statements.Count);
    }
}
