using System.Collections.Immutable;
using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>Alarms new to an acknowledged incident: what its holder was notified of, and what waits.</summary>
/// <param name="ToldAt">When the holder was last notified: pages asked for at that moment are about these alarms.</param>
/// <param name="Names">The first three of those they were notified of then.</param>
/// <param name="Count">How many those were.</param>
/// <param name="Lead">The one that message is about.</param>
public sealed record NewAlarms(Instant ToldAt, ImmutableList<string> Names, int Count, LeadingAlarm Lead)
{
    /// <summary>When the policy goes on, unless the holder does something; null once they have.</summary>
    public Instant? GoesOnAt { get; init; }

    /// <summary>Alarms that came since, sent in one message; null while none has.</summary>
    public WaitingAlarms? Waiting { get; init; }

    /// <summary>The holder has done something since they were notified.</summary>
    public bool IsSeen => GoesOnAt is null;

    /// <summary>Names that are said; of more, the number is.</summary>
    public const int MostNames = 3;

    /// <summary>What comes within this of a message goes into the next.</summary>
    public static Duration Together { get; } = Duration.FromMinutes(2);

    /// <summary>Slack has so long before a push or a text follows.</summary>
    public static Duration SlackAlone { get; } = Duration.FromMinutes(1);

    /// <summary>The holder has done something: nothing more is said of these.</summary>
    internal NewAlarms Seen() => this with { GoesOnAt = null, Waiting = null };
}

/// <summary>Alarms whose message waits for others.</summary>
/// <param name="TellAt">When it leaves.</param>
public sealed record WaitingAlarms(ImmutableList<string> Names, int Count, LeadingAlarm Lead, Instant TellAt);
