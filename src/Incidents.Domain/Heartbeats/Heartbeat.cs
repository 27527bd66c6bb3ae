using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.Domain.Heartbeats;

/// <summary>A job that has to be heard regularly.</summary>
/// <param name="Name">What the job says: the last part of its address.</param>
/// <param name="Every">How far apart its beats are, 5 minutes to 1,000 hours.</param>
/// <param name="Grace">How late one may be.</param>
/// <param name="Service">Id of the service whose incident a missing one is.</param>
/// <param name="Severity">How bad a missing one is; null means the service's own.</param>
public sealed record Heartbeat(string Name, Duration Every, Duration Grace, ServiceId Service, Severity? Severity)
{
    private const string KeyPrefix = "incidents:heartbeat:";

    /// <summary>Key of the alarm that a missing beat of this heartbeat raises.</summary>
    public static DedupKey KeyOf(string name) => new(KeyPrefix + name);

    /// <summary>Name of the heartbeat an alarm is about; null when it is about none.</summary>
    public static string? NameIn(DedupKey key) => key.Value.StartsWith(KeyPrefix, StringComparison.Ordinal) ? key.Value[KeyPrefix.Length..] : null;
}
