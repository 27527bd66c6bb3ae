using Incidents.Application.Configuration;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Actions;

/// <summary>Pages a person or a team in addition to the incident's holder.</summary>
/// <remarks>A press that is delivered again, or pressed again because no answer was seen, pages each person once.</remarks>
public sealed class PageAlso(IIncidentStore store, IncidentChanges changes, IOnCallConfigurationProvider configuration, Dispatcher dispatcher, TimeProvider clock)
{
    /// <summary>Names of the people it would page, before it pages them; null when there are none.</summary>
    public async Task<string?> Whom(IncidentRecord record, string to, CancellationToken cancellation) =>
        await configuration.CurrentOrNone(cancellation) is { } settings ? Addressee.Find(settings, to, withPolicies: false)?.Plan(record, clock.Now()).Names() : null;

    /// <param name="to">Id of a person or a team.</param>
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<AddressResult> Handle(IncidentNumber number, Actor by, string to, CancellationToken cancellation)
    {
        if (await configuration.CurrentOrNone(cancellation) is not { } settings)
        {
            return new AddressResult.Done(await changes.Apply(number, Unreadable.Refused, cancellation));
        }

        if (Addressee.Find(settings, to, withPolicies: false) is not { } found)
        {
            return AddressResult.Unknown.Among(settings, to, withPolicies: false);
        }

        var result = await changes.Apply(
            number,
            async (record, now) => await WasJustAsked(number, found.Name, now, cancellation)
                ? new Decision.Ignored(Refusal.JustAskedForHelp)
                : Directing.PageAlso(record.Incident, by, found.Name, found.Plan(record, now), settings.RulesOf(record), now),
            cancellation);
        return new AddressResult.Done(await dispatcher.Dispatch(result, cancellation));
    }

    private async Task<bool> WasJustAsked(IncidentNumber number, string name, Instant now, CancellationToken cancellation) =>
        (await store.Timeline(number, cancellation)).Any(entry => entry.Event is RespondersAdded asked && asked.To == name && now - asked.At < PressedTwice);

    private static readonly Duration PressedTwice = Duration.FromSeconds(30);
}
