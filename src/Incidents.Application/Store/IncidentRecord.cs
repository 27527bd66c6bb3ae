using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Incidents.Application.Alarms;
using Incidents.Domain.Alarms;
using Incidents.Domain.Escalation;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Store;

/// <summary>An incident as it was read.</summary>
/// <param name="Detail">Written once, at the opening.</param>
/// <param name="Member">The joined alarm that was asked for; null when it has not joined.</param>
public sealed record IncidentRecord(Incident Incident, IncidentDetail Detail, MemberAlarm? Member);

/// <summary>What is known at the opening and does not change.</summary>
public sealed record IncidentDetail
{
    /// <summary>The message that opened it, as it came but for secrets; null when a person declared it.</summary>
    public AlarmMessage? Message { get; init; }

    /// <summary>What the message says, as intake read it; read from the stored text when the incident was loaded. Null without a message.</summary>
    [JsonIgnore]
    public ParsedMessage? Parsed
    {
        get => field ??= Message is { } message ? AlarmParser.Parse(message) : null;
        init;
    }

    /// <summary>The alarm that opened it, as its message had it; null when the message was none.</summary>
    [JsonIgnore]
    public Alarm? Alarm => (Parsed as ParsedMessage.Alarm)?.Value;

    /// <summary>Ids of the runbooks that fitted, the best first.</summary>
    public IReadOnlyList<string> Runbooks { get; init; } = [];

    /// <summary>The escalation policy as it was then: its steps and timeouts stay, the people are looked up when a step fires. Null when the service had none.</summary>
    public EscalationPolicy? Policy { get; init; }

    /// <summary>The trace of the invocation that opened it, 32 hexadecimal digits; null when none was kept.</summary>
    public string? Trace { get; init; }

    /// <summary>Version of the configuration it opened under.</summary>
    public required string Configuration { get; init; }
}

/// <summary>Everything an opening writes.</summary>
/// <param name="Incident">The state after the opening events.</param>
/// <param name="Known">What was known about its alarm and its group: the write is refused if that has changed.</param>
/// <remarks>An incident that stands alone does not become its service's: an alarm must not join an unreadable message or a check.</remarks>
public sealed record IncidentOpening(Incident Incident, ImmutableList<IncidentEvent> Events, IncidentDetail Detail, AlarmContext Known);

/// <summary>Everything a change writes.</summary>
/// <param name="Before">The state it was decided on, whose version the store must still hold.</param>
/// <param name="After">The state with the events applied and the next version.</param>
public sealed record IncidentCommit(Incident Before, Incident After, ImmutableList<IncidentEvent> Events)
{
    /// <summary>A reopened incident: its alarm and its service point to it again, in the same write.</summary>
    public AlarmContext? Reclaim { get; init; }
}

/// <summary>An incident that has something due.</summary>
public sealed record DueIncident(IncidentNumber Number, Instant At);

/// <summary>Where a page of history ended.</summary>
public sealed record HistoryCursor(Instant TriggeredAt, IncidentNumber Number);

/// <summary>A page of history.</summary>
/// <param name="Next">Where the next page begins; null when there is none.</param>
public sealed record HistoryPage(IReadOnlyList<Incident> Incidents, HistoryCursor? Next);
