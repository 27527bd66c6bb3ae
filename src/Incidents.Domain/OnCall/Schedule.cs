using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>
/// The definition of who is on call when. The answer is a pure function of this definition and an instant: no position
/// in a rotation is stored anywhere. Intervals are half-open; rules such as hand-offs are local clock times, spans are instants.
/// </summary>
public sealed record Schedule
{
    /// <summary>What escalation policies call the schedule.</summary>
    public required ScheduleId Id { get; init; }

    /// <summary>The name people read.</summary>
    public required string Name { get; init; }

    /// <summary>The zone of every layer that names none.</summary>
    public required DateTimeZone TimeZone { get; init; }

    /// <summary>Where priorities are left out a later layer goes before an earlier one.</summary>
    public IReadOnlyList<Layer> Layers { get; init; } = [];

    /// <summary>Exceptions in the order they were created, which is the order they apply in.</summary>
    public IReadOnlyList<Override> Overrides { get; init; } = [];
}
