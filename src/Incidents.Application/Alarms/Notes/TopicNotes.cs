using System.Text.Json;
using Incidents.Application.Json;
using Incidents.Domain.Alarms;

namespace Incidents.Application.Alarms.Notes;

/// <summary>JSON that AWS services publish to a topic themselves, each in a form of its own.</summary>
internal static class TopicNotes
{
    public static ParsedMessage.Note? Read(JsonElement root, AlarmMessage message) =>
        From(RdsNote.Read(root, message), "aws.rds")
        ?? From(AutoScalingNote.Read(root, message), "aws.autoscaling")
        ?? From(S3Notes.Read(root, message), "aws.s3")
        ?? From(CostNotes.Anomaly(root, message.Identity()), "aws.ce")
        ?? From(DeploymentNotes.Read(root, message), "aws.codedeploy")
        ?? From(Approval(root, message), "aws.codepipeline")
        ?? Chatbot(root, message);

    internal static ParsedMessage.Note? From(ParsedMessage.Note? note, string source) => note is null ? null : note with { Source = source };

    /// <summary>A pipeline that waits for a person. The token in it, which approves, is not repeated.</summary>
    private static ParsedMessage.Note? Approval(JsonElement root, AlarmMessage message)
    {
        if (root.Field("approval") is not { ValueKind: JsonValueKind.Object } approval || approval.Text("pipelineName") is not { } pipeline)
        {
            return null;
        }

        return NoteText.Create(
            NoteKind.Deployment,
            $"{pipeline}: waits for approval of {approval.Text("stageName")}/{approval.Text("actionName")}",
            NoteText.Lines(approval.Text("customData"), approval.Text("approvalReviewLink"), approval.Text("expires")),
            pipeline,
            pipeline,
            Disposition.OnService) with
        {
            Origin = root.Text("region") is { } region ? new AlarmOrigin("aws", region, "") : Arn.Origin(message.TopicArn),
        };
    }

    private static ParsedMessage.Note? Chatbot(JsonElement root, AlarmMessage message)
    {
        if (root.Text("source") != "custom" || root.Field("content") is not { ValueKind: JsonValueKind.Object } content)
        {
            return null;
        }

        var title = content.Text("title") ?? message.Subject ?? "Notification";
        return NoteText.Create(NoteKind.Chatbot, title, content.Text("description") ?? title, title);
    }
}
