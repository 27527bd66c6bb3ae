using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>The longest stretch with the same people on call; nobody is a gap.</summary>
public sealed record Segment(Instant From, Instant To, People People)
{
    public bool IsGap => People.IsNobody;

    /// <summary>Where the window asked for cut it short.</summary>
    public Cut Cut { get; init; }
}

/// <summary>The longest stretch one person is on call, not split when others join or leave.</summary>
public sealed record Shift(Instant From, Instant To, PersonId Person)
{
    /// <summary>Where the window asked for cut it short.</summary>
    public Cut Cut { get; init; }
}

/// <summary>Ends of a stretch that are the window's and not its own.</summary>
[Flags]
public enum Cut
{
    None = 0,

    /// <summary>It had begun before the window.</summary>
    Start = 1,

    /// <summary>It goes on after the window.</summary>
    End = 2,
}
