namespace Incidents.Domain.Incidents;

/// <summary>Decisions of a process that sends no pages itself: theirs fall due at once, and the next tick sends them.</summary>
public static class Unclaimed
{
    /// <summary>The same decision, in which the pages that its committer would send now are pending, and due.</summary>
    /// <remarks>News and the closing need nothing of this: their claims run out within seconds, before they can have been sent twice.</remarks>
    /// <param name="before">What was decided on; null for an incident that opens.</param>
    public static Decision.Accepted Of(Incident? before, IncidentNumber number, Decision.Accepted decision)
    {
        if (!decision.Events.Exists(IsClaim))
        {
            return decision;
        }

        var events = decision.Events.ConvertAll(happened => IsClaim(happened) && happened is PageRequested page ? page with { IsPending = true, Deadline = page.At } : happened);
        return new Decision.Accepted(events, before is null ? Evolution.Fold(number, events) : events.Aggregate(before, Evolution.Apply));
    }

    private static bool IsClaim(IncidentEvent happened) => happened is PageRequested { IsPending: false };
}
