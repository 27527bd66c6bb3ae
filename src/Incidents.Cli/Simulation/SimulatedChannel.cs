using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Cli.Simulation;

/// <summary>Takes every page at once and writes down what it was; it sends nothing.</summary>
internal sealed class SimulatedChannel(string kind, Action<SimulatedPage> paged, Action<SimulatedMessage> told, TimeProvider clock) : IPageChannel
{
    public static readonly IReadOnlyList<string> Kinds =
        [ChannelKind.Slack, ChannelKind.Push, ChannelKind.Sms, ChannelKind.Voice, ChannelKind.Email, ChannelKind.Webhook, Domain.Incidents.Page.Shadow];

    public string Kind => kind;

    public Task<DeliveryResult> Send(PageMessage message, CancellationToken cancellation)
    {
        foreach (var briefing in message.Also.Prepend(message.Briefing))
        {
            if (message.To.Count == 0)
            {
                paged(Page(briefing.Incident, "nobody", "nobody", DateTimeZone.Utc));
            }

            foreach (var person in message.To)
            {
                paged(Page(briefing.Incident, person.Id.Value, person.Name, person.TimeZone ?? DateTimeZone.Utc));
            }
        }

        // A shadow's card has no mentions.
        foreach (var person in kind == Domain.Incidents.Page.Shadow ? [] : message.To)
        {
            told(SimulatedMessage.To(person.Id.Value, person.Name, person.TimeZone ?? DateTimeZone.Utc, kind, clock.Now()));
        }

        return Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered());
    }

    private SimulatedPage Page(Incident incident, string person, string name, DateTimeZone zone)
    {
        var now = clock.Now();
        var step = incident.Pages.FindLast(p => p.Person == person && p.Channel == kind)?.Step ?? incident.Escalation?.Step ?? 0;
        return new SimulatedPage(
            now, incident.Number, incident.Service, incident.Title, incident.Severity, person, name, kind, step, incident.Escalation?.Round ?? 1, !OfficeHours.Contain(now, zone));
    }
}
