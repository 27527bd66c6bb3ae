using Incidents.Domain.Incidents;
using Incidents.Web.Words;
using NodaTime;

namespace Incidents.Web.Api;

/// <summary>An incident in a list. Times are UTC.</summary>
internal class IncidentSummary
{
    private readonly Incident incident;

    protected IncidentSummary(Incident incident) => this.incident = incident;

    public static IncidentSummary Of(Incident incident) => new(incident);

    public string Number => incident.Number.ToString();

    public string Title => incident.Title;

    /// <summary>`triggered`, `acknowledged` or `resolved`.</summary>
    public string Status => Names.Of(incident.Status);

    /// <summary>`Sev1` to `Sev4`.</summary>
    public string Severity => incident.Severity.ToString();

    /// <summary>`high` or `low`.</summary>
    public string Urgency => Names.Of(incident.Urgency);

    /// <summary>Id of the service.</summary>
    public string Service => incident.Service;

    /// <summary>`alarm`, `declared`, `message` or `unreadable`.</summary>
    public string Source => Names.Of(incident.Source);

    /// <summary>Whether an alarm of it is in ALARM.</summary>
    public bool Firing => incident.IsFiring;

    public Instant TriggeredAt => incident.TriggeredAt;

    public Instant? AcknowledgedAt => incident.AcknowledgedAt;

    /// <summary>Who has it, or had it last.</summary>
    public PersonName? AcknowledgedBy => incident.AcknowledgedBy is { } by ? new PersonName(by.Id, by.Name) : null;

    public Instant? RecoveredAt => incident.RecoveredAt;

    public Instant? ResolvedAt => incident.ResolvedAt;

    /// <summary>`fixed`, `recoveredByItself`, `falseAlarm` or `duplicate`; null while it is open.</summary>
    public string? ResolveReason => incident.ResolveReason is { } reason ? Names.Of(reason) : null;

    public bool ResolvedWhileFiring => incident.ResolvedWhileFiring;

    /// <summary>How many times it came back.</summary>
    public int Reopened => incident.Reopened;
}

/// <summary>A person, or whoever stands where one would.</summary>
internal sealed record PersonName(string Id, string Name);

/// <summary>Part of the list.</summary>
/// <param name="Next">Give it as `cursor` for what follows; null when nothing does.</param>
internal sealed record IncidentPageResource(IReadOnlyList<IncidentSummary> Items, string? Next);
