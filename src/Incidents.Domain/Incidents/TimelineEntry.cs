namespace Incidents.Domain.Incidents;

/// <summary>An event in its place.</summary>
/// <param name="Sequence">1 for the first event of the incident; entries of joined alarms have 0 and sort by time.</param>
public sealed record TimelineEntry(int Sequence, IncidentEvent Event);
