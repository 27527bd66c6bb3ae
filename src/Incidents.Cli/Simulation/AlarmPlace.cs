using System.Text.RegularExpressions;
using Incidents.Domain.Alarms;

namespace Incidents.Cli.Simulation;

/// <summary>The account and the region of alarms whose history does not name them; each null where it is not known.</summary>
internal sealed partial record AlarmPlace(string? Account, string? Region)
{
    public static readonly AlarmPlace Unknown = new(null, null);

    /// <summary>What is wrong with it as it was written, with the fix; null when nothing is.</summary>
    public string? Problem =>
        Account is { } account && !AlarmArn.IsAccount(account) ? $"--account {account} is no AWS account: write its 12 digits"
        : Region is { } region && !RegionCode().IsMatch(region) ? $"--region {region} is no AWS region: write its code, such as eu-west-1"
        : null;

    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+)+-\d\z")]
    private static partial Regex RegionCode();
}
