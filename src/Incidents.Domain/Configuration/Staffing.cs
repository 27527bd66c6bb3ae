using Incidents.Domain.Escalation;
using Incidents.Domain.OnCall;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Domain.Configuration;

/// <summary>When pages of a service would find fewer people than it counts on, as the configuration stands.</summary>
/// <param name="Service">Its id.</param>
/// <param name="OnlyCatchAll">No step of its policy has anybody to page; empty for a service without a policy.</param>
/// <param name="Nobody">The catch-all is without people to page as well.</param>
public sealed record Staffing(ServiceId Service, IReadOnlyList<Interval> OnlyCatchAll, IReadOnlyList<Interval> Nobody)
{
    /// <summary>How far `check` looks ahead.</summary>
    public static Duration Ahead { get; } = Duration.FromDays(90);

    /// <summary>Every service, the catch-all's last. Overrides made at run time are not part of the configuration.</summary>
    public static IReadOnlyList<Staffing> Of(OnCallConfiguration configuration, Instant from, Instant to)
    {
        var search = new Search(configuration, new Interval(from, to));
        var lastResort = search.Holes(configuration.CatchAll.Steps);
        var policies = configuration.Policies.ToDictionary(policy => policy.Key, policy => search.Holes(policy.Value.Steps));
        return
        [
            .. configuration.Services.Values.Select(service => service.Policy is { } id && policies[id] is var holes
                ? new Staffing(service.Id, holes, Intersect(holes, lastResort))
                : new Staffing(service.Id, [], lastResort)),
            new Staffing(CatchAll.Id, [], lastResort),
        ];
    }

    /// <summary>All of the intervals together, in whole minutes.</summary>
    public static long Minutes(IReadOnlyList<Interval> intervals) => (long)intervals.Aggregate(Duration.Zero, (sum, interval) => sum + interval.Duration).TotalSeconds / 60;

    private static List<Interval> Intersect(List<Interval> left, List<Interval> right)
    {
        var common = new List<Interval>();
        for (int l = 0, r = 0; l < left.Count && r < right.Count;)
        {
            var (begin, end) = (Instant.Max(left[l].Start, right[r].Start), Instant.Min(left[l].End, right[r].End));
            if (begin < end)
            {
                common.Add(new Interval(begin, end));
            }

            _ = left[l].End <= right[r].End ? l++ : r++;
        }

        return common;
    }

    /// <summary>Many policies name the same few schedules; each is walked once.</summary>
    private sealed class Search(OnCallConfiguration configuration, Interval window)
    {
        private readonly Dictionary<ScheduleId, List<Interval>> schedules = [];

        /// <summary>When none of the targets of any step has a person on call.</summary>
        public List<Interval> Holes(IReadOnlyList<EscalationStep> steps)
        {
            List<Interval> holes = [window];
            foreach (var target in steps.SelectMany(step => step.Targets).TakeWhile(_ => holes.Count > 0))
            {
                holes = Intersect(holes, Holes(target));
            }

            return holes;
        }

        private List<Interval> Holes(EscalationTarget target) => target switch
        {
            EscalationTarget.One one => IsActive(one.Person) ? [] : [window],
            EscalationTarget.Everyone everyone => configuration.Teams[everyone.Team].Members.Any(IsActive) ? [] : [window],
            EscalationTarget.OnCall onCall => schedules.TryGetValue(onCall.Schedule, out var known) ? known : schedules[onCall.Schedule] = Walk(configuration.Schedules[onCall.Schedule]),
            _ => [window],
        };

        private List<Interval> Walk(OnCallSchedule schedule)
        {
            var holes = new List<Interval>();
            foreach (var segment in schedule.Calendar.Segments(window.Start, window.End).Where(segment => !segment.People.Any(IsActive)))
            {
                // Two people who have left follow one another without anybody between.
                var continues = holes.Count > 0 && holes[^1].End == segment.From;
                if (continues)
                {
                    holes[^1] = new Interval(holes[^1].Start, segment.To);
                }
                else
                {
                    holes.Add(new Interval(segment.From, segment.To));
                }
            }

            return holes;
        }

        private bool IsActive(PersonId person) => configuration.People[person].IsActive;
    }
}
