using Incidents.Application.Store;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Deployments;

/// <summary>What the store knows of the incident of a check: the process that paged for it recorded that there.</summary>
/// <param name="alarm">ARN of the alarm that opens it.</param>
internal sealed class CheckedIncident(IIncidentStore store, string alarm)
{
    private readonly AlarmMember member = new(new DedupKey(alarm), ContributorId: null);

    /// <summary>Whether a channel took its page; a page to the fallback topic instead proves the opposite.</summary>
    public async Task<bool> IsPaged(CancellationToken cancellation) => await Number(cancellation) is { } number
        && (await store.Timeline(number, cancellation)).Any(entry => entry.Event is PageSent { Channel: not Page.Fallback });

    /// <summary>Whether it is still open; false, too, when there is none.</summary>
    public async Task<bool> IsOpen(CancellationToken cancellation) =>
        await Number(cancellation) is { } number && await store.Load(number, member: null, cancellation) is { Incident.IsOpen: true };

    private async Task<IncidentNumber?> Number(CancellationToken cancellation)
    {
        var known = await store.LoadAlarm(new AlarmQuery(member, [], Incidents.Domain.Services.CatchAll.Id), cancellation);
        return known.Own?.Open ?? known.Own?.Last;
    }
}
