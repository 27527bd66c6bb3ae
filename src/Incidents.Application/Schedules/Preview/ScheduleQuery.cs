using NodaTime;

namespace Incidents.Application.Schedules.Preview;

/// <summary>What is asked about a schedule. Windows are half-open and at most two years long.</summary>
public abstract record ScheduleQuery
{
    private ScheduleQuery()
    {
    }

    /// <summary>The window as the longest stretches with the same people on call, gaps included.</summary>
    public sealed record Segments(Instant From, Instant To) : ScheduleQuery;

    /// <summary>Who is on call at each of some instants, in the order given.</summary>
    public sealed record Instants(IReadOnlyList<Instant> At) : ScheduleQuery;

    /// <summary>Each person's times on call.</summary>
    public sealed record Shifts(Instant From, Instant To) : ScheduleQuery;

    /// <summary>How completely and how evenly the window is covered.</summary>
    public sealed record Quality(Instant From, Instant To) : ScheduleQuery;

    /// <summary>When each of some local times comes in a zone.</summary>
    public sealed record Resolve(IReadOnlyList<LocalDateTime> Local, DateTimeZone TimeZone) : ScheduleQuery;
}
