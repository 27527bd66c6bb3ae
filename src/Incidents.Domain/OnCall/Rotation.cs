using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>How turns follow one another, in the layer's local time. What is left out is read from the layer's start.</summary>
public sealed record Rotation
{
    public required RotationKind Kind { get; init; }

    /// <summary>Hours, days, weeks or months in one turn, 1 to 9000.</summary>
    public int Length { get; init; } = 1;

    /// <summary>Clock time of the hand-off; null means that of the layer's start.</summary>
    public LocalTime? HandoffTime { get; init; }

    /// <summary>Weekly rotations: the day of the hand-off; null means that of the layer's start.</summary>
    public IsoDayOfWeek? HandoffWeekday { get; init; }

    /// <summary>Monthly rotations: the day of the hand-off, 1 to 31; in a shorter month its last day. Null means that of the layer's start.</summary>
    public int? HandoffMonthday { get; init; }

    /// <summary>Daily rotations: only these days count and have hand-offs; empty means every day.</summary>
    public IReadOnlyList<IsoDayOfWeek> Days { get; init; } = [];

    /// <summary>
    /// Local time at which turn 0 begins, not after the layer's start; keeps the order when a layer is rewritten. It also
    /// sets time, weekday and day of the month of the hand-offs, except where <see cref="HandoffMonthday"/> names the day.
    /// </summary>
    public LocalDateTime? Anchor { get; init; }

    /// <summary>Position in the list, from 0, of the participant who has turn 0; counted round the end of the list.</summary>
    public int StartIndex { get; init; }
}

/// <summary>The unit a rotation's length is counted in. Hours, too, are hours of the wall clock.</summary>
public enum RotationKind
{
    Hourly,
    Daily,
    Weekly,
    Monthly,
}
