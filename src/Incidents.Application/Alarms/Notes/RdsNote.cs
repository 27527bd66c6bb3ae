using System.Text.Json;
using System.Text.RegularExpressions;
using Incidents.Application.Json;

namespace Incidents.Application.Alarms.Notes;

/// <summary>
/// What RDS says of an instance, a cluster or their snapshots. Backups, creations and changes that went well are its everyday
/// work; only a category or words that are known to be such, and name no failure, open nothing.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.Messages.html</remarks>
internal static partial class RdsNote
{
    private static readonly HashSet<string> Everyday = new(StringComparer.OrdinalIgnoreCase)
    {
        "backup", "creation", "configuration change", "restoration", "read replica",
    };

    public static bool Matches(SentEvent sent) => sent.Source == "aws.rds" || sent.Type.StartsWith("RDS ", StringComparison.Ordinal);

    /// <summary>By EventBridge.</summary>
    public static ParsedMessage.Note Read(SentEvent sent)
    {
        var detail = sent.Detail;
        var categories = detail.Field("EventCategories").Items().Select(item => item.AsText()).OfType<string>().ToList();
        return Create(detail.Text("SourceIdentifier"), detail.Text("SourceArn"), detail.Text("Message") ?? sent.Type, categories, sent.Identity);
    }

    /// <summary>By SNS; null for any other JSON.</summary>
    public static ParsedMessage.Note? Read(JsonElement root, AlarmMessage message) =>
        root.Text("Event Message") is { } said
            ? Create(root.Text("Source ID"), root.Text("Source ARN"), said, [], message.Identity()) with { Origin = Arn.Origin(root.Text("Source ARN"), message.TopicArn) }
            : null;

    private static ParsedMessage.Note Create(string? source, string? arn, string said, List<string> categories, string identity) =>
        NoteText.Create(
            NoteKind.Rds,
            $"RDS {source}: {said}",
            said,
            source ?? identity,
            source,
            !Trouble().IsMatch(said) && (Routine().IsMatch(said) || (categories.Count > 0 && categories.TrueForAll(Everyday.Contains))) ? Disposition.Ignore : Disposition.OpenLow) with
        {
            Names = NoteText.Named(source, arn),
        };

    [GeneratedRegex(@"fail|error|stopped|terminat|not |unable|cannot|can't|exceed|\blow\b|\bfull\b|exhaust|incompatib|restart|shut ?down|crash|corrupt|delet|inaccessib|degrad|recover|problem|invalid|denied|disabled|reject|\blag", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Trouble();

    [GeneratedRegex(@"^(backing up|finished|applying|updated|created|creating|restored|completed|the (parameter|maintenance) .*updated)|\b(created|completed|finished|resumed|restored|available)\b\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Routine();
}
