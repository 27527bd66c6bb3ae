using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>When an incident that keeps coming back counts as flapping, and when that is over.</summary>
/// <param name="Returns">It flaps from this return on.</param>
/// <param name="Within">The time within which they have to fall.</param>
/// <param name="Quiet">How long all alarms of a flapping incident must be OK before it resolves.</param>
public sealed record FlappingRule(int Returns, Duration Within, Duration Quiet)
{
    /// <summary>What a team gets that says nothing.</summary>
    public static FlappingRule Default { get; } = new(3, Duration.FromHours(2), Duration.FromMinutes(30));

    /// <summary>The most returns that are kept, and that a rule may ask for.</summary>
    public const int MostReturns = 10;
}
