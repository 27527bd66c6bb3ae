using Incidents.Application.Notifications;
using Incidents.Application.Runbooks;
using Incidents.Application.Store;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Postmortems;

/// <summary>Writes the draft from what the incident's own events tell, and keeps it.</summary>
public sealed class DraftPostmortem(IIncidentStore store, RunbookLibrary runbooks)
{
    internal async Task Handle(IncidentRecord record, IReadOnlyList<MemberAlarm> members, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var timeline = await store.Timeline(record.Incident.Number, cancellation);
        var attached = record.Detail.Runbooks.Select(runbooks.Find).OfType<Runbook>().ToList();
        var facts = PostmortemFacts.Of(record.Incident, timeline, members, record.Detail.Alarm, attached, settings);
        await store.SavePostmortem(record.Incident.Number, PostmortemDraft.Write(facts), cancellation);
    }
}
