using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>Decisions by which people direct a response: who else, how bad, who leads.</summary>
public static class Directing
{
    /// <summary>Pages the next step now, acknowledged or not; a second press within <see cref="PressedTwice"/> is ignored, so that it skips no step.</summary>
    public static Decision Escalate(Incident incident, Actor by, IPagePlanner planner, Instant now)
    {
        if (!incident.IsOpen)
        {
            return new Decision.Ignored(Refusal.AlreadyResolved);
        }

        if (now - incident.EscalatedAt < PressedTwice)
        {
            return new Decision.Ignored(Refusal.JustEscalated);
        }

        var decision = new DecisionBuilder(incident).DropWaiting("the next step was asked for", now).Add(new IncidentEscalated(now, by));
        var plan = incident.Escalation is null ? planner.Start(decision.State) : planner.Next(decision.State);
        return decision.RequestNow(plan, $"{by.Name} asked for the next step", now).Accept();
    }

    /// <summary>Gives the incident to another person, team or policy, who is paged.</summary>
    /// <param name="to">Name of the person, team or policy.</param>
    public static Decision Reassign(Incident incident, Actor by, string to, PagingPlan plan, Instant now) => incident switch
    {
        { IsOpen: false } => new Decision.Ignored(Refusal.AlreadyResolved),
        _ when plan.Targets.Count == 0 => new Decision.Ignored(Refusal.NobodyToPage),
        _ => new DecisionBuilder(incident)
            .DropWaiting("given to somebody else", now)
            .Add(new IncidentReassigned(now, by, to))
            .RequestNow(plan, $"{by.Name} gave it to {to}", now)
            .Accept(),
    };

    /// <summary>Pages more people; the holder keeps the incident.</summary>
    /// <param name="to">Name of the person or team.</param>
    public static Decision PageAlso(Incident incident, Actor by, string to, PagingPlan plan, IncidentRules rules, Instant now) => incident switch
    {
        { IsOpen: false } => new Decision.Ignored(Refusal.AlreadyResolved),
        _ when plan.Targets.Count == 0 => new Decision.Ignored(Refusal.NobodyToPage),
        _ => new DecisionBuilder(incident)
            .Add(new RespondersAdded(now, by, to))
            .RequestNow(plan with { Position = null, Timeout = null }, $"{by.Name} asks for help", now)
            .StillOn(by, rules, now)
            .Accept(),
    };

    /// <summary>A person finds it worse, which pages again, or less bad.</summary>
    /// <param name="grade">How urgent the new severity makes it.</param>
    /// <param name="planner">Null while people cannot be looked up: what got worse then pages as soon as they can.</param>
    public static Decision ChangeSeverity(Incident incident, Actor by, Severity to, string? why, Grade grade, IPagePlanner? planner, IncidentRules rules, Instant now)
    {
        if (!incident.IsOpen)
        {
            return new Decision.Ignored(Refusal.AlreadyResolved);
        }

        if (incident.Severity == to)
        {
            return new Decision.Ignored(Refusal.SameSeverity);
        }

        var worse = to.IsWorseThan(incident.Severity);
        var decision = new DecisionBuilder(incident).Add(new SeverityChanged(now, incident.Severity, to, grade.Urgency, by, why ?? "")
        {
            AcknowledgedUntil = rules.ForgottenAt(incident, to, now),
            RaiseUrgencyAt = grade.RaiseAt,
        }).StillOn(by, rules, now);
        return (worse ? decision.RequestOnceKnown(planner?.Start(decision.State), $"{by.Name} raised it to {to}", now) : decision).Accept();
    }

    /// <summary>Names who leads, or who writes.</summary>
    public static Decision AssignRole(Incident incident, Actor by, ResponseRole role, PersonId person, string name, IncidentRules rules, Instant now) =>
        (role == ResponseRole.Commander ? incident.Commander : incident.Scribe) == person
            ? new Decision.Ignored(Refusal.AlreadyInRole)
            : new DecisionBuilder(incident).Add(new RoleAssigned(now, by, role, person, name)).StillOn(by, rules, now).Accept();

