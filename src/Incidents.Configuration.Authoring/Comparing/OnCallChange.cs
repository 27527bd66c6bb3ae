using Incidents.Domain;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Configuration.Authoring.Comparing;

/// <summary>A time in which different people would be on call in a schedule that both configurations have.</summary>
/// <param name="Schedule">Its id.</param>
/// <param name="Name">Its name in the new configuration.</param>
/// <param name="Zone">Its time zone in the new configuration.</param>
/// <param name="Stretches">In order; never empty.</param>
public sealed record OnCallChange(ScheduleId Schedule, string Name, DateTimeZone Zone, IReadOnlyList<Difference<PersonSet>> Stretches)
{
    internal static IEnumerable<OnCallChange> Find(CalendarWindow before, CalendarWindow after) =>
        from schedule in after.Settings.Schedules.Values
        let id = schedule.Definition.Id
        where before.Settings.Schedules.ContainsKey(id)
        let stretches = Difference.Between(
            after.From, after.To, before.Cuts(id).Concat(after.Cuts(id)), at => before.WhoIsOnCall(id, at), at => after.WhoIsOnCall(id, at))
        where stretches.Count > 0
        select new OnCallChange(id, schedule.Definition.Name, schedule.Definition.TimeZone, stretches);
}
