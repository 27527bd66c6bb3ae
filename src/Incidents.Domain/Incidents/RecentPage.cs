using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>A page that fell due for one person on one channel, and when it leaves: at once, or later with others.</summary>
public sealed record RecentPage(PersonId Person, string Channel, IncidentNumber Incident, Severity Severity, Instant LeavesAt);

/// <summary>A channel that asked to wait, and where it arrives: name of a Slack channel, id of a person everywhere else.</summary>
public sealed record ChannelWait(string Channel, string Name, Instant Until);
