using Incidents.Application.Notifications;
using Incidents.Application.Postmortems;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Paging;

/// <summary>What follows a resolve: a last look at the alarms, the postmortem draft, and letting go of what pointed here.</summary>
/// <remarks>May be run again from the start at any time: each part overwrites or repeats what it did before.</remarks>
public sealed class ResolutionFollowUp(IIncidentStore store, DraftPostmortem postmortem, Members joining, TimeProvider clock)
{
    internal async Task<FollowUpResult> Run(IncidentRecord record, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var incident = record.Incident;
        var members = await store.Members(incident.Number, cancellation);
        var count = MemberAlarm.Count(members, except: incident.Opener?.Member, joining.Opener(record, members, settings));
        if (FiredMeanwhile(incident, members, count))
        {
            return new FollowUpResult([], count);
        }

        var done = new List<IncidentEvent>();
        if (settings.Drafts(incident))
        {
            await postmortem.Handle(record, members, settings, cancellation);
            done.Add(new PostmortemDrafted(clock.Now()));
        }

        await store.Release(incident, members, cancellation);
        done.Add(new FollowUpCompleted(clock.Now()));
        return new FollowUpResult(done, FiredMeanwhile: null);
    }

    /// <summary>
    /// Whether an alarm stands there that the count before the resolve did not have: one that joined after it, by the clock or by the number, or one
    /// that fired again. What was counted has ended with the incident, also where it is worse than a person has said the incident is.
    /// </summary>
    private static bool FiredMeanwhile(Incident incident, IReadOnlyList<MemberAlarm> members, JoinedCount count)
    {
        var joined = members.Where(m => m.Member != incident.Opener?.Member).OrderByDescending(m => m.JoinedAt).ToList();
        return count.Firing > incident.Joined.Firing
            || joined.Take(count.Total - incident.Joined.Total).Any(m => m.IsFiring)
            || joined.Exists(m => m.IsFiring && (incident.Joined.CountedAt is not { } counted || m.JoinedAt > counted));
    }
}

/// <param name="FiredMeanwhile">Alarms that joined while the incident was being resolved and are not counted yet: it is not over.</param>
internal sealed record FollowUpResult(IReadOnlyList<IncidentEvent> Events, JoinedCount? FiredMeanwhile)
{
    public static FollowUpResult Nothing { get; } = new([], null);
}
