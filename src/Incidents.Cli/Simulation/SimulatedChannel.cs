using Incidents.Application.Notifications;
using Incidents.Application.Slack.Cards;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Domain.Paging;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Cli.Simulation;

/// <summary>Takes everything at once and writes down whom it reached; it sends nothing.</summary>
internal sealed class SimulatedChannel(string kind, Action<SimulatedPage> paged, Action<SimulatedMessage> told, TimeProvider clock) : INotificationChannel
{
    public string Kind => kind;

    public Task<DeliveryResult> Send(Notification content, MessageRef? replaces, CancellationToken cancellation)
    {
        switch (content)
        {
            case PageMessage message:
                Take(message);
                break;
            case Notification.Update update:
                foreach (var person in update.Incidents.Select(i => FollowUp.Mentioned(i.Briefing, i.Kind)).OfType<PagedPerson>().DistinctBy(p => p.Id).Where(p => p.SlackId is not null))
                {
                    told(SimulatedMessage.To(person.Id, person.Name, person.Zone, kind, clock.Now()));
                }

                break;
        }

        return Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered());
    }

    private void Take(PageMessage message)
    {
        var shown = message.Briefing.IsShadow ? Domain.Incidents.Page.Shadow : kind;
        foreach (var briefing in message.Also.Prepend(message.Briefing))
        {
            if (message.To.Count == 0)
            {
                paged(Page(briefing.Incident, PagePlanner.Nobody, "nobody", DateTimeZone.Utc, shown));
            }

            foreach (var person in message.To)
            {
                paged(Page(briefing.Incident, person.Id, person.Name, person.TimeZone ?? DateTimeZone.Utc, shown));
            }
        }

        // A shadow's card has no mentions.
        foreach (var person in shown == Domain.Incidents.Page.Shadow ? [] : message.To)
        {
            told(SimulatedMessage.To(person.Id, person.Name, person.TimeZone ?? DateTimeZone.Utc, shown, clock.Now()));
        }
    }

    private SimulatedPage Page(Incident incident, PersonId person, string name, DateTimeZone zone, string shown)
    {
        var now = clock.Now();
        var step = incident.Pages.FindLast(p => p.Person == person && p.Channel == shown)?.Step ?? incident.Escalation?.Step ?? 0;
        return new SimulatedPage(
            now, incident.Number, incident.Service, incident.Title, incident.Severity, person, name, shown, step, incident.Escalation?.Round ?? 1, !OfficeHours.Contain(now, zone));
    }
}
