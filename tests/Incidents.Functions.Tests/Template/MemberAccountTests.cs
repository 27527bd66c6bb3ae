using System.Text.Json;

namespace Incidents.Functions.Tests.Template;

/// <summary>What `account.yaml` makes in a member account fits what `template.yaml` has in the pager's.</summary>
public class MemberAccountTests
{
    private static readonly Part Member = StackTemplate.Beside("account.yaml")["Resources"];

    [Fact]
    public void V27_ReadRole_MayReadAlarmsAndNothingElse_AndTrustsTheFunctionsThatAskAlone()
    {
        var role = Member.At("ReadRole", "Properties");
        var statement = Assert.Single(Assert.Single(role["Policies"].Items).At("PolicyDocument", "Statement").Items);
        var trust = Assert.Single(role.At("AssumeRolePolicyDocument", "Statement").Items);

        Assert.Equal(["cloudwatch:DescribeAlarmHistory", "cloudwatch:DescribeAlarms", "cloudwatch:GetMetricData"], statement["Action"].Items.Select(action => action.Text));
        Assert.Equal(
            Asking.Select(function => $"!Sub arn:${{AWS::Partition}}:iam::${{PagerAccount}}:role/${{PagerStack}}-{function}Role-*"),
            trust.At("Condition", "ArnLike", "aws:PrincipalArn").Items.Select(arn => arn.Text));
        Assert.Equal("!Sub ${PagerStack}-read", role["RoleName"].Text);
    }

    [Fact]
    public void V27_Functions_ThatAskCloudWatch_MayAssumeTheReadRoleOfMembers_AndNoOther() => Assert.All(
        LambdaMethods.ByResource.Keys,
        name => Assert.Equal(
            Asking.Contains(name) ? ["!Sub arn:${AWS::Partition}:iam::*:role/${AWS::StackName}-read"] : [],
            Attached.Written($"{name}Role")
                .Where(statement => statement["Action"].Text == "sts:AssumeRole" && statement["Condition"].Exists).Select(statement => statement["Resource"].Text)));

    [Theory]
    [InlineData("eventbridge/alarm-state-change-metric.json", "AlarmRule")]
    [InlineData("eventbridge/codedeploy-deployment-failure.json", "DeploymentAndHealthRule")]
    [InlineData("eventbridge/cloudformation-stack-status-change.json", "DeploymentAndHealthRule")]
    [InlineData("senders/ecs-deployment-failed.json", "DeploymentAndHealthRule")]
    [InlineData("eventbridge/health-event-public-issue.json", "DeploymentAndHealthRule")]
    [InlineData("senders/health-scheduled-change.json", "DeploymentAndHealthRule")]
    public void V27_Events_OfAMemberAccount_AreForwardedByOneRule_AndTakenByOneOfThePagers(string file, string rule)
    {
        using var body = JsonDocument.Parse(Payload.Text(file));
        var forwarding = Member.Entries.Where(resource => resource.Value["Type"].Text == "AWS::Events::Rule" && EventPattern.Matches(resource.Value.At("Properties", "EventPattern"), body.RootElement));
        var taking = StackTemplate.OfType("AWS::Events::Rule").Where(resource => EventPattern.Matches(resource.Value.At("Properties", "EventPattern"), body.RootElement));

        Assert.Equal(rule, Assert.Single(forwarding).Key);
        Assert.Single(taking);
    }

    [Fact]
    public void V27_Rules_ForwardByARole_ToTheBusThatLetsMembersIn()
    {
        var targets = Member.Entries.Values.Where(resource => resource["Type"].Text == "AWS::Events::Rule").Select(rule => Assert.Single(rule.At("Properties", "Targets").Items)).ToList();
        Assert.All(targets, target => Assert.Equal(("!Sub arn:${AWS::Partition}:events:${PagerRegion}:${PagerAccount}:event-bus/default", "!Sub arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${PagerStack}-forward"), (target["Arn"].Text, target["RoleArn"].Text)));

        var (accounts, organization) = (StackTemplate.Resource("EventsOfAccounts").At("Properties", "Statement"), StackTemplate.Resource("EventsOfOrganization").At("Properties", "Statement"));
        Assert.All([accounts, organization], statement => Assert.Equal("events:PutEvents", statement["Action"].Text));
        Assert.True(accounts.At("Principal", "AWS").Exists);
        Assert.Equal("!Ref AlarmOrganization", organization.At("Condition", "StringEquals", "aws:PrincipalOrgID").Text);
    }

    private static readonly string[] Asking = ["ReceiveAlarm", "RetryAlarm", "Tick"];
}
