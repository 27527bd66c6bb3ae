using System.Globalization;
using System.Text.Json;
using Incidents.Application.Json;

namespace Incidents.Application.Alarms.Notes;

/// <summary>Builds of CodeBuild and scans of images in ECR.</summary>
/// <remarks>https://docs.aws.amazon.com/codebuild/latest/userguide/sample-build-notifications.html and https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-eventbridge.html</remarks>
internal static class BuildNotes
{
    public static ParsedMessage.Note? Read(SentEvent sent) => sent.Type switch
    {
        "CodeBuild Build State Change" => Build(sent),
        "CodeBuild Build Phase Change" => NoteText.Create(
            NoteKind.Build, $"{sent.Detail.Text("project-name")}: {sent.Detail.Text("completed-phase")}", "", sent.Identity, disposition: Disposition.Ignore),
        "ECR Image Scan" or "Inspector2 Scan" => Scan(sent),
        _ => null,
    };

    private static ParsedMessage.Note Build(SentEvent sent)
    {
        var build = sent.Detail;
        var project = build.Text("project-name");
        var status = build.Text("build-status");
        var more = build.Field("additional-information") ?? default;
        return NoteText.Create(
            NoteKind.Build,
            $"Build of {project}: {status}",
            NoteText.Lines(Arn.Name(build.Text("build-id")), more.Text("initiator"), more.Field("logs")?.Text("deep-link")),
            project ?? sent.Identity,
            project,
            status == "IN_PROGRESS" ? Disposition.Ignore : Disposition.OnService) with
        {
            Failed = status is "FAILED" or "FAULT" or "TIMED_OUT",
        };
    }

    private static ParsedMessage.Note Scan(SentEvent sent)
    {
        var scan = sent.Detail;
        var repository = scan.Text("repository-name") is { } name && name.StartsWith("arn:", StringComparison.Ordinal) ? name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..] : scan.Text("repository-name");
        var counts = scan.Field("finding-severity-counts") is { ValueKind: JsonValueKind.Object } found
            ? found.EnumerateObject().Where(count => count.Name != "TOTAL" && count.Value.ValueKind == JsonValueKind.Number && count.Value.GetDouble() > 0).Select(count => (count.Name, Number: count.Value.GetDouble())).ToList()
            : [];
        var failed = scan.Text("scan-status")?.EndsWith("FAILED", StringComparison.Ordinal) == true;
        var outcome = failed ? "failed" : counts.Count == 0 ? "found nothing" : string.Join(", ", counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Number} {c.Name}")));
        return NoteText.Create(
            NoteKind.Scan,
            $"Scan of {repository}: {outcome}",
            NoteText.Lines(string.Join(", ", scan.Field("image-tags").Items().Select(tag => tag.AsText()).OfType<string>()), scan.Text("image-digest")),
            repository ?? sent.Identity,
            repository,
            Disposition.OnService) with
        {
            Failed = failed || counts.Exists(c => c.Name is "CRITICAL" or "HIGH"),
            Names = NoteText.Named(repository, repository?[(repository.LastIndexOf('/') + 1)..]),
        };
    }
}
