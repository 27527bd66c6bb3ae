using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>What a severity means at a moment: whether it wakes people, and when that changes by itself.</summary>
/// <param name="RaiseAt">When support hours begin and it becomes urgent; null when it is, or never does.</param>
public readonly record struct Grade(Urgency Urgency, Instant? RaiseAt)
{
    /// <summary>An urgency that time does not change.</summary>
    public static implicit operator Grade(Urgency urgency) => new(urgency, RaiseAt: null);
}
