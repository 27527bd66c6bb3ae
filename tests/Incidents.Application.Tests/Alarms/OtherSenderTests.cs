using System.Text.Json.Nodes;
using Incidents.Application.Alarms;
using Incidents.Domain;
using static Incidents.Application.Tests.Alarms.Delivered;

namespace Incidents.Application.Tests.Alarms;

/// <summary>What AWS services other than CloudWatch write, each in its own form, by EventBridge and by SNS.</summary>
public sealed class OtherSenderTests
{
    [Theory]
    [InlineData("guardduty-finding.json", NoteKind.GuardDuty, Severity.Sev2, "GuardDuty: EC2 instance i-99999999 is querying a C&C domain.", "checkout-web", "aws.guardduty")]
    [InlineData("securityhub-finding.json", NoteKind.SecurityHub, Severity.Sev2, "Security Hub: S3.8 S3 general purpose buckets should block public access", "checkout-exports", "aws.securityhub")]
    [InlineData("securityhub-v2-finding.json", NoteKind.SecurityHub, Severity.Sev1, "Security Hub: Potential credential compromise", "checkout-batch", "aws.securityhub")]
    [InlineData("backup-job-failed.json", NoteKind.Backup, null, "AWS Backup: Backup Job of checkout-orders FAILED", "checkout-orders", "aws.backup")]
    [InlineData("backup-failed.txt", NoteKind.Backup, null, "An AWS Backup job failed (vol-0f1e2d3c4b5a69788)", "vol-0f1e2d3c4b5a69788", "aws.backup")]
    [InlineData("rds-sns.json", NoteKind.Rds, null, "RDS checkout-replica: Replication has stopped: SQLError 1050, Table 'orders' already exists", "checkout-replica", "aws.rds")]
    [InlineData("rds-event.json", NoteKind.Rds, null, "RDS checkout-orders: A Multi-AZ failover has started.", "checkout-orders", "aws.rds")]
    [InlineData("autoscaling-sns.json", NoteKind.AutoScaling, null, "checkout-web: autoscaling:EC2_INSTANCE_LAUNCH_ERROR", "checkout-web", "aws.autoscaling")]
    [InlineData("autoscaling-event.json", NoteKind.AutoScaling, null, "checkout-web: EC2 Instance Launch Unsuccessful", "checkout-web", "aws.autoscaling")]
    [InlineData("budget.txt", NoteKind.Budget, null, "AWS Budgets: checkout-monthly ACTUAL $85.12, threshold > $80.00", "checkout-monthly", "aws.budgets")]
    [InlineData("cost-anomaly.json", NoteKind.CostAnomaly, null, "Cost anomaly: Amazon Elastic Compute Cloud - Compute: $1001 more than expected (334 % more)", "all services", "aws.ce")]
    [InlineData("cost-anomaly-event.json", NoteKind.CostAnomaly, null, "Cost anomaly: Amazon Elastic Compute Cloud - Compute: $1001 more than expected (334 % more)", "all services", "aws.ce")]
    [InlineData("health-scheduled-change.json", NoteKind.Health, null, "AWS Health: AWS RDS MAINTENANCE SCHEDULED in eu-west-1", "RDS", "aws.health")]
    public void V11_Sender_WhenItWrites_HasItsOwnTitleThingAndSeverity(string file, NoteKind kind, Severity? severity, string title, string about, string source)
    {
        var note = Note(Payload.Text($"senders/{file}"));

        Assert.Equal((kind, Disposition.OpenLow, severity), (note.Kind, note.Disposition, note.Severity));
        Assert.Equal((title, about, source), (note.Title, note.ServiceHint, note.Source));
    }

    [Theory]
    [InlineData("ecs-deployment-failed.json", NoteKind.Deployment, true, "checkout-api: SERVICE_DEPLOYMENT_FAILED", "checkout-api")]
    [InlineData("ecs-service-action.json", NoteKind.Task, true, "checkout-api: SERVICE_TASK_START_IMPAIRED", "checkout-api")]
    [InlineData("ecs-task-stopped.json", NoteKind.Task, true, "checkout-api: task stopped: Essential container in task exited", "checkout-api")]
    [InlineData("codebuild-failed.json", NoteKind.Build, true, "Build of checkout-api: FAILED", "checkout-api")]
    [InlineData("codebuild-rule.json", NoteKind.Build, false, "Build of checkout-api: SUCCEEDED", "checkout-api")]
    [InlineData("codepipeline-rule.json", NoteKind.Deployment, true, "checkout-release: FAILED", "checkout-release")]
    [InlineData("ecr-scan.json", NoteKind.Scan, true, "Scan of shop/checkout-api: 1 CRITICAL, 9 MEDIUM", "shop/checkout-api")]
    [InlineData("codedeploy-trigger.json", NoteKind.Deployment, true, "checkout: FAILED", "checkout")]
    [InlineData("cloudformation-sns.txt", NoteKind.Deployment, true, "checkout-prod: UPDATE_ROLLBACK_COMPLETE", "checkout-prod")]
    public void V11_DeploymentBuildScanAndTask_WhenTheyEnd_AreNotesOnTheService(string file, NoteKind kind, bool failed, string title, string about)
    {
        var note = Note(Payload.Text($"senders/{file}"));

        Assert.Equal((kind, Disposition.OnService, failed), (note.Kind, note.Disposition, note.Failed));
        Assert.Equal((title, about), (note.Title, note.ServiceHint));
    }

