using NodaTime;

namespace Incidents.Application.Calendars.Text;

/// <summary>One event of a calendar.</summary>
internal sealed record CalendarEvent
{
    /// <summary>What other programs know it by.</summary>
    public required string Uid { get; init; }

    public required Instant From { get; init; }

    /// <summary>First instant after it.</summary>
    public required Instant To { get; init; }

    /// <summary>When anything about it may have changed last.</summary>
    public required Instant ChangedAt { get; init; }

    /// <summary>Grows with every change.</summary>
    public required int Sequence { get; init; }

    public required string Summary { get; init; }

    public required string Description { get; init; }
}