    /// <summary>Longest title a person can give.</summary>
    public const int LongestTitle = 250;

    /// <summary>Calls it as people do; no alarm changes that any more.</summary>
    public static Decision Entitle(Incident incident, Actor by, string title, IncidentRules rules, Instant now) =>
        string.IsNullOrWhiteSpace(title) || title.Trim().Length > LongestTitle ? new Decision.Ignored(Refusal.TitleOutOfRange)
        : incident.IsTitleGiven && incident.Title == title.Trim() ? new Decision.Ignored(Refusal.SameTitle)
        : new DecisionBuilder(incident).Add(new IncidentTitled(now, by, title.Trim())).StillOn(by, rules, now).Accept();

    /// <summary>Notes that two incidents have to do with each other; each keeps its own timeline.</summary>
    public static Decision Link(Incident incident, Actor by, IncidentNumber other, Instant now) =>
        incident.Number == other ? new Decision.Ignored(Refusal.SameIncident)
        : incident.Linked.Contains(other) ? new Decision.Ignored(Refusal.AlreadyLinked)
        : new DecisionBuilder(incident).Add(new IncidentLinked(now, by, other)).Accept();

    /// <summary>Takes in another incident, which ends as a duplicate by <see cref="MergeInto"/> after this.</summary>
    public static Decision Absorb(Incident incident, Actor by, Incident other, Instant now) =>
        incident.Number == other.Number ? new Decision.Ignored(Refusal.SameIncident)
        : !incident.IsOpen ? new Decision.Ignored(Refusal.AlreadyResolved)
        : other.MergedInto == incident.Number || incident.Linked.Contains(other.Number) ? new Decision.Ignored(Refusal.AlreadyLinked)
        : new DecisionBuilder(incident).Add(new IncidentAbsorbed(now, by, other.Number, other.Title)).Accept();

    /// <summary>Ends as a duplicate of another, in which it is told from here on.</summary>
    /// <param name="count">Its joined alarms as they are now; null where none are looked at.</param>
    /// <param name="hasTakenIn">It is the older and has taken in the other itself: of two that are merged into each other at once it goes on.</param>
    public static Decision MergeInto(Incident incident, Actor by, IncidentNumber into, Instant now, JoinedCount? count = null, bool hasTakenIn = false) =>
        incident.Number == into ? new Decision.Ignored(Refusal.SameIncident)
        : hasTakenIn ? new Decision.Ignored(Refusal.AlreadyLinked)
        : !incident.IsOpen ? new Decision.Ignored(Refusal.AlreadyResolved)
        : new DecisionBuilder(incident)
            .CountLast(count, now)
            .Add(new IncidentMerged(now, by, into))
            .Add(new IncidentResolved(now, by, ResolveReason.Duplicate, incident.IsFiring, $"merged into {into}"))
            .DropWaiting("merged into another incident", now)
            .Accept();

    /// <summary>Notes that alarms came over from another incident and could not be counted: they are counted as soon as a configuration can be read.</summary>
    public static Decision CountLater(Incident incident, Instant now) => !incident.IsOpen
        ? new Decision.Ignored(Refusal.AlreadyResolved)
        : new DecisionBuilder(incident)
            .Add(new AlarmsCounted(now, incident.Joined.Total, incident.Joined.Firing, incident.Joined.LastJoinedAt, Announce: false, NextCountAt: now))
            .Accept();

    /// <summary>What kept pages back is over before its time.</summary>
    public static Decision EndQuiet(Incident incident, SuppressionKind kind, string why, IPagePlanner planner, Instant now)
    {
        if (incident is not { IsOpen: true, Quiet: { WaitsForAlarm: false } quiet } || quiet.Kind != kind)
        {
            return new Decision.Ignored(Refusal.NotHeld);
        }

        var decision = new DecisionBuilder(incident);
        return incident.RecoveredAt is null
            ? decision.Add(new SuppressionEnded(now, why)).Request(planner.Start(incident), why, now).Accept()
            : decision.WaitForAlarm(kind, why, now).Accept();
    }

    private static readonly Duration PressedTwice = Duration.FromSeconds(30);
}
