using Incidents.Domain.Incidents;

namespace Incidents.Application.Store;

/// <summary>Makes of a decision one whose pages another process sends. Only hosts that send none themselves have it.</summary>
/// <param name="before">What was decided on; null for an incident that opens.</param>
public delegate Decision.Accepted LeavePages(Incident? before, IncidentNumber number, Decision.Accepted decision);
