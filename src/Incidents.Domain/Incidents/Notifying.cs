using System.Collections.Immutable;
using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>Decisions about alarms that are new to an acknowledged incident: its holder hears of them without being called.</summary>
public static class Notifying
{
    /// <summary>New alarms of the incident's own severity, Sev1 or Sev2, are told to the holder by their high rules; a new name of any severity ends a snooze.</summary>
    internal static DecisionBuilder NotifyHolder(this DecisionBuilder decision, FreshAlarms fresh, IPagePlanner planner, IncidentRules rules, Instant now)
    {
        if (decision.State is not { Status: IncidentStatus.Acknowledged, AcknowledgedBy: { } holder } || fresh.NewNames.Count == 0)
        {
            return decision;
        }

        if (decision.State.SnoozedUntil is { } snoozed)
        {
            decision.Add(new SnoozeEnded(now, $"it was pressed for other alarms than {fresh.NewNames[0].Name}", Pages: false));
            if ((holder.IsOutsider() ? snoozed : rules.ForgottenAt(decision.State.Severity, now)) is { } until)
            {
                decision.Add(new AcknowledgementExtended(now, holder, until));
            }
        }

        var alike = fresh.Alike(decision.State.Severity);
        if (alike.Count == 0)
        {
            return decision;
        }

        var news = decision.State.News;
        var waiting = news?.Waiting;
        var names = (waiting?.Names ?? []).Concat(alike.Select(m => m.Name)).Distinct().ToList();
        var gathered = new WaitingAlarms([.. names.Take(NewAlarms.MostNames)], (waiting?.Count ?? 0) + alike.Count, waiting?.Lead ?? alike[0].AsLead(), (news?.ToldAt ?? now) + NewAlarms.Together);
        return news is not null && now < gathered.TellAt && news.ToldAt >= decision.State.AcknowledgedAt
            ? decision.Add(new NewAlarmsGathered(now, gathered))
            : decision.Tell(gathered, planner, now);
    }

    /// <summary>What waited for company leaves, or the holder was not heard of and the policy goes on.</summary>
    internal static DecisionBuilder AttendNews(this DecisionBuilder decision, IPagePlanner planner, Instant now)
    {
        if (decision.State is not { Status: IncidentStatus.Acknowledged, AcknowledgedBy: { } holder, News: { } news })
        {
            return decision;
        }

        if (news.GoesOnAt <= now)
        {
            decision.DropWaiting("the policy goes on", now, only: p => p.RequestedAt == news.ToldAt)
                .Add(new AcknowledgementExpired(now, holder.AsPerson()));
            return decision.Request(planner.Next(decision.State), $"{holder.Name} was not heard of since new alarms fired", now);
        }

        return news.Waiting is { } waiting && waiting.TellAt <= now ? decision.Tell(waiting, planner, now) : decision;
    }

    /// <summary>Whether a page is about new alarms, which its person has because they hold the incident.</summary>
    public static bool IsForNews(this Incident incident, Page page) => incident.News is { } news && news.ToldAt == page.RequestedAt && incident.AcknowledgedBy?.AsPerson() == page.Person;

    /// <summary>Returns the id of the person who did it; null for what the product did, and for what says nothing of a person.</summary>
    internal static string? Doer(this IncidentEvent happened) => happened switch
    {
        ResponderJoined e => e.By.Id,
        NewAlarmsSeen e => e.By.Id,
        NoteAdded e => e.By.Id,
        IncidentMitigated e => e.By.Id,
        RoleAssigned e => e.By.Id,
        RespondersAdded e => e.By.Id,
        IncidentLinked e => e.By.Id,
        IncidentAbsorbed e => e.By.Id,
        IncidentTitled e => e.By.Id,
        SeverityChanged e => e.By.Id,
        _ => null,
    };

    private static DecisionBuilder Tell(this DecisionBuilder decision, WaitingAlarms alarms, IPagePlanner planner, Instant now)
    {
        var state = decision.State;
        var holder = state.AcknowledgedBy!.AsPerson();
        var plan = planner.Person(holder, state with { Urgency = Urgency.High });
        var theirs = plan.Targets.Where(t => t.Person == holder && t.Channel is not (Page.Call or Page.Fallback)).ToList();
        if (!theirs.Exists(IsTeamChannel))
        {
            theirs.Add(new PageTarget(holder, state.AcknowledgedBy.Name, Page.Team, state.Escalation?.Step ?? 0));
        }

        var goesOn = state.News is { IsSeen: false, GoesOnAt: { } running } ? running : now + (planner.TimeoutOf(state.Escalation?.Position) ?? plan.Timeout ?? EscalationState.UsualTimeout);
        return decision
            .Add(new HolderNotified(now, holder, alarms.Names, alarms.Count, alarms.Lead, goesOn))
            .Request(
                PagingPlan.Nobody with
                {
                    Targets =
                    [
                        .. theirs.Where(IsTeamChannel).Select(t => t with { After = Duration.Zero }),
                        .. theirs.Where(t => !IsTeamChannel(t)).Take(1).Select(t => t with { After = NewAlarms.SlackAlone }),
                    ],
                },
                "alarms new to it fired",
                now);
    }

    private static bool IsTeamChannel(PageTarget target) => Page.IsForTeam(target.Channel);
}

/// <summary>The alarms that joined since they were last counted, and which of them have a name the incident did not know.</summary>
internal sealed record FreshAlarms(ImmutableList<MemberAlarm> NewNames)
{
    public static FreshAlarms Of(JoinedCount count, Incident incident)
    {
        var known = count.Members.Take(incident.Joined.Total).Select(m => m.Name).Append(count.OpenerName ?? incident.Title).ToHashSet(StringComparer.Ordinal);
        return new FreshAlarms([.. count.Members.Skip(incident.Joined.Total).Where(m => m is { IsFiring: true, IsMessage: false } && IsNewer(m, incident.Joined.CountedAt) && !known.Contains(m.Name)).DistinctBy(m => m.Name)]);
    }

    /// <summary>What a merge moves here joined long before, and people have seen it there.</summary>
    private static bool IsNewer(MemberAlarm member, Instant? counted) => counted is not { } last || member.JoinedAt > last - JoiningTakes;

    /// <summary>An alarm may be written down as late as this after the moment it joined.</summary>
    private static readonly Duration JoiningTakes = Duration.FromSeconds(10);

    /// <summary>Those of the incident's own severity, if that is one that wakes people.</summary>
    public ImmutableList<MemberAlarm> Alike(Severity severity) => Severity.Sev2.IsWorseThan(severity) ? [] : NewNames.FindAll(m => m.Severity == severity);
}
