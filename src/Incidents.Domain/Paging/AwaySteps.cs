using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Domain.Paging;

/// <summary>Steps all of whose people have time off. They are paged all the same, together with the first step that has a person who is there.</summary>
internal sealed class AwaySteps(OnCallConfiguration settings, Instant now)
{
    private static readonly InstantPattern Minute = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm 'UTC'");

    private readonly List<PageTarget> targets = [];
    private readonly List<string> people = [];
    private PagingPlan? last;

    public bool IsEmpty => last is null;

    /// <summary>Keeps a step for the plan that follows.</summary>
    /// <param name="paged">The people of the step.</param>
    /// <param name="plan">The step alone.</param>
    /// <returns>False when one of them is there: the step stands by itself.</returns>
    public bool Keep(IReadOnlyList<Person> paged, PagingPlan plan)
    {
        var away = paged.Select(person => settings.AwayUntil(person.Id, now) is { } until ? $"{person.Name} has time off until {Minute.Format(until)}" : null).OfType<string>().ToList();
        if (paged.Count == 0 || away.Count < paged.Count)
        {
            return false;
        }

        targets.AddRange([.. plan.Targets.Where(target => !targets.Exists(other => other.Person == target.Person))]);
        people.AddRange(away.Except(people));
        last = plan;
        return true;
    }

    /// <summary>The kept steps and the plan as one, and why in words. Where only the catch-all is left, the policy goes on from the last step that was kept.</summary>
    /// <param name="next">Names the plan: `step 2`; null where it pages no person.</param>
    public PagingPlan Join(PagingPlan plan, string? next)
    {
        if (last is null)
        {
            return plan;
        }

        var (position, timeout) = plan.Position is { Step: > 0 } ? (plan.Position, plan.Timeout) : (last.Position, last.Timeout);
        var goesTo = next is null ? "nobody after them is left to page" : $"{next} is paged at the same time";
        return plan with
        {
            Targets = [.. targets, .. plan.Targets.Where(target => !targets.Exists(other => other.Person == target.Person))],
            Remarks = [.. plan.Remarks, $"{string.Join(", ", people)}: {goesTo}."],
            Position = position,
            Timeout = timeout,
        };
    }
}
