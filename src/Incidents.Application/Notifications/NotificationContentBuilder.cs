using Incidents.Application.Alarms;
using Incidents.Application.Runbooks;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Paging;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Application.Notifications;

/// <summary>Gathers what cards, messages and pages of the console say about an incident. Asks no store.</summary>
public sealed class NotificationContentBuilder(RunbookLibrary runbooks, TimeProvider clock)
{
    /// <summary>Ids of the runbooks for an alarm, or for a service when there is no alarm, the best first.</summary>
    public IReadOnlyList<string> RunbooksFor(Service service, Alarm? alarm) =>
        [.. service.Runbooks.Concat(runbooks.For(service.Id, alarm).Select(r => r.Id)).Distinct().Take(MostRunbooks)];

    /// <summary>All there is to say.</summary>
    public NotificationContent Brief(IncidentRecord record, OnCallConfiguration settings)
    {
        var incident = record.Incident;
        var service = settings.ServiceOf(incident);
        var alarm = record.Detail.Alarm;
        var cause = incident.Lead is { } lead ? AlarmCause.Of(lead, alarm) : alarm is null ? null : AlarmCause.Of(alarm);
        var variables = RunbookVariables.From(incident.Number, incident.Service, VariablesOf(incident.Lead, alarm));
        Urgency? shadow = service.IsShadow ? incident.Urgency : null;
        var paged = incident.Pages.Select(p => p.Person).DefaultIfEmpty(incident.LastPage?.Person ?? PagePlanner.Nobody);
        return new NotificationContent
        {
            Incident = incident,
            Alarm = alarm,
            Cause = cause,
            Text = alarm is null ? TextOf(record.Detail) : null,
            ServiceName = service.Name,
            Account = settings.AccountName(cause?.Origin?.Account),
            Team = settings.TeamChannelOf(incident),
            Zone = settings.ZoneOf(service),
            IsShadow = service.IsShadow,
            Paged = People(paged, settings, shadow),
            AskedBefore = incident.LastPage is { } last && incident.Pages.Exists(p => p.State != PageState.Pending) && !incident.Pages.Exists(p => p.Person == last.Person)
                ? People([last.Person], settings).Select(p => p.Name).FirstOrDefault()
                : null,
            ToldBefore = [.. (record.Detail.Message?.Reached ?? []).Select(settings.NameOf)],
            Holder = (incident.IsOpen ? incident.Status == IncidentStatus.Acknowledged ? incident.AcknowledgedBy : null : incident.ResolvedBy) is { } by && settings.People.ContainsKey(by.AsPerson()) ? People([by.AsPerson()], settings, shadow)[0] : null,
            IsDrafted = settings.Drafts(incident),
            NextStep = incident.IsOpen ? settings.WhomEscalatingPages(record, clock.Now()) : null,
            Runbooks = [.. RunbooksOf(record).Select(runbooks.Find).OfType<Runbook>().Select(r => new RunbookHint(r.Id, r.Title, r.FirstSteps(variables)))],
        };
    }

    /// <summary>Ids of the runbooks of an incident: that of the alarm it is about first.</summary>
    public static IEnumerable<string> RunbooksOf(IncidentRecord record) =>
        record.Incident.Lead?.Runbook is { } best ? record.Detail.Runbooks.Prepend(best).Distinct() : record.Detail.Runbooks;

    /// <summary>The alarm that fills a runbook's variables: of one that joined, the message is not kept, so its dimensions are not known.</summary>
    public static Alarm? VariablesOf(LeadingAlarm? lead, Alarm? told) => lead is null || lead.Member == told?.Member
        ? told
        : new Alarm
        {
            Key = lead.Member.Key,
            Name = lead.Name,
            State = AlarmState.Alarm,
            Reason = lead.Why ?? "",
            ChangedAt = lead.Since,
            Origin = AlarmArn.OriginOf(lead.Member.Key),
        };

    /// <summary>People by id, for a mention. An id the configuration no longer has stays visible as it is.</summary>
    /// <param name="shadow">How urgently they would be paged, where they are not and must not be mentioned; null where they are.</param>
    public IReadOnlyList<PagedPerson> People(IEnumerable<PersonId> ids, OnCallConfiguration settings, Urgency? shadow = null) =>
    [
        .. ids.Distinct().Where(id => id != PagePlanner.Nobody).Select(id => settings.FindPerson(id) is { } person
            ? new PagedPerson(id, person.Name, shadow is null ? person.SlackId : null, settings.ZoneOf(person.Id), OnDutyUntil(person.Id, settings))
            {
                WouldBePagedBy = shadow is { } urgency ? ShadowWords.Channels(settings.RulesFor(person, urgency)) : "",
                AwayUntil = settings.AwayUntil(person.Id, clock.Now()),
            }
            : new PagedPerson(id, id.Value, SlackId: null, DateTimeZone.Utc, Until: null)),
    ];

    /// <summary>What a message says that is no alarm: what its sender meant for people where its form is known, else as it came.</summary>
    private static string? TextOf(IncidentDetail detail) =>
        detail.Parsed is ParsedMessage.Note { Text.Length: > 0 } note ? note.Text : detail.Message?.Text;

    private Instant? OnDutyUntil(PersonId person, OnCallConfiguration settings) => settings.Schedules.Values
        .Select(schedule => schedule.Calendar.DutyAt(clock.Now()))
        .Where(duty => duty.People.Contains(person))
        .Max(duty => duty.Until);

    private const int MostRunbooks = 5;
}
