using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.Escalation;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Configuration.Sections;

internal static class CatchAllSection
{
    private const string Example = "Write catch_all: { targets: [schedule: primary] }, so that no alarm goes unheard.";

    private static readonly Duration Again = Duration.FromMinutes(15);

    /// <summary>The catch-all; null when it is missing or broken, which is among the problems.</summary>
    public static CatchAll? Read(ConfigurationSections sections, KnownIds ids, IReadOnlyDictionary<PolicyId, EscalationPolicy> policies)
    {
        if (sections.CatchAll?.Object(Example) is not { } entry)
        {
            return null;
        }

        var steps = ReadSteps(sections.CatchAll, entry, ids, policies);
        var service = ServiceForm.Read(CatchAll.Id, "Catch-all", entry, ids);
        if (entry.FindOrNothing("group") is { IsNothing: false } group && service.Rules.Group != GroupBy.Alarm)
        {
            group.Error("Alarms that no service claims have nothing in common, and one would hide another. Remove `group`, or give those that belong together a service.");
        }

        entry.RefuseOthers();
        return new CatchAll(service with { Rules = service.Rules with { Group = GroupBy.Alarm } }, steps);
    }

    public static string Missing => $"There is no `catch_all`. {Example}";

    private static IReadOnlyList<EscalationStep> ReadSteps(YamlValue value, YamlObject entry, KnownIds ids, IReadOnlyDictionary<PolicyId, EscalationPolicy> policies)
    {
        switch (entry.Find("policy"), entry.Find("targets"))
        {
            case ({ } policy, null):
                return ids.Policy(policy) is { } id && policies.GetValueOrDefault(id) is { } known ? known.Steps : [];
            case (null, { } targets):
                return [new EscalationStep(TargetForm.Read(targets, ids), Again)];
            case (null, null):
                value.ErrorAtKey($"`catch_all` pages nobody. {Example}");
                return [];
            default:
                value.Error("`catch_all` can have `policy` or `targets`. Remove one of the two.");
                return [];
        }
    }
}