    [Theory]
    [InlineData("backup-completed.txt")]
    [InlineData("s3-test.json")]
    [InlineData("s3-object-created.json")]
    [InlineData("cloudformation-resource-sns.txt")]
    public void V11_SuccessAndTest_WhenTheyArrive_OpenNothing(string file) =>
        Assert.Equal(Disposition.Ignore, Note(Payload.Text($"senders/{file}")).Disposition);

    [Theory]
    [InlineData("guardduty-finding.json", "service.archived", "true")]
    [InlineData("guardduty-finding.json", "service.additionalInfo", """{"sample":true}""")]
    [InlineData("securityhub-finding.json", "findings.0.Compliance", """{"Status":"PASSED"}""")]
    [InlineData("securityhub-finding.json", "findings.0.Workflow", """{"Status":"SUPPRESSED"}""")]
    [InlineData("securityhub-finding.json", "findings.0.RecordState", "\"ARCHIVED\"")]
    [InlineData("securityhub-v2-finding.json", "findings.0.status", "\"Resolved\"")]
    [InlineData("backup-job-failed.json", "state", "\"COMPLETED\"")]
    [InlineData("backup-job-failed.json", "state", "\"RUNNING\"")]
    [InlineData("rds-event.json", "Message", "\"Finished DB Instance backup\"")]
    [InlineData("codebuild-failed.json", "build-status", "\"IN_PROGRESS\"")]
    [InlineData("ecs-service-action.json", "eventType", "\"INFO\"")]
    [InlineData("ecs-task-stopped.json", "lastStatus", "\"RUNNING\"")]
    [InlineData("health-scheduled-change.json", "statusCode", "\"closed\"")]
    public void V11_SuccessSampleAndSettled_ByEvent_OpenNothing(string file, string path, string value)
    {
        var body = Body($"senders/{file}");
        Set(body["detail"]!, path.Split('.'), JsonNode.Parse(value));

        Assert.Equal(Disposition.Ignore, Note(body.ToJsonString()).Disposition);
    }

    [Theory]
    [InlineData(1.0, Severity.Sev4)]
    [InlineData(3.9, Severity.Sev4)]
    [InlineData(4.0, Severity.Sev3)]
    [InlineData(7.0, Severity.Sev2)]
    [InlineData(8.9, Severity.Sev2)]
    [InlineData(9.0, Severity.Sev1)]
    public void V11_GuardDuty_WhenItIsSoBad_IsOfThatSeverity(double value, Severity severity)
    {
        var body = Body("senders/guardduty-finding.json");
        body["detail"]!["severity"] = value;

        Assert.Equal(severity, Note(body.ToJsonString()).Severity);
    }

    [Theory]
    [InlineData("UserInitiated", 0, false)]
    [InlineData("ServiceSchedulerInitiated", 143, false)]
    [InlineData("EssentialContainerExited", 0, false)]
    [InlineData("EssentialContainerExited", 1, true)]
    [InlineData("TaskFailedToStart", 0, true)]
    public void V11_Task_WhenItStops_HasFailedOnlyWhereNobodyStoppedItAndItDidNotEndWell(string stopCode, int exitCode, bool failed)
    {
        var body = Body("senders/ecs-task-stopped.json");
        body["detail"]!["stopCode"] = stopCode;
        body["detail"]!["containers"]![0]!["exitCode"] = exitCode;

        Assert.Equal(failed, Note(body.ToJsonString()).Failed);
    }

    [Fact]
    public void V11_Approval_WhenAPipelineWaits_KeepsItsTokenToItself()
    {
        var note = Note("""{"region":"eu-west-1","approval":{"pipelineName":"checkout-release","stageName":"Prod","actionName":"Approve","token":"s3cret","expires":"2026-09-15T00:00Z"}}""");

        Assert.Equal((NoteKind.Deployment, Disposition.OnService, false), (note.Kind, note.Disposition, note.Failed));
        Assert.DoesNotContain("s3cret", note.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void V11_Messages_AboutOneThing_ShareAKeyWhateverTheyComeBy()
    {
        var bySns = Note(Payload.Text("senders/rds-sns.json"));
        var again = Body("senders/rds-sns.json").With("Event Message", "Replication has stopped again: SQLError 1062");

        Assert.Equal("note:Rds:checkout-replica", bySns.Key.Value);
        Assert.Equal(bySns.Key, Note(again.ToJsonString()).Key);
        Assert.Equal(Note(Payload.Text("senders/cost-anomaly.json")).Key, Note(Payload.Text("senders/cost-anomaly-event.json")).Key);
    }

    [Fact]
    public void V11_Origin_WhenTheMessageNamesIt_IsItsAccountAndRegion()
    {
        Assert.Equal(("123456789012", "eu-west-1"), (Note(Payload.Text("senders/rds-sns.json")).Origin!.Account, Note(Payload.Text("senders/rds-sns.json")).Origin!.Region));
        Assert.Equal("123456789012", Note(Payload.Text("senders/budget.txt")).Origin!.Account);
    }

    private static void Set(JsonNode at, ReadOnlySpan<string> path, JsonNode? value)
    {
        if (path.Length == 1)
        {
            at[path[0]] = value;
            return;
        }

        Set(int.TryParse(path[0], out var index) ? at[index]! : at[path[0]]!, path[1..], value);
    }
}
