using Incidents.Application.Configuration;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Actions;

/// <summary>Reassigns an incident to a person, a team or a policy, which is paged.</summary>
public sealed class ReassignIncident(IncidentChanges changes, IOnCallConfigurationProvider configuration, Dispatcher dispatcher)
{
    /// <param name="to">Id of a person, a team or an escalation policy.</param>
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<AddressResult> Handle(IncidentNumber number, Actor by, string to, CancellationToken cancellation)
    {
        if (await configuration.CurrentOrNone(cancellation) is not { } settings)
        {
            return new AddressResult.Done(await changes.Apply(number, Unreadable.Refused, cancellation));
        }

        if (Addressee.Find(settings, to, withPolicies: true) is not { } found)
        {
            return AddressResult.Unknown.Among(settings, to, withPolicies: true);
        }

        var result = await changes.Apply(number, (record, now) => Directing.Reassign(record.Incident, by, found.Name, found.Plan(record, now), now), cancellation);
        return new AddressResult.Done(await dispatcher.Dispatch(result, cancellation));
    }
}
