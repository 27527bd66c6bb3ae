using System.Text.Json;
using Incidents.Application.Json;
using Incidents.Domain;

namespace Incidents.Application.Alarms.Notes;

/// <summary>Findings of Security Hub, in its own form (ASFF) and in that of its second version (OCSF). What passed, was settled or archived is over.</summary>
/// <remarks>
/// https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-cwe-event-formats.html and
/// https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-v2-cwe-event-formats.html
/// </remarks>
internal static class SecurityHubNote
{
    public static bool Matches(SentEvent sent) =>
        sent.Type.StartsWith("Security Hub Findings", StringComparison.Ordinal) || (sent.Source == "aws.securityhub" && sent.Type.StartsWith("Findings Imported", StringComparison.Ordinal));

    /// <summary>The worst of the findings in an event, which mostly carries one; null when it carries none.</summary>
    public static ParsedMessage.Note? Read(SentEvent sent)
    {
        var chosen = sent.Type.EndsWith("Custom Action", StringComparison.Ordinal);
        var findings = sent.Detail.Field("findings").Items().Where(item => item.ValueKind == JsonValueKind.Object).Select(Finding.Read).ToList();
        if (findings.Count == 0)
        {
            return null;
        }

        var live = findings.Where(finding => chosen || !finding.IsOver).ToList();
        var worst = (live.Count > 0 ? live : findings).OrderBy(finding => finding.Severity ?? Severity.Sev4).First();
        return NoteText.Create(
            NoteKind.SecurityHub,
            $"Security Hub: {worst.Title}{(live.Count > 1 ? $", and {live.Count - 1} more" : "")}",
            NoteText.Lines([worst.Description, worst.Resources.Count > 0 ? $"Concerns {string.Join(", ", worst.Resources)}" : null, .. live.Where(finding => finding != worst).Select(finding => finding.Title)]),
            worst.Id ?? sent.Identity,
            worst.Resources.Count > 0 ? worst.Resources[0] : null,
            live.Count > 0 ? Disposition.OpenLow : Disposition.Ignore) with
        {
            Severity = worst.Severity,
            Names = worst.Resources,
        };
    }

    private sealed record Finding(string? Id, string? Title, string? Description, Severity? Severity, bool IsOver, IReadOnlyList<string> Resources)
    {
        public static Finding Read(JsonElement finding) => finding.Field("finding_info") is { } info
            ? new(
                info.Text("uid"),
                info.Text("title"),
                info.Text("desc"),
                FindingSeverity.OfWord(finding.Text("severity")) ?? FindingSeverity.OfNumber(finding.Number("severity_id")),
                Is(finding.Text("status"), "Resolved", "Suppressed", "Archived") || Is(finding.Text("activity_name"), "Close") || Is(finding.Field("compliance")?.Text("status"), "Pass"),
                NoteText.Named(finding.Field("resources").Items().SelectMany(resource => new[] { resource.Text("name"), Arn.Name(resource.Text("uid")) })))
            : new(
                finding.Text("Id"),
                finding.Text("Title"),
                finding.Text("Description"),
                SeverityOf(finding.Field("Severity") ?? default),
                Is(finding.Field("Workflow")?.Text("Status"), "RESOLVED", "SUPPRESSED") || Is(finding.Text("RecordState"), "ARCHIVED") || Is(finding.Field("Compliance")?.Text("Status"), "PASSED"),
                NoteText.Named(finding.Field("Resources").Items().Select(resource => Arn.Name(resource.Text("Id")))));

        private static Severity? SeverityOf(JsonElement severity) =>
            FindingSeverity.OfWord(severity.Text("Label")) ?? FindingSeverity.OfNormalized(severity.Number("Normalized"));

        private static bool Is(string? word, params ReadOnlySpan<string> words)
        {
            foreach (var one in words)
            {
                if (string.Equals(word, one, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
