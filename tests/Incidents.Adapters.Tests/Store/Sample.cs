using Incidents.Application.Alarms;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Configuration;
using Incidents.Domain.Escalation;
using Incidents.Domain.Incidents;
using Incidents.Domain.Paging;
using Incidents.Domain.Services;
using Incidents.Tests;
using NodaTime;

namespace Incidents.Adapters.Tests.Store;

/// <summary>Incidents made by the real decisions, of alarms that look like real ones.</summary>
internal static class Sample
{
    public static Instant Start { get; } = Instant.FromUtc(2026, 11, 21, 3, 12, 7).PlusTicks(1_234_567);

    public static Actor Ada { get; } = new("ada", "Ada Lovelace", Via.Slack);

    /// <summary>Nobody else is there to be asked.</summary>
    public static IPagePlanner Planner { get; } = new PagePlanner(new OnCallConfiguration { Version = "0", CatchAll = new CatchAll(new Service { Id = CatchAll.Id, Name = "Catch-all" }, []) }, policy: null, Start);

    public static PagingPlan Plan { get; } = new([new PageTarget(new PersonId("ada"), "Ada Lovelace", "slack", 1)], [])
    {
        Position = new EscalationPosition(1, 1),
        Timeout = Duration.FromMinutes(5),
    };

    public static EscalationPolicy Policy { get; } = new(
        new PolicyId("standard"),
        "Standard",
        [
            new EscalationStep([new EscalationTarget.OnCall(new ScheduleId("primary"))], Duration.FromMinutes(5)),
            new EscalationStep([new EscalationTarget.OnCall(new ScheduleId("secondary")), new EscalationTarget.Everyone(new TeamId("payments"))], Duration.FromMinutes(10)),
        ],
        Repeat: 2);

    public static AlarmMember Member(string name = "checkout-5xx", string? contributor = null) =>
        new(new DedupKey($"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:{name}"), contributor);

    public static AlarmChange Firing(Instant? at = null) => new(AlarmState.Alarm, at ?? Start);

    public static AlarmChange Calm(Instant? at = null) => new(AlarmState.Ok, at ?? Start + Duration.FromMinutes(4));

    public static AlarmQuery Query(AlarmMember member, string service = "checkout", params DedupKey[] children) => new(member, children, new ServiceId(service));

    public static IncidentOpening Opening(
        IncidentNumber number,
        AlarmContext known,
        AlarmMember? member = null,
        string service = "checkout",
        Instant? at = null,
        IncidentSource source = IncidentSource.Alarm,
        string? text = null)
    {
        var now = at ?? Start;
        var alarm = source == IncidentSource.Declared ? null : new OpeningAlarm(member ?? Member(), Firing(now));
        var facts = new NewIncident(
            alarm?.Member.Key.Value.Split(":alarm:")[^1] ?? "checkout is down",
            new ServiceId(service),
            Severity.Sev1,
            Urgency.High,
            source,
            source == IncidentSource.Declared ? Ada : Actor.System,
            alarm,
            "Threshold Crossed: 3 out of the last 3 datapoints [12.4 (21/11/26 03:11:00), 11.9 (21/11/26 03:10:00), 9.7 (21/11/26 03:09:00)] were greater than the threshold (5.0).",
            ["alb-5xx"]);
        var opened = Domain.Incidents.Opening.Trigger(number, facts, Plan, now);
        var detail = new IncidentDetail
        {
            Message = alarm is null ? null : new AlarmMessage(text ?? Payload.Text("cloudwatch/metric-alarm.json"), "ALARM: \"checkout-5xx\" in EU (Ireland)", "95df01b4-ee98-5cb9-9903-4c221d41eb5e", "arn:aws:sns:eu-west-1:123456789012:incidents-alarms", now),
            Runbooks = ["alb-5xx"],
            Policy = Policy,
            Configuration = "2026-11-20T09:14:03Z-3f8a",
            Trace = "5759e988bd862e3fe1be46a994272793",
        };
        return new IncidentOpening(opened.State with { Version = 1 }, opened.Events, detail, known);
    }

    /// <summary>What the use cases do with an accepted decision.</summary>
    public static IncidentCommit Commit(Incident before, Decision decision)
    {
        var accepted = Assert.IsType<Decision.Accepted>(decision);
        return new IncidentCommit(before, accepted.State with { Version = before.Version + 1 }, accepted.Events);
    }

    public static IncidentCommit Note(Incident before, string text = "looking", Instant? at = null) =>
        Commit(before, Responding.AddNote(before, Ada, text, IncidentRules.Default, at ?? Start + Duration.FromSeconds(before.Version)));

    public static MemberAlarm Joining(string name, Instant at, Severity severity = Severity.Sev2) => new()
    {
        Member = Member(name),
        Name = name,
        Severity = severity,
        JoinedAt = at,
        Reason = "Threshold Crossed: 1 out of the last 1 datapoints [83.1 (21/11/26 03:11:00)] was greater than the threshold (80.0) (minimum 1 datapoint for OK -> ALARM transition).",
        Metric = "CPUUtilization 83.1% > 80%",
        Why = "CPUUtilization (AWS/ECS, Average over 1 min; ServiceName=workers, ClusterName=prod) is 83.1%, above the threshold of 80%.",
        Runbook = "ecs-cpu",
        RunbookPage = "https://wiki.example.com/runbooks/workers",
        Changes = [Firing(at)],
    };
}
