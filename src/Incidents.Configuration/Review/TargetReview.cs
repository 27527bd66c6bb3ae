using Incidents.Configuration.Sections;
using Incidents.Configuration.Yaml;
using Incidents.Domain.Configuration;
using Incidents.Domain.Escalation;
using Incidents.Domain.People;

namespace Incidents.Configuration.Review;

/// <summary>Steps that page a person who has left.</summary>
internal static class TargetReview
{
    public static void Warn(OnCallConfiguration configuration, ConfigurationSections sections)
    {
        foreach (var (id, policy) in configuration.Policies)
        {
            Warn(configuration, policy.Steps, sections.Policies[id.Value]);
        }

        Warn(configuration, configuration.CatchAll.Steps, sections.CatchAll!);
        foreach (var (id, team) in configuration.Teams)
        {
            foreach (var person in team.Members.Select(member => configuration.People[member]).Where(member => !member.IsActive))
            {
                sections.Teams[id.Value].WarnAtKey($"{person.Name} is not active and still a member of {id.Value.Quoted()}. Take them out.");
            }
        }
    }

    private static void Warn(OnCallConfiguration configuration, IReadOnlyList<EscalationStep> steps, YamlValue value)
    {
        foreach (var target in steps.SelectMany(step => step.Targets).OfType<EscalationTarget.One>())
        {
            if (configuration.People[target.Person] is { IsActive: false } person)
            {
                value.WarnAtKey($"{person.Name} is not active and still paged by {value.Name.Quoted()}. Name somebody else.");
            }
        }
    }
}
