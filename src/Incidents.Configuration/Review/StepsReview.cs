using System.Globalization;
using Incidents.Configuration.Sections;
using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Escalation;
using NodaTime;

namespace Incidents.Configuration.Review;

/// <summary>Steps that at some time in the next 90 days page exactly the people whom the step before has paged, so that an unanswered page reaches no other person.</summary>
internal static class StepsReview
{
    /// <summary>One problem for each such step, at the step.</summary>
    public static IReadOnlyList<ConfigurationProblem> Find(OnCallConfiguration configuration, ConfigurationSections sections, Instant now) =>
    [
        .. from policy in configuration.Policies.Values
           from index in Enumerable.Range(1, Math.Max(0, policy.Steps.Count - 1))
           let same = Same(configuration, policy.Steps[index - 1], policy.Steps[index], new Interval(now, now + Staffing.Ahead)).ToList()
           where same.Count > 0
           select new ConfigurationProblem(sections.Policies[policy.Id.Value].Follow($"steps[{index}]").Place, Said(configuration, policy, index, same)),
    ];

    private static string Said(OnCallConfiguration configuration, EscalationPolicy policy, int index, List<(Interval When, IReadOnlyList<PersonId> People)> same)
    {
        var (when, people) = same[0];
        var more = same.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", and {same.Count - 1} more {(same.Count == 2 ? "time" : "times")} in the next {Staffing.Ahead.Days} days");
        return $"step {index + 1} of {policy.Name.Quoted()} pages the same people as step {index} ({string.Join(", ", people.Select(person => configuration.NameOf(person)))}) {GapReview.Show(when.Start, when.End)}{more}: a page they do not answer reaches no other person. Name other people in one of the two steps, or shift the turns of one schedule.";
    }

    /// <summary>When both page the same people, in order.</summary>
    private static IEnumerable<(Interval When, IReadOnlyList<PersonId> People)> Same(OnCallConfiguration configuration, EscalationStep first, EscalationStep second, Interval window)
    {
        Func<Instant, IEnumerable<PersonId>>[][] asked = [.. new[] { first, second }.Select(step => step.Targets.Select(target => Of(configuration, target)).ToArray())];
        Instant[] cuts =
        [
            .. new[] { first, second }.SelectMany(step => step.Targets).OfType<EscalationTarget.OnCall>().Select(target => target.Schedule).Distinct()
                .SelectMany(id => configuration.Schedules[id].Calendar.Segments(window.Start, window.End)).Select(segment => segment.From)
                .Append(window.Start).Distinct().Order(),
        ];
        (Interval When, IReadOnlyList<PersonId> People)? open = null;
        foreach (var (index, at) in cuts.Index())
        {
            var end = index + 1 < cuts.Length ? cuts[index + 1] : window.End;
            var people = Active(configuration, asked[0], at);
            var isSame = people.Count > 0 && people.SequenceEqual(Active(configuration, asked[1], at));
            if (open is { } running && (!isSame || !running.People.SequenceEqual(people)))
            {
                yield return running;
                open = null;
            }

            open = !isSame ? null : open is { } going ? (new Interval(going.When.Start, end), people) : (new Interval(at, end), people);
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    private static List<PersonId> Active(OnCallConfiguration configuration, IEnumerable<Func<Instant, IEnumerable<PersonId>>> targets, Instant at) =>
        [.. targets.SelectMany(target => target(at)).Where(id => configuration.People[id].IsActive).Distinct().Order()];

    private static Func<Instant, IEnumerable<PersonId>> Of(OnCallConfiguration configuration, EscalationTarget target) => target switch
    {
        EscalationTarget.One one => _ => [one.Person],
        EscalationTarget.Everyone everyone => _ => configuration.Teams[everyone.Team].Members,
        EscalationTarget.OnCall onCall => at => configuration.Schedules[onCall.Schedule].Calendar.WhoIsOnCall(at),
        _ => _ => [],
    };
}
