using Incidents.Application.Reading;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Web.Lists;
using NodaTime;

namespace Incidents.Web.Console;

/// <summary>What the list of incidents shows.</summary>
/// <param name="Address">Its own address.</param>
/// <param name="Next">Address of the next page; null when the history ends here.</param>
/// <param name="Now">As of when.</param>
public sealed record ListModel(
    IncidentList List, ListQuery Query, IReadOnlyList<FieldProblem> Problems, string Address, string? Next, OnCallConfiguration Settings, Instant Now)
{
    /// <summary>Whether anything narrows the list.</summary>
    public bool IsFiltered => Query.Filter is not { Status: null, Service: null, Severity: null, Text: null };

    /// <summary>Sorted by status (triggered before acknowledged), then by severity (the worst first), then the newest first.</summary>
    public IEnumerable<Incident> OpenByUrgency => List.Open.OrderBy(i => i.Status).ThenBy(i => i.Severity).ThenByDescending(i => i.TriggeredAt);

    /// <summary>The open ones that are not acknowledged; one press takes what the page shows, and nothing that opened since.</summary>
    public IReadOnlyList<Incident> Waiting => [.. OpenByUrgency.Where(i => i.Status == IncidentStatus.Triggered)];

    /// <summary>Whether resolved incidents can be among what is asked for.</summary>
    public bool ShowsHistory => Query.Filter.Status is null or IncidentStatus.Resolved;
}
