using Incidents.Domain.Escalation;
using Incidents.Domain.OnCall;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Domain.Configuration;

/// <summary>Who is behind what a policy names.</summary>
public static class EscalationTargets
{
    /// <summary>The people of a target at that moment; none for what has gone from the configuration.</summary>
    public static IEnumerable<PersonId> Behind(this OnCallConfiguration settings, EscalationTarget target, Instant now) => target switch
    {
        EscalationTarget.OnCall onCall when settings.Schedules.TryGetValue(onCall.Schedule, out var schedule) => schedule.Calendar.WhoIsOnCall(now),
        EscalationTarget.Everyone everyone when settings.Teams.TryGetValue(everyone.Team, out var team) => team.Members,
        EscalationTarget.One one => [one.Person],
        _ => [],
    };
}
