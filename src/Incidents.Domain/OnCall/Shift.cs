using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>The longest stretch one person is on call, not split when others join or leave.</summary>
public sealed record Shift(Instant From, Instant To, PersonId Person)
{
    /// <summary>Where the window asked for cut it short.</summary>
    public Cut Cut { get; init; }
}
