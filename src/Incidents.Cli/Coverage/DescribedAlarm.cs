using Incidents.Domain.Alarms;

namespace Incidents.Cli.Coverage;

/// <summary>An alarm as DescribeAlarms returns it, as far as it decides whether a page is sent for it.</summary>
/// <param name="Place">Where it stands in the input, for messages.</param>
/// <param name="Children">Names or ARNs of the alarms whose ALARM a composite's rule asks for; none for a metric alarm.</param>
internal sealed record DescribedAlarm(
    AlarmArn Arn,
    string Place,
    bool IsComposite,
    string Description,
    bool ActionsEnabled,
    IReadOnlyList<string> AlarmActions,
    IReadOnlyList<string> OkActions,
    IReadOnlyList<string> Children)
{
    public string Name => Arn.Name;

    /// <summary>As CloudWatch writes it, such as `ALARM`; empty when the answer does not say.</summary>
    public string State { get; init; } = "";

    /// <summary>Application Auto Scaling makes these for itself, writes over changes to them, and they fire when all is well.</summary>
    public bool IsTargetTracking => Name.StartsWith("TargetTracking-", StringComparison.Ordinal);
}
