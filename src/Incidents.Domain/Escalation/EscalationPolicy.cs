using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.Escalation;

/// <summary>Whom to page, and whom next when the page is not acknowledged.</summary>
/// <param name="Steps">In order; the first is step 1.</param>
/// <param name="Repeat">How often the steps are gone through again before the catch-all.</param>
public sealed record EscalationPolicy(PolicyId Id, string Name, IReadOnlyList<EscalationStep> Steps, int Repeat)
{
    /// <summary>How long the holder of a Sev1 or Sev2 may be silent before the acknowledgement times out; null means forever.</summary>
    public Duration? AcknowledgeTimeout { get; init; } = IncidentRules.Default.AcknowledgeTimeout;
}

/// <summary>People paged together.</summary>
/// <param name="Timeout">How long they have to answer before the next step.</param>
public sealed record EscalationStep(IReadOnlyList<EscalationTarget> Targets, Duration Timeout)
{
    /// <summary>One of the people is paged, another for the next incident; otherwise all are.</summary>
    public bool RoundRobin { get; init; }
}

/// <summary>Whom a step pages. People are looked up when the step fires, never before.</summary>
public abstract record EscalationTarget
{
    private EscalationTarget()
    {
    }

    /// <summary>The people on call in a schedule.</summary>
    public sealed record OnCall(ScheduleId Schedule) : EscalationTarget;

    /// <summary>One person, on call or not.</summary>
    public sealed record One(PersonId Person) : EscalationTarget;

    /// <summary>All members of a team.</summary>
    public sealed record Everyone(TeamId Team) : EscalationTarget;
}
