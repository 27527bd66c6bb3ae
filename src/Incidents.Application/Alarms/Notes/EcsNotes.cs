using System.Text.Json;
using Incidents.Application.Json;

namespace Incidents.Application.Alarms.Notes;

/// <summary>
/// Tasks and services of ECS. Events about a service name it in `resources` and nowhere else; those about a task name the task
/// there, and its service in `group`.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_cwe_events.html</remarks>
internal static class EcsNotes
{
    public static ParsedMessage.Note? Read(SentEvent sent) => sent.Type switch
    {
        "ECS Deployment State Change" => Deployment(sent),
        "ECS Service Action" => ServiceAction(sent),
        "ECS Task State Change" => TaskChange(sent),
        "ECS Container Instance State Change" => NoteText.Create(
            NoteKind.Task, sent.Type, sent.Detail.Text("status") ?? "", sent.Identity, disposition: Disposition.Ignore),
        _ => null,
    };

    private static ParsedMessage.Note Deployment(SentEvent sent)
    {
        var what = sent.Detail.Text("eventName");
        return About(sent, NoteKind.Deployment, what, NoteText.Lines(sent.Detail.Text("reason"), sent.Detail.Text("deploymentId"))) with
        {
            Failed = what?.EndsWith("_FAILED", StringComparison.Ordinal) == true,
        };
    }

    /// <summary>What a service reports of itself; that it is steady or has all its capacity is no news.</summary>
    private static ParsedMessage.Note ServiceAction(SentEvent sent)
    {
        var failed = sent.Detail.Text("eventType") is "WARN" or "ERROR";
        return About(sent, NoteKind.Task, sent.Detail.Text("eventName"), NoteText.Lines(sent.Detail.Text("reason"), sent.Detail.Text("clusterArn"))) with
        {
            Failed = failed,
            Disposition = failed ? Disposition.OnService : Disposition.Ignore,
        };
    }

    private static ParsedMessage.Note About(SentEvent sent, NoteKind kind, string? what, string text)
    {
        var service = sent.Resources.Count > 0 ? sent.Resources[0] : null;
        var name = Arn.Name(service) ?? sent.Detail.Text("deploymentId");
        var cluster = service?.Split('/') is [_, var named, _] ? named : Arn.Name(sent.Detail.Text("clusterArn"));
        return NoteText.Create(kind, $"{name}: {what}", text, service ?? name ?? sent.Identity, name, Disposition.OnService) with
        {
            Names = NoteText.Named(name, cluster is null ? null : $"{cluster}/{name}", service),
        };
    }

    private static ParsedMessage.Note TaskChange(SentEvent sent)
    {
        var task = sent.Detail;
        var arn = task.Text("taskArn") ?? (sent.Resources.Count > 0 ? sent.Resources[0] : null);
        var owner = task.Text("group")?.Split(':', 2) is [_, { Length: > 0 } name] ? name : Family(task.Text("taskDefinitionArn")) ?? Arn.Name(arn);
        var cluster = Arn.Name(task.Text("clusterArn"));
        var codes = task.Field("containers").Items().Select(container => (Name: container.Text("name"), Code: container.Text("exitCode"), Reason: container.Text("reason"))).ToList();
        return NoteText.Create(
            NoteKind.Task,
            $"{owner}: task stopped: {task.Text("stoppedReason") ?? task.Text("stopCode") ?? task.Text("lastStatus")}",
            NoteText.Lines([task.Text("stopCode"), .. codes.Where(c => c.Code is not (null or "0") || c.Reason is not null).Select(c => $"Container {c.Name}: exit code {c.Code ?? "none"} {c.Reason}".TrimEnd()), arn]),
            $"{cluster}/{owner}",
            owner,
            task.Text("lastStatus") == "STOPPED" ? Disposition.OnService : Disposition.Ignore) with
        {
            Failed = HasFailed(task.Text("stopCode"), [.. codes.Select(c => c.Code)]),
            Names = NoteText.Named(owner, $"{cluster}/{owner}", arn),
        };
    }

    /// <summary>Whether the task failed: a stop by a person or the scheduler is how services shrink and deploy, and exit code 0 is a finished job.</summary>
    private static bool HasFailed(string? stopCode, IReadOnlyList<string?> exitCodes) => stopCode switch
    {
        "TaskFailedToStart" or "ServiceSchedulerFailed" => true,
        "EssentialContainerExited" => exitCodes.Count == 0 || exitCodes.Any(code => code is not "0"),
        _ => false,
    };

    private static string? Family(string? taskDefinition) => Arn.Name(taskDefinition?[..Math.Max(taskDefinition.LastIndexOf(':'), 0)]) is { Length: > 0 } family ? family : null;
}
