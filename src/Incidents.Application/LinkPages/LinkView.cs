using Incidents.Application.Links;
using Incidents.Application.Notifications;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.LinkPages;

/// <summary>What the page behind a link shows.</summary>
public sealed record LinkView
{
    /// <summary>The incident as it is now, after what was just done.</summary>
    public Incident Incident => Briefing.Incident;

    /// <summary>What there is to say about it.</summary>
    public required NotificationContent Briefing { get; init; }

    /// <summary>The other incidents of the message it was sent with, as they are now; empty for the usual page.</summary>
    public IReadOnlyList<Incident> Others { get; init; } = [];

    /// <summary>The service's name for people.</summary>
    public string ServiceName => Briefing.ServiceAndAccount;

    /// <summary>The link they opened.</summary>
    public required ResponderLink Link { get; init; }

    /// <summary>Where they are, for times in their words; UTC when that is not known.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>When this was read.</summary>
    public required Instant At { get; init; }

    /// <summary>Whether the next step of the policy was just paged.</summary>
    public bool HasEscalated { get; init; }

    /// <summary>Why nothing came of what was just pressed, in words; null when the page itself shows it.</summary>
    public string? Refused { get; init; }

    /// <summary>Whether the one who has it, or had it last, is the one whose link this is.</summary>
    public bool IsTheirs => Incident.AcknowledgedBy?.AsPerson() == Link.Person;
}
