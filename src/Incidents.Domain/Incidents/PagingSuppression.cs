using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>Why an unacknowledged incident does not page at the moment.</summary>
/// <param name="Until">What still fires then pages then.</param>
/// <param name="Why">For the reader of the story.</param>
public sealed record PagingSuppression(Instant Until, SuppressionKind Kind, string Why)
{
    /// <summary>Its time was up while all alarms were OK: it pages as soon as one fires again.</summary>
    public bool WaitsForAlarm { get; init; }

    /// <summary>No configuration could be read, so whom to page could not be looked up: the policy runs as soon as one can.</summary>
    public bool AwaitsConfiguration { get; init; }
}

/// <summary>What keeps pages back.</summary>
public enum SuppressionKind
{
    /// <summary>The service's `hold`: an alarm has to last that long before it pages.</summary>
    Hold,

    /// <summary>A maintenance window.</summary>
    Maintenance,
}
