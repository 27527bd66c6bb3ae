using Incidents.Application.Configuration;
using Incidents.Application.Intake;
using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Actions;

/// <summary>Two incidents are one: the first ends as a duplicate, its alarms belong to the other from here on.</summary>
/// <remarks>The order makes each half repeatable: the other takes in alarms and a line in its timeline, and only then does the first end.</remarks>
public sealed class MergeIncidents(IIncidentStore store, IncidentChanges changes, IOnCallConfigurationProvider configuration, JoinIncident join, Members joining, Dispatcher dispatcher)
{
    /// <param name="number">The one that ends.</param>
    /// <param name="into">The one that goes on.</param>
    /// <returns>What became of the one that ends.</returns>
    /// <exception cref="StoreUnavailableException">Perhaps the other has taken it in and it has not ended: say it again.</exception>
    public Task<ChangeResult> Handle(IncidentNumber number, IncidentNumber into, Actor by, CancellationToken cancellation) => Handle(number, into, by, clicked: null, cancellation);

    private async Task<ChangeResult> Handle(IncidentNumber number, IncidentNumber into, Actor by, MessageRef? clicked, CancellationToken cancellation)
    {
        if (number == into)
        {
            return await changes.Apply(number, (record, now) => Directing.MergeInto(record.Incident, by, into, now), cancellation);
        }

        if (await store.Load(number, member: null, cancellation) is not { } source)
        {
            return new ChangeResult.NotFound(number);
        }

        if (!source.Incident.IsOpen)
        {
            return new ChangeResult.Ignored(Refusal.AlreadyResolved, source);
        }

        var absorbed = await changes.Apply(into, (record, now) => Directing.Absorb(record.Incident, by, source.Incident, now), cancellation);
        if (absorbed is ChangeResult.NotFound or ChangeResult.Ignored { Refusal: not Refusal.AlreadyLinked })
        {
            return absorbed;
        }

        var settings = await configuration.CurrentOrNone(cancellation);
        await MoveAlarms(source, into, settings, cancellation);
        var result = await changes.Apply(
            number,
            async (record, now) => Directing.MergeInto(record.Incident, by, into, now, settings is null ? null : await join.CountMembers(record, settings, cancellation), await HasTakenIn(number, into, cancellation)).Remarked(settings, by, now),
            cancellation);
        return await dispatcher.Dispatch(result, cancellation, clicked);
    }

    /// <summary>Ends it in the incident of the same service that was open when it opened.</summary>
    /// <param name="clicked">The message that they clicked on, which is then replaced; null when they did not click on one.</param>
    /// <exception cref="StoreUnavailableException">Perhaps the other has taken it in and it has not ended: press again.</exception>
    public async Task<ChangeResult> IntoTheOneBeside(IncidentNumber number, Actor by, CancellationToken cancellation, MessageRef? clicked = null) =>
        await store.Load(number, member: null, cancellation) is not { } record ? new ChangeResult.NotFound(number)
        : record.Incident.Beside is not { } beside ? new ChangeResult.Ignored(Refusal.NothingOpen, record)
        : await Handle(number, beside.Number, by, clicked, cancellation);

    /// <summary>Asked of the older of the two, which then goes on. Read after the incident was, so that the commit fails where this has changed since.</summary>
    private async Task<bool> HasTakenIn(IncidentNumber number, IncidentNumber other, CancellationToken cancellation) =>
        number.Value < other.Value && (await store.Timeline(number, cancellation)).Any(entry => entry.Event is IncidentAbsorbed absorbed && absorbed.From == other);

    private async Task MoveAlarms(IncidentRecord source, IncidentNumber into, OnCallConfiguration? settings, CancellationToken cancellation)
    {
        var incident = source.Incident;
        var members = (await store.Members(incident.Number, cancellation)).Where(m => m.IsFiring).ToList();
        if (incident.Opener is { IsFiring: true } opener && joining.Opener(source, members, settings) is { } opening)
        {
            members.RemoveAll(m => m.Member == opener.Member);
            members.Add(opening with { Severity = incident.Severity, JoinedAt = opener.Change.At, Reason = $"merged from {incident.Number}", Changes = [opener.Change] });
        }

        foreach (var member in members)
        {
            // One that is there already knows more than we do.
            await store.SaveMember(into, member, expected: null, cancellation);
        }

        if (members.Count > 0 && settings is null)
        {
            await changes.Apply(into, (record, now) => Directing.CountLater(record.Incident, now), cancellation);
        }
        else if (members.Count > 0 && settings is not null && await store.Load(into, member: null, cancellation) is { } target)
        {
            await join.Count(target, settings, cancellation);
        }
    }
}
