using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Configuration;

/// <summary>From a step of an escalation policy to the people it pages at that moment.</summary>
public static class PagePlanning
{
    private const int CatchAllStep = 0;
    private const string Slack = "slack";

    /// <summary>
    /// Whom to page for a service. A step with nobody on call gives way to the next, and the last one to the catch-all;
    /// the remarks say so. A service without a policy pages the catch-all.
    /// </summary>
    /// <param name="step">Step of the policy, from 1; 0 means the catch-all.</param>
    /// <param name="now">Who is on call is looked up at this instant, overrides included.</param>
    public static PagingPlan Plan(this OnCallConfiguration configuration, Service service, int step, Instant now)
    {
        var remarks = new List<string>();
        if (step > CatchAllStep && service.Policy is { } id)
        {
            var policy = configuration.Policies[id];
            if (configuration.FirstReached(policy.Name, policy.Steps, step, now, remarks) is { } reached)
            {
                return new PagingPlan([.. reached.People.Select(person => Target(person, reached.Step))], remarks);
            }

            remarks.Add($"No step of \"{policy.Name}\" is left with anybody to page: the catch-all is paged.");
        }

        var last = configuration.FirstReached("the catch-all", configuration.CatchAll.Steps, 1, now, remarks);
        return new PagingPlan([.. (last?.People ?? []).Select(person => Target(person, CatchAllStep))], remarks);
    }

    private static (int Step, IReadOnlyList<Person> People)? FirstReached(
        this OnCallConfiguration configuration, string policy, IReadOnlyList<EscalationStep> steps, int first, Instant now, List<string> remarks)
    {
        for (var number = first; number <= steps.Count; number++)
        {
            var people = steps[number - 1].Targets
                .SelectMany(target => configuration.Reach(target, now))
                .Distinct()
                .Select(id => configuration.People[id])
                .ToLookup(person => person.IsActive);
            remarks.AddRange(people[false].Select(person => $"{person.Name} is not active and is not paged."));
            if (people[true].Any())
            {
                return (number, [.. people[true]]);
            }

            remarks.Add($"Step {number} of \"{policy}\" has nobody to page.");
        }

        return null;
    }

    private static IEnumerable<PersonId> Reach(this OnCallConfiguration configuration, EscalationTarget target, Instant now) => target switch
    {
        EscalationTarget.OnCall onCall => configuration.Schedules[onCall.Schedule].Calendar.WhoIsOnCall(now),
        EscalationTarget.Everyone everyone => configuration.Teams[everyone.Team].Members,
        EscalationTarget.One one => [one.Person],
        _ => [],
    };

    private static PageTarget Target(Person person, int step) => new(person.Id.Value, person.Name, Slack, step);
}
