namespace Incidents.Domain.OnCall;

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
