using System.Text.Json.Serialization;
using Incidents.Application.Intake;

namespace Incidents.Web.Api;

/// <summary>What one message on the way of alarms did.</summary>
/// <param name="Incident">The incident it belongs to; null when it belongs to none.</param>
/// <param name="Decision">`triggered`, `joined`, `recovered`, `ignored`, or `kept` for another try.</param>
internal record AlarmResult(string? Incident, string Decision, string Reason)
{
    /// <summary>A refused message is reported as ignored, so that its sender learns nothing from the answer.</summary>
    public static AlarmResult Of(AlarmReceipt receipt) => new(receipt.Incident, receipt.Decision == "refused" ? "ignored" : receipt.Decision, receipt.Reason);
}

/// <summary>What a body did: its first message, and all of them when it held several.</summary>
internal sealed record AlarmAnswer(
    string? Incident, string Decision, string Reason, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<AlarmResult>? Results)
    : AlarmResult(Incident, Decision, Reason)
{
    public static AlarmAnswer Of(IReadOnlyList<AlarmResult> results) =>
        new(results[0].Incident, results[0].Decision, results[0].Reason, results.Count > 1 ? results : null);
}
