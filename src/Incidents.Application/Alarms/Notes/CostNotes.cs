using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Incidents.Application.Json;

namespace Incidents.Application.Alarms.Notes;

/// <summary>Money: AWS Budgets, which writes prose, and AWS Cost Anomaly Detection.</summary>
/// <remarks>https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html and …/view-anomalies.html</remarks>
internal static partial class CostNotes
{
    /// <summary>Prose of AWS Budgets; null for any other text.</summary>
    public static ParsedMessage.Note? Budget(AlarmMessage message)
    {
        var text = message.Text.Trim();
        if (!text.StartsWith("AWS Budget Notification", StringComparison.OrdinalIgnoreCase)
            && !text.StartsWith("Dear AWS Customer", StringComparison.OrdinalIgnoreCase)
            && message.Subject?.StartsWith("AWS Budgets:", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        var fields = Field().Matches(text).ToLookup(match => match.Groups[1].Value, match => match.Groups[2].Value.Trim(), StringComparer.OrdinalIgnoreCase);
        var budget = fields["Budget Name"].FirstOrDefault();
        var amount = fields["ACTUAL Amount"].Concat(fields["FORECASTED Amount"]).FirstOrDefault();
        return NoteText.Create(
            NoteKind.Budget,
            message.Subject is { Length: > 0 } subject && subject.StartsWith("AWS Budgets:", StringComparison.OrdinalIgnoreCase) ? subject
            : budget is not null ? $"AWS Budgets: {budget} {fields["Alert Type"].FirstOrDefault()} {amount}, threshold {fields["Alert Threshold"].FirstOrDefault()}"
            : message.Subject ?? "AWS Budgets notification",
            text,
            budget ?? message.Subject ?? message.Identity(),
            budget) with
        {
            Origin = Account().Match(text) is { Success: true } account ? new Domain.Alarms.AlarmOrigin("aws", "", account.Groups[1].Value) : Arn.Origin(message.TopicArn),
        };
    }

    /// <summary>An anomaly, which comes again under its id while it grows; null for any other JSON.</summary>
    public static ParsedMessage.Note? Anomaly(JsonElement root, string identity)
    {
        if (root.Text("anomalyId") is not { } id || root.Field("impact") is not { } impact)
        {
            return null;
        }

        var causes = root.Field("rootCauses").Items().ToList();
        var what = causes.Select(cause => cause.Text("service")).FirstOrDefault(service => !string.IsNullOrEmpty(service)) ?? root.Text("dimensionalValue") ?? root.Text("monitorName");
        var percent = impact.Number("totalImpactPercentage") is { } share ? string.Create(CultureInfo.InvariantCulture, $" ({share:0} % more)") : "";
        var sum = impact.Number("totalImpact", "maxImpact") is { } more ? string.Create(CultureInfo.InvariantCulture, $"${more:0.##} more than expected") : "more than expected";
        return NoteText.Create(
            NoteKind.CostAnomaly,
            $"Cost anomaly: {what}: {sum}{percent}",
            NoteText.Lines(
            [
                $"Since {root.Text("anomalyStartDate")}, monitor {root.Text("monitorName") ?? Arn.Name(root.Text("monitorArn"))}",
                .. causes.Select(cause => string.Join(", ", NoteText.Named(cause.Text("linkedAccountName"), cause.Text("linkedAccount"), cause.Text("region"), cause.Text("service"), cause.Text("usageType")))),
                root.Text("anomalyDetailsLink"),
            ]),
            id.Length > 0 ? id : identity,
            root.Text("monitorName")) with
        {
            Names = NoteText.Named(root.Text("monitorName"), root.Text("subscriptionName"), what),
            Origin = root.Text("accountId") is { } account ? new Domain.Alarms.AlarmOrigin("aws", "", account) : null,
        };
    }

    [GeneratedRegex(@"^\s*(Budget Name|Budget Type|Budgeted Amount|Alert Type|Alert Threshold|ACTUAL Amount|FORECASTED Amount)\s*:\s*(.+?)\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex(@"^AWS Account:? +([0-9]{12})", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Account();
}
