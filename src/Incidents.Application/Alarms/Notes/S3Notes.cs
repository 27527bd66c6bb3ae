using System.Text.Json;
using Incidents.Application.Json;

namespace Incidents.Application.Alarms.Notes;

/// <summary>What a bucket publishes: a test when its notifications are set up, and what becomes of its objects.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html</remarks>
internal static class S3Notes
{
    /// <summary>Null for any other JSON.</summary>
    public static ParsedMessage.Note? Read(JsonElement root, AlarmMessage message)
    {
        if (root.Text("Service") == "Amazon S3" && root.Text("Event") is { } test)
        {
            return NoteText.Create(NoteKind.S3, $"S3 {root.Text("Bucket")}: {test}", "", root.Text("Bucket") ?? message.Identity(), root.Text("Bucket"), Disposition.Ignore);
        }

        var records = root.Field("Records").Items().Where(record => record.Text("eventSource") == "aws:s3").ToList();
        if (records.Count == 0)
        {
            return null;
        }

        var worst = records.Find(IsLoss);
        var shown = worst.ValueKind == JsonValueKind.Object ? worst : records[0];
        var bucket = shown.Field("s3")?.Field("bucket")?.Text("name");
        return NoteText.Create(
            NoteKind.S3,
            $"S3 {bucket}: {shown.Text("eventName")}",
            shown.Field("s3")?.Field("object")?.Text("key") ?? "",
            bucket ?? message.Identity(),
            bucket,
            worst.ValueKind == JsonValueKind.Object ? Disposition.OpenLow : Disposition.Ignore);
    }

    /// <summary>Objects that come, go or move are what a bucket is for; one that is lost or does not reach its replica is worth a look.</summary>
    private static bool IsLoss(JsonElement record) =>
        record.Text("eventName") is { } name
        && (name.Contains("LostObject", StringComparison.Ordinal) || name.Contains("OperationFailed", StringComparison.Ordinal) || name.Contains("MissedThreshold", StringComparison.Ordinal));
}
