namespace Incidents.Functions.Tests.Template;

/// <summary>New versions come by an alias: those people wait for to one call in ten first, those that page at once, after they were tried.</summary>
public class DeploymentTests
{
    private static readonly string[] Pages = ["ReceiveAlarm", "RetryAlarm", "Tick"];
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

        Assert.Equal(["lambda:GetAlias", "lambda:GetProvisionedConcurrencyConfig", "lambda:UpdateAlias"], statements["ShiftAliases"]["Action"].Items.Select(a => a.Text));
        Assert.DoesNotContain(statements["ShiftAliases"]["Resource"].Items, r => r.Text.Contains('*', StringComparison.Ordinal));
        Assert.Equal("cloudwatch:DescribeAlarms", statements["DescribeAlarms"]["Action"].Text);
        Assert.Equal(("lambda:InvokeFunction", "!GetAtt ProveNewVersion.Arn"), (statements["InvokeProveNewVersion"]["Action"].Text, statements["InvokeProveNewVersion"]["Resource"].Text));
        Assert.Equal(3, statements.Count);
        Assert.Equal(
            Waited.Concat(Pages).SelectMany(name => new[] { $"!GetAtt {name}.Arn", $"!Sub ${{{name}.Arn}}:live" }).Order(),
            statements["ShiftAliases"]["Resource"].Items.Select(r => r.Text).Order());
    }

    [Fact]
    public void WhatPages_SwitchesAtOnce_AfterItsNewVersionIsProved_AndIsHeldUpByNoAlarm() => Assert.All(Pages, name =>
    {
        var preference = StackTemplate.Resource(name).At("Properties", "DeploymentPreference");
        Assert.Equal(("AllAtOnce", "!Ref ProveNewVersion", "!GetAtt CanaryRole.Arn"), (preference["Type"].Text, preference.At("Hooks", "PreTraffic").Text, preference["Role"].Text));
        Assert.False(preference["Alarms"].Exists);
    });

    [Fact]
    public void TheProof_IsNotSwitchedItself_AndKnowsTheVersionsOfAllThatPages()
    {
        var proof = StackTemplate.Resource("ProveNewVersion")["Properties"];

        Assert.Equal("false", proof.At("DeploymentPreference", "Enabled").Text);
        Assert.Equal(
            Pages.Select(name => $"!Ref {name}.Version"),
            proof.At("Environment", "Variables").Entries.Values.Select(v => v.Text).Where(v => v.EndsWith(".Version", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void TheProof_HasTimeForAllThatItTries() => Assert.True(
        StackTemplate.Resource("ProveNewVersion").At("Properties", "Timeout").Number - 60 >= Pages.Sum(name => StackTemplate.Resource(name).At("Properties", "Timeout").Number));
}
