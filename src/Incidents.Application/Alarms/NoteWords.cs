using Incidents.Domain.Alarms;

namespace Incidents.Application.Alarms;

/// <summary>Kinds of messages, in words for people.</summary>
public static class NoteWords
{
    /// <summary>The kind of message that opened what has this key; null where that was no message of a known kind.</summary>
    public static NoteKind? KindOf(DedupKey key) =>
        key.Value.Split(':', 3) is ["note", var kind, _] && Enum.TryParse<NoteKind>(kind, out var known) && Enum.IsDefined(known) ? known : null;

    /// <summary>Several of a kind: `GuardDuty findings`.</summary>
    public static string Several(NoteKind kind) => kind switch
    {
        NoteKind.GuardDuty => "GuardDuty findings",
        NoteKind.SecurityHub => "Security Hub findings",
        NoteKind.Backup => "messages of AWS Backup",
        NoteKind.Rds => "RDS events",
        NoteKind.AutoScaling => "messages of Auto Scaling",
        NoteKind.Health => "AWS Health events",
        NoteKind.Budget => "messages of AWS Budgets",
        NoteKind.CostAnomaly => "cost anomalies",
        NoteKind.Deployment => "failed deployments",
        NoteKind.Build => "failed builds",
        NoteKind.Scan => "image scans",
        NoteKind.Task => "failed tasks",
        NoteKind.S3 => "messages of S3",
        NoteKind.UnknownEvent => "events of other kinds",
        _ => "other messages",
    };
}
