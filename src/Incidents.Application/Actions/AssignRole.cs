using Incidents.Application.Configuration;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Actions;

/// <summary>Assigns the commander, who leads the response, or the scribe, who writes down what happens.</summary>
public sealed class AssignRole(IncidentChanges changes, IOnCallConfigurationProvider configuration)
{
    /// <param name="person">Id of a person.</param>
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<AddressResult> Handle(IncidentNumber number, Actor by, ResponseRole role, PersonId person, CancellationToken cancellation)
    {
        if (await configuration.CurrentOrNone(cancellation) is not { } settings)
        {
            return new AddressResult.Done(await changes.Apply(
                number, (record, now) => Directing.AssignRole(record.Incident, by, role, person, person.Value, IncidentRules.Default, now).Remarked(settings: null, by, now), cancellation));
        }

        return settings.FindPerson(person) is { IsActive: true } known
            ? new AddressResult.Done(await changes.Apply(number, (record, now) => Directing.AssignRole(record.Incident, by, role, person, known.Name, settings.RulesOf(record), now), cancellation))
            : AddressResult.Unknown.Among(settings, person.Value, withPolicies: false);
    }
}
