using Incidents.Configuration.Sections;
using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Escalation;
using Incidents.Domain.Paging;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Configuration.Review;

/// <summary>Rules that cannot take effect: for a channel the person cannot be reached by, or later than the step waits.</summary>
internal static class NotifyReview
{
    public static void Warn(OnCallConfiguration configuration, ConfigurationSections sections)
    {
        foreach (var person in configuration.People.Values)
        {
            var beyondReach = (person.Notify.High ?? []).Concat(person.Notify.Low ?? []).Select(rule => rule.Channel).Distinct()
                .Where(kind => !configuration.Reaches(person, kind));
            foreach (var kind in beyondReach)
            {
                sections.People[person.Id.Value].Follow("notify").Warn(
                    $"{person.Name} has a rule for {kind} and cannot be reached by it, so it is passed over. {WakeReview.HowTo(kind)}");
            }
        }

        foreach (var (id, policy) in configuration.Policies)
        {
            Warn(configuration, policy.Steps, sections.Policies[id.Value]);
        }

        if (sections.CatchAll!.Follow("policy") is { Name: not "policy" })
        {
            Warn(configuration, configuration.CatchAll.Steps, sections.CatchAll!);
        }
    }

    private static void Warn(OnCallConfiguration configuration, IReadOnlyList<EscalationStep> steps, YamlValue value)
    {
        foreach (var late in PagedPeople.Of(configuration, steps).Where(paged => Last(configuration, paged.Person).After >= paged.Timeout).DistinctBy(paged => paged.Person.Id))
        {
            var last = Last(configuration, late.Person);
            value.WarnAtKey($"{late.Person.Name} gets a last message ({last.Channel}) after {Show(last.After)}, and a step of {value.Name.Quoted()} waits {Show(late.Timeout)} only: by then the next is paged. Make the timeout longer or the rule earlier.");
        }
    }

    private static NotificationRule Last(OnCallConfiguration configuration, Person person) => configuration.RulesFor(person, Urgency.High)[^1];

    private static string Show(Duration duration) => duration.TotalSeconds % 60 == 0 ? $"{(int)duration.TotalMinutes}m" : $"{(int)duration.TotalSeconds}s";
}
