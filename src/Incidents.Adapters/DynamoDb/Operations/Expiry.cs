using Incidents.Adapters.DynamoDb.Items;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.Operations;

/// <summary>When items of an incident may vanish, if ever.</summary>
/// <remarks>
/// The head goes first: without it no query finds the rest, and whatever can be read is whole. It gets its end when the incident is resolved and
/// loses it when the incident is open again; in between nothing moves it.
/// </remarks>
internal sealed class Expiry(FindRetention find, TimeProvider clock)
{
    /// <summary>Parts are written before it is known how long the incident stays open, so they are kept longer than the head.</summary>
    private static readonly Duration PartsStayLonger = Duration.FromDays(365);

    /// <param name="current">The head that is replaced.</param>
    public async ValueTask<Instant?> OfHead(IncidentItem current, Incident after, CancellationToken cancellation) =>
        after.IsOpen ? null
        : !current.Incident.IsOpen ? current.ExpiresAt
        : await find(cancellation) is { } kept ? (after.ResolvedAt ?? clock.Now()) + kept
        : null;

    /// <summary>The end of what is written now: an alarm that joined, a run of events, a postmortem.</summary>
    public async ValueTask<Instant?> OfPart(CancellationToken cancellation) =>
        await find(cancellation) is { } kept ? clock.Now() + kept + PartsStayLonger : null;

    /// <summary>The end of the detail, without which the head cannot be read.</summary>
    public static Instant? OfDetail(Instant? head) => head + PartsStayLonger;
}
