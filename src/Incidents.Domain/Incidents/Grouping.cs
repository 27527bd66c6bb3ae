using Incidents.Domain.Alarms;

namespace Incidents.Domain.Incidents;

/// <summary>Which alarms of a service share an incident. Those of one composite family always do.</summary>
public enum GroupBy
{
    /// <summary>All of the service in one account and region.</summary>
    Service,

    /// <summary>All of the service, wherever they are.</summary>
    ServiceEverywhere,

    /// <summary>None but those of the same composite family.</summary>
    Alarm,
}

/// <summary>What `Incident.Group` holds: the account and region whose alarms an incident collects, <see cref="Family"/>, or null for the whole service.</summary>
/// <remarks>Decided at the opening and kept: an incident is found by the same key for as long as it is open, whatever the configuration says by then.</remarks>
public static class Grouping
{
    /// <summary>It collects its own composite family and no other alarm, and nothing points to it by service.</summary>
    public const string Family = "family";

    /// <summary>The group of alarms of a service in one account and region. Alarms of a source outside AWS, and those that do not say where they are, share one.</summary>
    public static string PlaceOf(AlarmOrigin? origin) => $"{origin?.Account}/{origin?.Region}";

    /// <summary>The group of an incident that opens now.</summary>
    /// <param name="alarm">The alarm that opens it; null when none does, and then it collects from all accounts.</param>
    public static string? Of(IncidentSource source, GroupBy rule, Alarm? alarm) =>
        source.StandsAlone() || rule == GroupBy.Alarm ? Family
        : rule == GroupBy.Service && alarm is not null ? PlaceOf(alarm.Origin)
        : null;

    /// <summary>Whether a pointer of its service names it: in incidents stored before there were groups, that of the whole service does.</summary>
    public static bool IsFoundByService(this Incident incident) =>
        incident.Group != Family && incident.Source != IncidentSource.Unreadable && !incident.Source.IsCheck();
}
