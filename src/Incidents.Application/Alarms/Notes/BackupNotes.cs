using System.Text.RegularExpressions;
using Incidents.Application.Json;

namespace Incidents.Application.Alarms.Notes;

/// <summary>Jobs of AWS Backup: those that did not do what they were for are worth a look.</summary>
/// <remarks>https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html and …/backup-notifications.html</remarks>
internal static partial class BackupNotes
{
    private const string Subject = "Notification from AWS Backup";

    /// <summary>By EventBridge.</summary>
    public static ParsedMessage.Note Read(SentEvent sent)
    {
        var job = sent.Detail;
        var state = job.Text("state", "status");
        var resource = job.Text("resourceArn", "createdResourceArn") ?? job.Text("backupVaultName", "backupVaultArn");
        var what = sent.Type.EndsWith(" State Change", StringComparison.Ordinal) ? sent.Type[..^" State Change".Length] : sent.Type;
        return NoteText.Create(
            NoteKind.Backup,
            $"AWS Backup: {what} of {Arn.Name(resource) ?? "?"} {state}",
            NoteText.Lines(job.Text("statusMessage", "message"), resource, job.Text("backupJobId", "restoreJobId", "copyJobId")),
            resource ?? sent.Identity,
            Arn.Name(resource),
            state is "FAILED" or "ABORTED" or "EXPIRED" or "PARTIAL" or "DELETE_FAILED" ? Disposition.OpenLow : Disposition.Ignore) with
        {
            Names = NoteText.Named(Arn.Name(resource), resource, job.Text("resourceName"), job.Text("backupVaultName")),
        };
    }

    /// <summary>By SNS, as a sentence; null for any other text.</summary>
    public static ParsedMessage.Note? Read(AlarmMessage message)
    {
        var text = message.Text.Trim();
        if (message.Subject != Subject && !text.StartsWith("An AWS Backup ", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var resource = ResourceArn().Match(text) is { Success: true } found ? found.Groups[1].Value : null;
        var sentence = FirstSentence().Match(text).Value;
        return NoteText.Create(
            NoteKind.Backup,
            $"{(sentence.Length > 0 ? sentence : Subject)}{(resource is null ? "" : $" ({Arn.Name(resource)})")}",
            text,
            resource ?? message.Identity(),
            Arn.Name(resource),
            !Failure().IsMatch(sentence) && Success().IsMatch(sentence) ? Disposition.Ignore : Disposition.OpenLow) with
        {
            Names = NoteText.Named(Arn.Name(resource), resource),
            Origin = Arn.Origin(resource, message.TopicArn),
        };
    }

    [GeneratedRegex(@"\bResource ARN ?: ?(arn:\S+?)[.,;]?(?=\s|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ResourceArn();

    [GeneratedRegex(@"^[^\n.:]*", RegexOptions.CultureInvariant)]
    private static partial Regex FirstSentence();

    [GeneratedRegex("fail|expired|abort|partial|issue|error|cancel|stopped|not complete|unable", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Failure();

    [GeneratedRegex("complet|success|start|creat|modif|running", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Success();
}
