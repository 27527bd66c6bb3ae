using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.OnCall.Absences;
using NodaTime;

namespace Incidents.Application.Schedules.TimeOff;

/// <summary>Time off as it is entered.</summary>
/// <param name="Person">Id of the person who is away.</param>
/// <param name="Source">The event of a calendar it comes from; the same event again moves what it made before. Null when a person entered it.</param>
public sealed record TimeOffRequest(PersonId Person, TimeOffSpan Span, string? Source);

/// <summary>How long.</summary>
public abstract record TimeOffSpan
{
    private TimeOffSpan()
    {
    }

    /// <summary>Whole days by the person's clock; by UTC while the configuration does not say where they are.</summary>
    public sealed record Days(DaysOff Off) : TimeOffSpan;

    /// <summary>From one instant up to another.</summary>
    public sealed record Exactly(Instant From, Instant To) : TimeOffSpan;

    /// <param name="zone">The person's time zone; null when none is configured.</param>
    public (Instant From, Instant To) In(DateTimeZone? zone) => this switch
    {
        Days days => days.Off.In(zone ?? DateTimeZone.Utc),
        Exactly(var from, var to) => (from, to),
        _ => throw new InvalidOperationException($"no instants for {GetType().Name}"),
    };
}

/// <summary>What came of entering or cancelling time off.</summary>
public abstract record TimeOffResult
{
    private TimeOffResult()
    {
    }

    /// <param name="IsNew">False when the same event had made the same entry before.</param>
    /// <param name="Conflicts">When they are on call all the same, by schedule; nothing of that has changed.</param>
    public sealed record Made(MadeTimeOff Entry, bool IsNew, IReadOnlyList<ScheduleConflict> Conflicts) : TimeOffResult;

    /// <summary>The time off ends now, or never begins; the past does not change.</summary>
    public sealed record Cancelled(MadeTimeOff Entry) : TimeOffResult;

    /// <param name="Problem">What is wrong and how to mend it, in sentences.</param>
    public sealed record Refused(string Field, string Problem) : TimeOffResult;

    /// <summary>Refused: the time off is over, and the past cannot be changed.</summary>
    public sealed record IsOver(string Id) : TimeOffResult;

    public sealed record Unknown(string Id) : TimeOffResult;
}
