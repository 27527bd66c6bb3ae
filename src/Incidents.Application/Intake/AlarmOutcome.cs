using Incidents.Application.Notifications;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Intake;

/// <summary>What came of one message on the alarm topic.</summary>
/// <param name="Incident">The incident it belongs to; null when it belongs to none.</param>
/// <param name="Reason">In words: why it was ignored, or what it did.</param>
public sealed record AlarmOutcome(AlarmDecision Decision, IncidentRecord? Incident, string Reason)
{
    /// <summary>The rule by which the message was ignored; null when it was not, or when no rule of an incident was asked.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>An alarm whose change an incident refused.</summary>
    public static AlarmOutcome Ignored(IncidentRecord? incident, Refusal refusal) => new(AlarmDecision.Ignored, incident, refusal.InWords()) { Refusal = refusal };
}

/// <summary>What one message on the alarm topic did.</summary>
public enum AlarmDecision
{
    /// <summary>An incident opened, or came back.</summary>
    Triggered,

    /// <summary>The alarm joined an incident that was open, or fired again in it.</summary>
    Joined,

    /// <summary>The alarm is OK again.</summary>
    Recovered,

    /// <summary>Nothing changed but perhaps a line in a timeline.</summary>
    Ignored,

    /// <summary>Its topic or account is not allowed. Only a count is kept.</summary>
    Refused,
}
