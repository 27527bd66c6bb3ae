using System.Text.Json;
using System.Text.RegularExpressions;
using Incidents.Application.Json;

namespace Incidents.Application.Alarms.Notes;

/// <summary>Changes on their way to production, from CodeDeploy, CodePipeline and CloudFormation, by events and as each publishes to a topic itself.</summary>
internal static partial class DeploymentNotes
{
    /// <summary>By EventBridge or a notification rule.</summary>
    public static ParsedMessage.Note? Read(SentEvent sent)
    {
        var detail = sent.Detail;
        return sent.Type switch
        {
            "CodeDeploy Deployment State-change Notification" =>
                Create(detail.Text("application"), detail.Text("state"), $"Deployment {detail.Text("deploymentId")} to {detail.Text("deploymentGroup")}", sent.Identity, detail.Text("deploymentGroup")),
            "CodeDeploy Instance State-change Notification" =>
                Part(detail.Text("application"), detail.Text("state"), $"Deployment {detail.Text("deploymentId")} on {Arn.Name(detail.Text("instanceId"))}", sent.Identity),
            "CodePipeline Pipeline Execution State Change" =>
                Create(detail.Text("pipeline"), detail.Text("state"), $"Execution {detail.Text("execution-id")}", sent.Identity),
            "CodePipeline Stage Execution State Change" or "CodePipeline Action Execution State Change" =>
                Part(detail.Text("pipeline"), detail.Text("state"), NoteText.Lines($"Execution {detail.Text("execution-id")}", detail.Text("stage"), detail.Text("action")), sent.Identity),
            "CloudFormation Stack Status Change" =>
                Create(StackName(detail.Text("stack-id")), StackStatus(detail, "status"), StackStatus(detail, "status-reason") ?? "", sent.Identity),
            "CloudFormation Resource Status Change" =>
                Part(StackName(detail.Text("stack-id")), StackStatus(detail, "status"), NoteText.Lines(detail.Text("logical-resource-id"), StackStatus(detail, "status-reason")), sent.Identity),
            _ => null,
        };
    }

    /// <summary>What a trigger of CodeDeploy publishes; null for any other JSON.</summary>
    public static ParsedMessage.Note? Read(JsonElement root, AlarmMessage message)
    {
        if (root.Text("applicationName") is not { } application || root.Text("deploymentId") is not { } deployment)
        {
            return null;
        }

        var origin = root.Text("region") is { } region ? new Domain.Alarms.AlarmOrigin("aws", region, root.Text("accountId") ?? "") : Arn.Origin(message.TopicArn);
        var words = NoteText.Lines($"Deployment {deployment} to {root.Text("deploymentGroupName")}", root.Text("errorInformation"));
        return (root.Text("instanceStatus") is { } instance && root.Text("status") is null
            ? Part(application, instance, NoteText.Lines(words, Arn.Name(root.Text("instanceId"))), message.Identity())
            : Create(application, root.Text("status"), words, message.Identity(), root.Text("deploymentGroupName"))) with
        {
            Origin = origin,
        };
    }

    /// <summary>What CloudFormation publishes to a stack's notification topic, line by line; null for any other text.</summary>
    public static ParsedMessage.Note? Read(AlarmMessage message)
    {
        var fields = StackField().Matches(message.Text).ToLookup(match => match.Groups[1].Value, match => match.Groups[2].Value);
        if (fields["ResourceStatus"].FirstOrDefault() is not { } status || (fields["StackName"].FirstOrDefault() ?? StackName(fields["StackId"].FirstOrDefault())) is not { } stack)
        {
            return null;
        }

        var reason = fields["ResourceStatusReason"].FirstOrDefault();
        var isStack = fields["ResourceType"].FirstOrDefault() == "AWS::CloudFormation::Stack" && fields["LogicalResourceId"].FirstOrDefault() is { } id && id == stack;
        return (isStack
            ? Create(stack, status, reason ?? "", message.Identity())
            : Part(stack, status, NoteText.Lines(fields["LogicalResourceId"].FirstOrDefault(), reason), message.Identity())) with
        {
            Origin = Arn.Origin(fields["StackId"].FirstOrDefault(), message.TopicArn),
        };
    }

    private static ParsedMessage.Note Create(string? about, string? status, string text, string identity, params IEnumerable<string?> names) =>
        NoteText.Create(
            NoteKind.Deployment,
            $"{about}: {status}",
            text,
            about ?? identity,
            about,
            status?.EndsWith("CLEANUP_IN_PROGRESS", StringComparison.Ordinal) == true ? Disposition.Ignore : Disposition.OnService) with
        {
            Failed = Failed(status),
            Names = NoteText.Named([about, .. names]),
        };

    /// <summary>A stage, an instance, a resource: only its failure says more than the whole does.</summary>
    private static ParsedMessage.Note Part(string? about, string? status, string text, string identity)
    {
        var note = Create(about, status, text, identity);
        return note.Failed ? note : note with { Disposition = Disposition.Ignore };
    }

    private static bool Failed(string? status) =>
        status is not null
        && (status.Contains("FAIL", StringComparison.OrdinalIgnoreCase) || status.EndsWith("ROLLBACK_COMPLETE", StringComparison.Ordinal));

    private static string? StackStatus(JsonElement detail, string field) => detail.Field("status-details")?.Text(field);

    /// <summary>`arn:aws:cloudformation:{region}:{account}:stack/{name}/{id}`.</summary>
    private static string? StackName(string? stackId) => stackId?.Split('/') is [_, var name, ..] ? name : stackId;

    [GeneratedRegex(@"^([A-Za-z]+)='(.*?)'\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex StackField();
}
