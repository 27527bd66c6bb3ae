using Incidents.Domain;
using NodaTime;

namespace Incidents.Application.Schedules.Sick;

/// <summary>What came of calling in sick.</summary>
public abstract record SickResult
{
    private SickResult()
    {
    }

    /// <param name="Until">When the person counts as back.</param>
    /// <param name="Covers">One for each schedule on which the person would have been on call; empty when there is none.</param>
    public sealed record Covered(PersonId Person, Instant Until, IReadOnlyList<SickCover> Covers) : SickResult;

    /// <param name="Problem">What is wrong and how to mend it, in sentences.</param>
    public sealed record Refused(string Field, string Problem) : SickResult;
}

/// <summary>Who has the turns of a person who is sick.</summary>
/// <param name="Schedule">Id of the schedule.</param>
/// <param name="By">Id of the person who takes over; null when no person is free and the turn stays where it was.</param>
/// <param name="To">First instant after it.</param>
/// <param name="Override">Id of the override; null when none was made.</param>
/// <param name="Swap">Id of the request that asks the team for a taker; null when none could be made.</param>
/// <param name="Problem">What could not be done, in sentences; null when all was.</param>
public sealed record SickCover(ScheduleId Schedule, PersonId? By, Instant From, Instant To, string? Override, string? Swap, string? Problem);
