using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Escalation;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Application.Store;

/// <summary>Whose clock a local time goes by: that of the schedule which has to do with it.</summary>
public static class Clocks
{
    /// <summary>The zone of a schedule; UTC when there is no such schedule.</summary>
    public static DateTimeZone ZoneOfSchedule(this OnCallConfiguration configuration, ScheduleId schedule) =>
        configuration.Schedules.GetValueOrDefault(schedule)?.Definition.TimeZone ?? DateTimeZone.Utc;

    /// <summary>The zone of the first schedule that the service's policy pages; the first schedule's where it pages none.</summary>
    public static DateTimeZone ZoneOf(this OnCallConfiguration configuration, Service service) => (configuration.PolicyOf(service)?.Steps ?? [])
        .SelectMany(step => step.Targets)
        .OfType<EscalationTarget.OnCall>()
        .Select(target => configuration.Schedules.GetValueOrDefault(target.Schedule)?.Definition.TimeZone)
        .FirstOrDefault(zone => zone is not null) ?? configuration.UsualZone();

    /// <summary>The zone of the first of these services that exists; the first schedule's where none does.</summary>
    public static DateTimeZone ZoneOf(this OnCallConfiguration configuration, IEnumerable<ServiceId> services) =>
        services.Select(configuration.Find).FirstOrDefault(service => service is not null) is { } known ? configuration.ZoneOf(known) : configuration.UsualZone();

    /// <summary>The time zone of a person; where none is configured, the zone of the first schedule they take turns in.</summary>
    public static DateTimeZone ZoneOf(this OnCallConfiguration configuration, PersonId person) =>
        configuration.People.GetValueOrDefault(person)?.TimeZone
        ?? configuration.Schedules.Values.FirstOrDefault(schedule => schedule.Definition.Layers.Any(layer => layer.Participants.Any(place => place.People.Contains(person))))?.Definition.TimeZone
        ?? configuration.UsualZone();

    /// <summary>The first schedule's; UTC where there is none.</summary>
    public static DateTimeZone UsualZone(this OnCallConfiguration configuration) =>
        configuration.Schedules.Values.FirstOrDefault()?.Definition.TimeZone ?? DateTimeZone.Utc;
}
