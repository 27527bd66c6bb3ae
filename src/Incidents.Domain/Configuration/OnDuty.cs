using Incidents.Domain.OnCall;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Domain.Configuration;

/// <summary>Who is on call in a schedule, until when, and who takes over.</summary>
/// <param name="People">On call now; empty in a gap.</param>
/// <param name="Until">The next hand-off; null when nothing changes within two years.</param>
/// <param name="Next">On call from then on; empty when a gap begins.</param>
public sealed record OnDuty(Schedule Schedule, IReadOnlyList<Person> People, Instant? Until, IReadOnlyList<Person> Next);

/// <summary>The answer to "who is on call?".</summary>
public static class OnDutyNow
{
    /// <summary>Every schedule, in the order of the files.</summary>
    public static IReadOnlyList<OnDuty> OnCallNow(this OnCallConfiguration configuration, Instant now)
    {
        return [.. configuration.Schedules.Values.Select(Ask)];

        OnDuty Ask(OnCallSchedule schedule)
        {
            var duty = schedule.Calendar.DutyAt(now);
            return new OnDuty(schedule.Definition, Named(duty.People), duty.Until, Named(duty.Next));
        }

        IReadOnlyList<Person> Named(PersonSet people) => [.. people.Select(id => configuration.People[id])];
    }
}
