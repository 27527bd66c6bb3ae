using Incidents.Configuration.Sections;
using Incidents.Configuration.Yaml;
using Incidents.Domain.Configuration;
using Incidents.Domain.Escalation;

namespace Incidents.Configuration.Review;

/// <summary>Policies that can never page a person, however the rotations turn.</summary>
internal static class NobodyReview
{
    public static void Warn(OnCallConfiguration configuration, ConfigurationSections sections)
    {
        foreach (var (id, policy) in configuration.Policies.Where(policy => Reaches(configuration, policy.Value.Steps) is false))
        {
            sections.Policies[id.Value].WarnAtKey($"{policy.Name.Quoted()} never reaches a person, so only the catch-all is paged. Name somebody who is active in its steps.");
        }
    }

    /// <summary>A catch-all that never reaches a person; it pages where nothing else does, so that this is no warning.</summary>
    public static IReadOnlyList<ConfigurationProblem> Find(OnCallConfiguration configuration, ConfigurationSections sections) =>
        Reaches(configuration, configuration.CatchAll.Steps) ? []
        : [new ConfigurationProblem(sections.CatchAll!.KeyPlace, "The catch-all never reaches a person. Name somebody who is active in its targets.")];

    private static bool Reaches(OnCallConfiguration configuration, IReadOnlyList<EscalationStep> steps) => PagedPeople.Of(configuration, steps).Any();
}
