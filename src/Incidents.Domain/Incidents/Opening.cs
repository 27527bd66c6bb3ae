using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>What is known of an incident when it opens.</summary>
public sealed record NewIncident(
    string Title,
    ServiceId Service,
    Severity Severity,
    Urgency Urgency,
    IncidentSource Source,
    Actor By,
    OpeningAlarm? Alarm,
    string Why,
    IReadOnlyList<string> Runbooks)
{
    /// <summary>What was odd about the message that opened it, for the reader of the story.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What keeps its pages back; null when they go out at once.</summary>
    public PagingSuppression? Quiet { get; init; }

    /// <summary>An incident of the same service that is open; null when none is, or that is not worth a word.</summary>
    public OpenBeside? Beside { get; init; }

    /// <summary>When support hours begin and it becomes urgent; null when its urgency does not wait for that.</summary>
    public Instant? RaiseUrgencyAt { get; init; }

    /// <summary>Which alarms of its service it collects (<see cref="Grouping"/>); null for all of them.</summary>
    public string? Group { get; init; }
}

/// <summary>Decisions that begin a story, or take it up again.</summary>
public static class Opening
{
    /// <summary>Opens an incident and asks for its first pages.</summary>
    /// <param name="plan">Null while people cannot be looked up: then the policy runs as soon as they can.</param>
    public static Decision.Accepted Trigger(IncidentNumber number, NewIncident incident, PagingPlan? plan, Instant now)
    {
        var opened = new IncidentTriggered(now, incident.Title, incident.Service, incident.Severity, incident.Urgency, incident.Source, incident.By, incident.Alarm, incident.Why, incident.Runbooks)
        {
            RaiseUrgencyAt = incident.RaiseUrgencyAt,
        };
        var decision = new DecisionBuilder(Evolution.Begin(number, opened));
        if (incident.Group is { } group)
        {
            decision.Add(new IncidentGrouped(now, group));
        }

        if (incident.Quiet is { } quiet)
        {
            decision.Add(new PagingSuppressed(now, quiet.Until, quiet.Kind, quiet.Why));
        }

        if (incident.Beside is { } beside)
        {
            decision.Add(new OpenedBeside(now, beside.Number, beside.Holder));
        }

        decision.RequestOnceKnown(plan, incident.Why, now);
        foreach (var remark in incident.Remarks)
        {
            decision.Add(new NoteAdded(now, Actor.System, remark));
        }

        var rest = decision.Accept();
        return rest with { Events = rest.Events.Insert(0, opened) };
    }

    /// <summary>Brings a resolved incident back because an alarm of it fired again.</summary>
    /// <param name="quiet">What keeps its pages back; null when they go out at once.</param>
    /// <param name="lead">What pages tell of the alarm that fired; null when that is not known.</param>
    /// <param name="alarm">The alarm that fired; null when a joined alarm did while the incident was ending: it is counted on its own, and is never too late.</param>
    /// <param name="plan">Whom to page when the policy starts over, because a person had answered it.</param>
    /// <param name="planner">Whom to page when it goes on, because none had; null starts the policy over.</param>
    public static Decision Reopen(Incident incident, OpeningAlarm? alarm, string why, PagingPlan plan, IncidentRules rules, Instant now, PagingSuppression? quiet = null, LeadingAlarm? lead = null, IPagePlanner? planner = null)
    {
        if (incident.ResolvedAt is not { } resolvedAt)
        {
            return new Decision.Ignored(Refusal.RepeatedChange);
        }

        if (alarm is not null && incident.Opener is { } opener && opener.Member == alarm.Member && !alarm.Change.Supersedes(opener.Change))
        {
            return new Decision.Ignored(alarm.Change == opener.Change ? Refusal.RepeatedChange : Refusal.StaleChange);
        }

        var unreadable = incident.Source == IncidentSource.Unreadable;
        if (alarm is not null && now - resolvedAt > (unreadable ? IncidentRules.UnreadablePageEvery : rules.ReopenWithin))
        {
            return new Decision.Ignored(Refusal.TooLateToReopen);
        }

        if (planner is not null && alarm is not null && incident.GoesOn())
        {
            var back = new DecisionBuilder(incident).Add(new IncidentReopened(now, why, incident.Reopened + 1, alarm, Announce: quiet is null && !incident.IsPagedFor(rules, now)));
            if (lead is not null)
            {
                back.Add(new AlarmLeads(now, lead, Renames: true));
            }

            return (quiet is null ? back : back.Add(new PagingSuppressed(now, quiet.Until, quiet.Kind, quiet.Why))).GoOn(incident, why, rules, planner, now).Accept();
        }

        var stands = incident.LastPage is { } page && (unreadable
            ? now - page.At < IncidentRules.UnreadablePageEvery
            : now - page.At < UnansweredPageStands && !(incident.AcknowledgedAt >= page.At) && (alarm is null || incident.ResolveReason == ResolveReason.RecoveredByItself));
        var decision = new DecisionBuilder(incident).Add(new IncidentReopened(now, why, incident.Reopened + 1, alarm, Announce: stands));
        if (alarm is not null && incident.Source == IncidentSource.Alarm)
        {
            decision.CountReturn(incident, rules, now);
        }

        if (lead is not null)
        {
            decision.Add(new AlarmLeads(now, lead, Renames: true));
        }

        if (quiet is not null)
        {
            decision.Add(new PagingSuppressed(now, quiet.Until, quiet.Kind, quiet.Why));
        }

        return decision.Request(stands ? plan with { Targets = [.. unreadable ? [] : plan.Targets.Where(t => t is { Late: false } && t.After > Duration.Zero)], Remarks = [] } : plan, why, now).Accept();
    }

    /// <summary>A page that is unanswered and younger than this is not sent twice.</summary>
    internal static readonly Duration UnansweredPageStands = Duration.FromMinutes(2);
}
