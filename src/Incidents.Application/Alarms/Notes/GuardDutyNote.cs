using System.Text.Json;
using Incidents.Application.Json;

namespace Incidents.Application.Alarms.Notes;

/// <summary>A finding of GuardDuty. It comes again, under the same id, for as long as what it found goes on.</summary>
/// <remarks>https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html</remarks>
internal static class GuardDutyNote
{
    public static ParsedMessage.Note Read(SentEvent sent)
    {
        var finding = sent.Detail;
        var service = finding.Field("service") ?? default;
        var names = Names(finding.Field("resource") ?? default);
        return NoteText.Create(
            NoteKind.GuardDuty,
            $"GuardDuty: {finding.Text("title") ?? finding.Text("type")}",
            NoteText.Lines(finding.Text("description"), finding.Text("type"), names.Count > 0 ? $"Concerns {string.Join(", ", names)}" : null),
            finding.Text("id") ?? sent.Identity,
            names.Count > 0 ? names[0] : null,
            service.Text("archived") == "true" || IsSample(finding, service) ? Disposition.Ignore : Disposition.OpenLow) with
        {
            Severity = FindingSeverity.OfGuardDuty(finding.Number("severity")),
            Names = names,
        };
    }

    /// <summary>Whether it comes from `Generate sample findings`, which makes findings to look at.</summary>
    private static bool IsSample(JsonElement finding, JsonElement service) =>
        service.Field("additionalInfo")?.Text("sample") == "true"
        || finding.Text("title")?.StartsWith("[SAMPLE]", StringComparison.Ordinal) == true;

    private static IReadOnlyList<string> Names(JsonElement resource)
    {
        var instance = resource.Field("instanceDetails") ?? default;
        return NoteText.Named(
        [
            .. instance.Field("tags").Items().Where(tag => tag.Text("key", "Key") == "Name").Select(tag => tag.Text("value", "Value")),
            instance.Text("instanceId"),
            resource.Field("eksClusterDetails")?.Text("name"),
            resource.Field("ecsClusterDetails")?.Text("name"),
            resource.Field("rdsDbInstanceDetails")?.Text("dbInstanceIdentifier"),
            resource.Field("lambdaDetails")?.Text("functionName"),
            .. resource.Field("s3BucketDetails").Items().Select(bucket => bucket.Text("name")),
            resource.Field("containerDetails")?.Text("name"),
            resource.Field("accessKeyDetails")?.Text("userName"),
        ]);
    }
}
