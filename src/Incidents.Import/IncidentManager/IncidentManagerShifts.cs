using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Import.IncidentManager;

/// <summary>One shift as Incident Manager renders it.</summary>
internal sealed record RotationShift(Instant From, Instant To, PersonSet People, bool IsOverridden);

internal static class IncidentManagerShifts
{
    /// <summary>The rendered shifts by the ARN of their rotation.</summary>
    public static ILookup<string, RotationShift> ByRotation(IncidentManagerDocuments documents, Draft draft) =>
        documents.Shifts.Select(document => (Rotation: Rotation(document, documents, draft), Document: document))
            .Where(pair => pair.Rotation is not null)
            .SelectMany(pair => pair.Document.Items("RotationShifts").Select(shift => (Rotation: pair.Rotation!, Shift: Read(shift, draft))))
            .Where(pair => pair.Shift is not null)
            .ToLookup(pair => pair.Rotation, pair => pair.Shift!);

    /// <summary>The answer does not say; so the file or a property added to it has to, unless there is only one rotation.</summary>
    private static string? Rotation(ExportValue document, IncidentManagerDocuments documents, Draft draft)
    {
        var arns = documents.Rotations.Select(rotation => rotation.Text("RotationArn")!).ToList();
        var rotation = document.Text("RotationId")
            ?? arns.OrderByDescending(arn => arn.Length).FirstOrDefault(arn => document.File.Contains(arn.Split('/')[^1], StringComparison.OrdinalIgnoreCase))
            ?? (arns is [var only] ? only : null);
        return rotation is not null && arns.Contains(rotation)
            ? rotation
            : draft.Unmapped.LeaveOut<string>(document.Place, "RotationShifts", "They do not say which rotation they are of, so they are not compared.", "Add \"RotationId\" with the rotation's ARN to the document, and export get-rotation for it.");
    }

    private static RotationShift? Read(ExportValue value, Draft draft) =>
        value.Instant("StartTime") is { } from && value.Instant("EndTime") is { } to
            ? new RotationShift(from, to, draft.OnCall(value.Texts("ContactIds")), value.Text("Type") == "OVERRIDDEN")
            : draft.Unmapped.LeaveOut<RotationShift>(value.Place, "StartTime, EndTime", "The shift cannot be read.", "Save the answer as it came.");
}
