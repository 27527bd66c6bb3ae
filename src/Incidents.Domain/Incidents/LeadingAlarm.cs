using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>The alarm an incident is about, as far as pages tell of it: kept with the incident, so that no page waits for another read.</summary>
/// <param name="Since">When it became part of the incident.</param>
public sealed record LeadingAlarm(AlarmMember Member, string Name, Severity Severity, Instant Since)
{
    /// <summary>What was measured against which limit, in words: its own, or its worst child's; null when its message gave none.</summary>
    public string? Metric { get; init; }

    /// <summary>Why it fired, in a sentence or two; null when its message gave no reason.</summary>
    public string? Why { get; init; }

    /// <summary>Id of the runbook that fits it best; null when none does.</summary>
    public string? Runbook { get; init; }

    /// <summary>The runbook page its description names; null when it names none.</summary>
    public string? RunbookPage { get; init; }
}
