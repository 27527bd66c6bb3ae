using Incidents.Domain;
using Incidents.Domain.Escalation;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Configuration.Authoring.Comparing;

/// <summary>A time in which a step of services that both configurations have would page different people.</summary>
/// <param name="Services">Ids of those it is the same for, in the order of the files.</param>
/// <param name="Step">The first is 1.</param>
/// <param name="Zone">Of the schedule the step asks first; UTC where it asks none.</param>
/// <param name="Stretches">In order; never empty. A side is null where the policy has no such step.</param>
public sealed record PagingChange(IReadOnlyList<ServiceId> Services, int Step, DateTimeZone Zone, IReadOnlyList<Difference<Paged?>> Stretches)
{
    internal static IEnumerable<PagingChange> Find(CalendarWindow before, CalendarWindow after)
    {
        // Services with the same policies on both sides are paged alike: they are compared once.
        var alike =
            from service in after.Settings.Services.Values.Append(after.Settings.CatchAll.Service)
            let earlier = before.Settings.Find(service.Id)
            where earlier is not null
            group service.Id by (earlier.Policy, service.Policy);
        return alike.SelectMany(services => Find(
            [.. services], new EscalationTimeline(before, PolicyOf(before, services.Key.Item1)), new EscalationTimeline(after, PolicyOf(after, services.Key.Item2)), before, after));
    }

    private static IEnumerable<PagingChange> Find(IReadOnlyList<ServiceId> services, EscalationTimeline old, EscalationTimeline next, CalendarWindow before, CalendarWindow after)
    {
        Instant[] cuts = [.. old.Cuts, .. next.Cuts];
        return
            from step in Enumerable.Range(1, Math.Max(old.Rungs, next.Rungs))
            let stretches = Difference.Between(after.From, after.To, cuts, at => old.At(step, at), at => next.At(step, at))
            where stretches.Count > 0
            select new PagingChange(services, step, ZoneOf(after, next, step) ?? ZoneOf(before, old, step) ?? DateTimeZone.Utc, stretches);
    }

    private static EscalationPolicy? PolicyOf(CalendarWindow window, PolicyId? id) => id is { } one ? window.Settings.Policies.GetValueOrDefault(one) : null;

    private static DateTimeZone? ZoneOf(CalendarWindow window, EscalationTimeline ladder, int step) =>
        ladder.ScheduleOf(step) is { } id && window.Settings.Schedules.TryGetValue(id, out var schedule) ? schedule.Definition.TimeZone : null;
}
