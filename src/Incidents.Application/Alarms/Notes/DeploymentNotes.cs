using System.Text.Json;
using Incidents.Application.Json;

namespace Incidents.Application.Alarms.Notes;

/// <summary>Changes on their way to production. Those that failed open an incident of low urgency; the others only happened.</summary>
internal static class DeploymentNotes
{
    public static ParsedMessage.Note? Read(string type, JsonElement detail, string identity)
    {
        var (about, status, text) = type switch
        {
            "CodeDeploy Deployment State-change Notification" =>
                (detail.Text("application"), detail.Text("state"), $"Deployment {detail.Text("deploymentId")} to {detail.Text("deploymentGroup")}"),
            "CodePipeline Pipeline Execution State Change" =>
                (detail.Text("pipeline"), detail.Text("state"), $"Execution {detail.Text("execution-id")}"),
            "CloudFormation Stack Status Change" =>
                (StackName(detail.Text("stack-id")), StackStatus(detail, "status"), StackStatus(detail, "status-reason") ?? ""),
            "ECS Deployment State Change" =>
                (detail.Text("deploymentId"), detail.Text("eventName"), detail.Text("reason") ?? ""),
            _ => (null, null, null),
        };
        return text is null
            ? null
            : NoteText.Create(
                NoteKind.Deployment, $"{about}: {status}", text, about ?? identity, about, Failed(status) ? Disposition.OpenLow : Disposition.Ignore);
    }

    private static bool Failed(string? status) =>
        status is not null
        && (status.Contains("FAIL", StringComparison.Ordinal) || status.EndsWith("ROLLBACK_COMPLETE", StringComparison.Ordinal));

    private static string? StackStatus(JsonElement detail, string field) => detail.Field("status-details")?.Text(field);

    /// <summary>`arn:aws:cloudformation:{region}:{account}:stack/{name}/{id}`.</summary>
    private static string? StackName(string? stackId) => stackId?.Split('/') is [_, var name, ..] ? name : stackId;
}
