using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>The longest stretch with the same people on call; an empty set is a gap.</summary>
public sealed record Segment(Instant From, Instant To, PersonSet People)
{
    public bool IsGap => People.IsNobody;

    /// <summary>Where the window asked for cut it short.</summary>
    public Cut Cut { get; init; }
}
