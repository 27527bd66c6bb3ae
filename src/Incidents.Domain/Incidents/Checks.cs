namespace Incidents.Domain.Incidents;

/// <summary>Incidents that prove the way from an alarm to a page. They go that way like any other, and need no response.</summary>
public static class Checks
{
    /// <summary>Whether it only proves that alarms become pages.</summary>
    public static bool IsCheck(this IncidentSource source) => source is IncidentSource.DailyCheck or IncidentSource.VersionCheck;

    /// <summary>Whether it keeps to itself: no alarm of a service joins it, and it joins none. A text must not hide an outage, nor an outage a text.</summary>
    public static bool StandsAlone(this IncidentSource source) => source is IncidentSource.Unreadable or IncidentSource.Message || source.IsCheck();
}
