using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>How far an incident has come in its escalation policy.</summary>
/// <param name="Round">1 the first time through the steps, 2 for the first repeat.</param>
/// <param name="Step">The step that fired last; 1 is the first, 0 the catch-all.</param>
/// <param name="NextAt">When the step after it fires; null while nothing escalates: the incident is acknowledged, or it can wait.</param>
public sealed record EscalationState(int Round, int Step, Instant? NextAt)
{
    /// <summary>The same place without the clock.</summary>
    public EscalationPosition Position => new(Round, Step);

    /// <summary>When the step fired; null for the one with which the incident opened.</summary>
    public Instant? FiredAt { get; init; }

    /// <summary>Why it did, in a few words; null for the one with which the incident opened.</summary>
    public string? Why { get; init; }

    /// <summary>What was left of the step's time when all alarms went to OK; null while it runs, or when none does. Only time in which an alarm fires is counted.</summary>
    public Duration? Left { get; init; }

    /// <summary>Why a step fires when its time has come.</summary>
    public const string NobodyAnswered = "nobody has answered";

    /// <summary>Two steps of one incident are never closer together than this, however late the sweep is.</summary>
    public static Duration LeastGap { get; } = Duration.FromMinutes(1);

    /// <summary>How long a person has to answer before the next step where no policy says otherwise.</summary>
    public static Duration UsualTimeout { get; } = Duration.FromMinutes(5);
}

/// <summary>A place in an escalation policy.</summary>
/// <param name="Round">1 the first time through the steps.</param>
/// <param name="Step">1 is the first step, 0 the catch-all.</param>
public readonly record struct EscalationPosition(int Round, int Step)
{
    /// <summary>Where every policy ends, and stays.</summary>
    public static EscalationPosition CatchAll { get; } = new(1, 0);
}
