using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.Heartbeats;

/// <summary>What is known of one heartbeat: a job that says regularly that it still runs.</summary>
public sealed record HeartbeatLog
{
    /// <summary>When it was first looked at: a job that has never been heard counts from here.</summary>
    public required Instant Since { get; init; }

    /// <summary>The newest beat; null when there has been none.</summary>
    public Instant? LastBeat { get; init; }

    /// <summary>When the beat that is missing was due; null while none is, and again after the next one.</summary>
    public Instant? Missed { get; init; }

    /// <summary>The miss has been handed on as an alarm.</summary>
    public bool IsTold { get; init; }

    /// <summary>The incident it was handed on to; null while nothing is missing, or when it belongs to none.</summary>
    public IncidentNumber? Incident { get; init; }

    /// <summary>Why a missing beat opens no incident for a while; the time may be over.</summary>
    public HeartbeatMute? Mute { get; init; }

    /// <summary>When it counts as missed: the next beat was due and its grace is over, and no mute lasts longer.</summary>
    public Instant DueAt(Duration every, Duration grace)
    {
        var due = (LastBeat ?? Since) + every + grace;
        return Mute is { } mute ? Instant.Max(due, mute.Until) : due;
    }

    /// <summary>How it stands at an instant.</summary>
    public HeartbeatStatus StatusAt(Instant now) => this switch
    {
        { Mute: { } mute } when now < mute.Until => HeartbeatStatus.Muted,
        { Missed: not null } => HeartbeatStatus.Missed,
        { LastBeat: null } => HeartbeatStatus.Waiting,
        _ => HeartbeatStatus.Beating,
    };
}

/// <summary>A time in which a missing beat opens no incident.</summary>
/// <param name="Until">A beat that is missing then opens an incident then.</param>
public sealed record HeartbeatMute(Instant Until, string Reason, Actor By);

/// <summary>How a heartbeat stands.</summary>
public enum HeartbeatStatus
{
    /// <summary>No beat has ever come, and the time for the first is not over yet.</summary>
    Waiting,

    /// <summary>The last beat came in time.</summary>
    Beating,

    /// <summary>A beat is missing.</summary>
    Missed,

    /// <summary>A missing beat opens no incident for now.</summary>
    Muted,
}
