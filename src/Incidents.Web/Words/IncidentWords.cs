using Incidents.Domain.Incidents;

namespace Incidents.Web.Words;

/// <summary>Small sentences about an incident.</summary>
internal static class IncidentWords
{
    /// <summary>Why it ended, as the end of a sentence.</summary>
    public static string WhyResolved(this Incident incident) => incident switch
    {
        { ResolvedWhileFiring: true } => "by a person, while an alarm was still in ALARM",
        { ResolveReason: ResolveReason.RecoveredByItself, IsUnconfirmed: true } => "all alarms went back to OK by their messages, not confirmed by CloudWatch",
        { ResolveReason: ResolveReason.RecoveredByItself } => "all alarms went back to OK",
        { ResolveReason: ResolveReason.FalseAlarm } => "it was a false alarm",
        { ResolveReason: ResolveReason.Duplicate } => "it is told in another incident",
        _ => "fixed",
    };

    /// <summary>Until all alarms were OK; while one is not, until now or until a person ended it.</summary>
    public static NodaTime.Instant? RestoredAt(this Incident incident) => incident.RecoveredAt ?? incident.ResolvedAt;
}
