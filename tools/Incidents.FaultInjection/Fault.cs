namespace Incidents.FaultInjection;

/// <summary>What can go wrong with one call to the outside.</summary>
internal enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The process dies, and the call is never made.</summary>
    DieBefore,

    /// <summary>The call is made, and the process dies before it hears the answer.</summary>
    DieAfter,

    /// <summary>The call is made, and its answer is lost.</summary>
    AnswerLost,

    /// <summary>The call is refused, and everybody knows.</summary>
    Refused,

    /// <summary>The answer takes longer than a claim lasts.</summary>
    Delayed,

    /// <summary>The answer takes so long, and another worker sweeps meanwhile.</summary>
    Overtaken,
}

/// <summary>What a call throws in a process that is dead: whatever its code makes of that, nothing leaves it any more.</summary>
internal sealed class ProcessDiedException() : Exception("the process died here");
