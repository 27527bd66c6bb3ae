using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>Answers who is to be paged at this moment. People are looked up when a step fires, never before.</summary>
/// <remarks>Pure for one moment and one configuration: the same question has the same answer.</remarks>
public interface IPagePlanner
{
    /// <summary>The first step of the policy.</summary>
    PagingPlan Start(Incident incident);

    /// <summary>The step after the one that fired last; after the last step the catch-all, and after that the catch-all again.</summary>
    PagingPlan Next(Incident incident);

    /// <summary>The people of the step that fired last, as they are now; the policy stays where it is and its clock runs on.</summary>
    PagingPlan Again(Incident incident);

    /// <summary>One person. When they do not answer either, the policy goes on where it was.</summary>
    PagingPlan Person(PersonId person, Incident incident);

    /// <summary>How long a step of the policy waits for an answer; null when that is not known.</summary>
    Duration? TimeoutOf(EscalationPosition? position) => null;

    /// <summary>Whether the person is on call now in any schedule of the policy.</summary>
    bool IsOnCall(PersonId person);

    /// <summary>Another way to reach the person of a page; null when there is none left.</summary>
    /// <param name="tried">Channels that have been tried, or are being tried.</param>
    PageTarget? Another(Page page, IReadOnlyCollection<string> tried);

    /// <summary>How long after a page was sent its channel repeats it if it is not answered; null for a channel that does not.</summary>
    Duration? RepeatsAfter(string channel) => null;

    /// <summary>When the person may be reached over the channel, because it is their quiet hours now; null means at once, as always at high urgency.</summary>
    Instant? WaitsUntil(PersonId person, string channel, Urgency urgency);

    /// <summary>When a page that falls due now leaves together with those of other incidents; null means at once.</summary>
    Instant? LeavesAt(PersonId person, string channel, Incident incident) => null;
}
