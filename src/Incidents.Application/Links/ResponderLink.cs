using System.Collections.Immutable;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Links;

/// <summary>What a link stands for: one person, one incident, a day.</summary>
/// <param name="Person">Id of the person it was sent to; what is done with it is done in their name.</param>
/// <param name="PersonName">Their name when it was sent.</param>
/// <param name="ExpiresAt">From this moment on it opens nothing.</param>
public sealed record ResponderLink(IncidentNumber Incident, PersonId Person, string PersonName, Instant ExpiresAt)
{
    /// <summary>Further incidents of the message it was sent with; empty for the usual page.</summary>
    public ImmutableList<IncidentNumber> Also { get; init; } = [];

    /// <summary>What it confirms; null for a link to an incident, which every other is.</summary>
    public TestReceipt? Receipt { get; init; }
}
