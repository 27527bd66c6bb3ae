using Incidents.Domain;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Application.Overrides;

/// <summary>An override as it is requested.</summary>
/// <param name="Schedule">Id of the schedule.</param>
/// <param name="From">Null, or what has passed, means now: who was on call cannot be changed any more.</param>
/// <param name="Users">Ids of people.</param>
/// <param name="Replaces">Whose place they take; for <see cref="OverrideKind.Replace"/> only.</param>
/// <param name="Layer">Null for the whole schedule.</param>
public sealed record OverrideRequest(
    ScheduleId Schedule, OverrideKind Kind, Instant? From, Instant To, IReadOnlyList<PersonId> Users, PersonId? Replaces, string? Layer);

/// <summary>What came of making or cancelling an override.</summary>
public abstract record OverrideResult
{
    private OverrideResult()
    {
    }

    /// <param name="Warnings">What it leads to and may not be intended: times with an empty rota.</param>
    public sealed record Made(MadeOverride Override, IReadOnlyList<string> Warnings) : OverrideResult;

    /// <summary>The override has no effect from now on; the past does not change.</summary>
    public sealed record Cancelled(MadeOverride Override) : OverrideResult;

    /// <param name="Problem">What is wrong and how to mend it, in sentences.</param>
    public sealed record Refused(string Field, string Problem) : OverrideResult;

    /// <summary>Refused: the override is over, and the past cannot be changed.</summary>
    public sealed record IsOver(MadeOverride Override) : OverrideResult;

    /// <summary>There is no such schedule, or no such override of it.</summary>
    /// <param name="What">`schedule` or `override`.</param>
    public sealed record Unknown(string What, string Id) : OverrideResult;
}
