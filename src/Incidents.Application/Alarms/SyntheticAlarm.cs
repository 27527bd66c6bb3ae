using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Alarms;

/// <summary>The alarm that is raised for nothing but to be paged. It is known by its whole ARN: no name, description or text makes another alarm one.</summary>
/// <param name="Arn">Of the alarm that CloudWatch raises once a day.</param>
public sealed record SyntheticAlarm(string Arn)
{
    /// <summary>ARN of the alarm that proves one published version. Each has its own, so that the checks of two deployments never meet in one incident.</summary>
    /// <param name="version">The version's number, as Lambda counts.</param>
    public string OfVersion(string version) => $"{Arn}{BeforeVersion}{version}";

    /// <summary>Whether it is the one that fires every day.</summary>
    internal bool IsDaily(DedupKey key) => key.Value == Arn;

    /// <summary>What it opens; null for every other alarm.</summary>
    internal IncidentSource? SourceOf(Alarm alarm) =>
        IsDaily(alarm.Key) ? IncidentSource.DailyCheck
        : IsOfVersion(alarm.Key.Value) ? IncidentSource.VersionCheck
        : null;

    private bool IsOfVersion(string key) =>
        key.StartsWith(Arn + BeforeVersion, StringComparison.Ordinal)
        && key.AsSpan(Arn.Length + BeforeVersion.Length) is { Length: > 0 } version
        && !version.ContainsAnyExceptInRange('0', '9');

    private const string BeforeVersion = "-v";
}
