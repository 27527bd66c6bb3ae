using System.Text.RegularExpressions;

namespace Incidents.Cli.Tests.Documents;

/// <summary>Every command of the AWS command line that somebody is told to type is written down here, so that a new one is noticed and checked against its reference.</summary>
/// <remarks>https://docs.aws.amazon.com/cli/latest/reference</remarks>
public partial class AwsCommandTests
{
    private static readonly Dictionary<string, string[]> LookedUp = new()
    {
        ["acm"] = ["request-certificate"],
        ["application-autoscaling"] = ["register-scalable-target"],
        ["arc-zonal-shift"] = ["start-zonal-shift"],
        ["cloudformation"] = ["create-change-set", "delete-stack", "deploy", "describe-stack-drift-detection-status", "describe-stack-events", "describe-stack-resource", "describe-stacks", "detect-stack-drift"],
        ["cloudtrail"] = ["lookup-events"],
        ["cloudwatch"] = ["describe-alarm-history", "describe-alarms", "disable-alarm-actions", "enable-alarm-actions", "get-insight-rule-report", "get-metric-data", "get-metric-statistics", "put-metric-data", "set-alarm-state"],
        ["deploy"] = ["stop-deployment"],
        ["dynamodb"] = ["delete-table", "describe-contributor-insights", "describe-table", "restore-table-to-point-in-time", "update-contributor-insights", "update-table"],
        ["ec2"] = ["describe-availability-zones"],
        ["configure"] = ["export-credentials"],
        ["ecs"] = ["describe-services", "describe-task-definition", "describe-tasks", "list-service-deployments", "list-tasks", "stop-service-deployment", "stop-task", "update-service"],
        ["elbv2"] = ["describe-target-groups", "describe-target-health"],
        ["events"] = ["enable-rule", "list-rule-names-by-target"],
        ["lambda"] = ["delete-function-concurrency", "get-account-settings", "get-alias", "get-function-concurrency", "get-function-configuration", "list-aliases", "list-event-source-mappings", "list-versions-by-function", "put-function-concurrency", "update-alias", "update-event-source-mapping", "update-function-configuration"],
        ["logs"] = ["get-query-results", "start-query", "tail"],
        ["service-quotas"] = ["request-service-quota-increase"],
        ["sns"] = ["list-subscriptions-by-topic", "subscribe"],
        ["sqs"] = ["get-queue-attributes", "get-queue-url", "receive-message", "set-queue-attributes", "start-message-move-task"],
        ["ssm"] = ["delete-parameters", "describe-parameters", "put-parameter"],
        ["ssm-incidents"] = ["get-response-plan", "list-response-plans"],
    };

    private static readonly string[] Others = ["template.yaml", "examples/alarms.yaml", "pipeline/pipeline.yaml", "pipeline/buildspec.yml"];

    [Fact]
    public void EveryCommand_IsOneThatWasLookedUp_AndNoneIsLeftOver()
    {
        var used = Document.All.Concat(Others)
            .SelectMany(path => Typed().Matches(Document.Read(path)).Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value}"))
            .Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(LookedUp.SelectMany(service => service.Value.Select(command => $"{service.Key} {command}")).Order(StringComparer.Ordinal), used);
    }

    [GeneratedRegex(@"\baws ([a-z0-9-]+) ([a-z][a-z0-9-]+)")]
    private static partial Regex Typed();
}
