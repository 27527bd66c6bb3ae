using Incidents.Application.Alarms;
using Incidents.Application.Notifications;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using Incidents.Domain.Services;
using Incidents.Tests;
using NodaTime;

namespace Incidents.Application.Tests.Slack.Cards;

/// <summary>One incident of the payload files, at the moments of its life.</summary>
internal static class Briefings
{
    public static readonly Instant TriggeredAt = Instant.FromUtc(2026, 9, 14, 11, 18, 52);
    public static readonly Actor Ana = new("ana", "Ana Ruiz", Via.Slack);

    private static readonly PagedPerson AnaOnCall = new(
        new PersonId("ana"), "Ana Ruiz", "U012ABCDEF", DateTimeZoneProviders.Tzdb["Europe/Berlin"], Instant.FromUtc(2026, 9, 15, 1, 19));

    public static Alarm AlarmOf(string file) => Assert.IsType<ParsedMessage.Alarm>(
        AlarmParser.Parse(new AlarmMessage(Payload.Text(file), null, "m-1", null, TriggeredAt))).Value;

    public static NotificationContent Triggered(string file = "cloudwatch/metric-alarm.json") => Triggered(AlarmOf(file));

    public static NotificationContent Triggered(Alarm alarm) => new()
    {
        Incident = new Incident
        {
            Number = new IncidentNumber(142),
            Severity = Severity.Sev1,
            Urgency = Urgency.High,
            Service = new ServiceId("checkout"),
            Title = alarm.Name,
            Source = IncidentSource.Alarm,
            Opener = new OpeningAlarm(alarm.Member, alarm.Change),
            TriggeredAt = TriggeredAt,
        },
        Alarm = alarm,
        ServiceName = "checkout",
        Team = new TeamChannel(ChannelKind.Slack, "payments"),
        Paged = [AnaOnCall],
        Runbooks =
        [
            new RunbookHint("ecs-cpu", "ECS CPU high", ["Look at the deployments of the last hour.", "Scale out."]),
            new RunbookHint("alb-5xx", "ALB 5xx", []),
        ],
    };

    public static NotificationContent Declared() => Triggered() with
    {
        Alarm = null,
        Runbooks = [],
        Incident = Triggered().Incident with { Source = IncidentSource.Declared, Title = "checkout is down", Opener = null },
    };

    public static NotificationContent With(this NotificationContent briefing, Func<Incident, Incident> change) =>
        briefing with { Incident = change(briefing.Incident) };

    public static NotificationContent Acknowledged(this NotificationContent briefing) => briefing.With(incident => incident with
    {
        Status = IncidentStatus.Acknowledged,
        AcknowledgedAt = TriggeredAt + Duration.FromMinutes(4),
        AcknowledgedBy = Ana,
    });

    public static NotificationContent Recovered(this NotificationContent briefing) => briefing.With(incident => incident with
    {
        Opener = incident.Opener! with { IsFiring = false },
        RecoveredAt = TriggeredAt + Duration.FromMinutes(14),
        ResolveAt = TriggeredAt + Duration.FromMinutes(44),
    });

    public static NotificationContent Resolved(this NotificationContent briefing) => briefing.With(incident => incident with
    {
        Status = IncidentStatus.Resolved,
        ResolvedAt = TriggeredAt + Duration.FromMinutes(44),
        ResolveReason = ResolveReason.RecoveredByItself,
    });
}
