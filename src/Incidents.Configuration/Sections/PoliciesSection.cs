using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.Escalation;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Configuration.Sections;

internal static class PoliciesSection
{
    public const int UsualRepeat = 2;
    public const int MostRepeats = 10;

    public static readonly Duration ShortestTimeout = Duration.FromMinutes(1);
    private static readonly Duration ShortestAcknowledgeTimeout = Duration.FromMinutes(10);
    public static readonly Duration LongestTimeout = Duration.FromDays(1);

    public static OrderedDictionary<PolicyId, EscalationPolicy> Read(ConfigurationSections sections, KnownIds ids)
    {
        var policies = new OrderedDictionary<PolicyId, EscalationPolicy>();
        foreach (var (id, value) in sections.Policies)
        {
            if (value.Object("Write `steps:` and a list of them.") is { } entry)
            {
                var name = entry.Find("name")?.Text() ?? id;
                var steps = entry.Require("steps", "List whom to page: steps: [{ targets: [schedule: primary] }].") is { } list ? ReadSteps(list, ids) : [];
                var repeat = entry.Find("repeat")?.Integer(0, MostRepeats) ?? UsualRepeat;
                var timeout = entry.Find("acknowledge_timeout") is { } forgotten ? ReadAcknowledgeTimeout(forgotten) : IncidentRules.Default.AcknowledgeTimeout;
                policies.Add(new PolicyId(id), new EscalationPolicy(new PolicyId(id), name, steps, repeat) { AcknowledgeTimeout = timeout });
                entry.RefuseOthers();
            }
        }

        return policies;
    }

    private static IReadOnlyList<EscalationStep> ReadSteps(YamlValue list, KnownIds ids)
    {
        var items = list.Items();
        if (list.IsList && items.Count == 0)
        {
            list.Error("`steps` is empty, so nobody is paged. Write a step, such as [{ targets: [schedule: primary] }].");
        }

        return [.. items.Select(item => ReadStep(item, ids)).OfType<EscalationStep>()];
    }

    private static EscalationStep? ReadStep(YamlValue value, KnownIds ids)
    {
        if (value.Object("Write `targets:` and, if you like, `timeout:`.") is not { } step)
        {
            return null;
        }

        var targets = step.Require("targets", "Say whom the step pages: targets: [schedule: primary].") is { } list ? TargetForm.Read(list, ids) : [];
        var timeout = step.Find("timeout")?.Duration(ShortestTimeout, LongestTimeout) ?? EscalationState.UsualTimeout;
        var roundRobin = step.Find("round_robin")?.Boolean() ?? false;
        step.RefuseOthers();
        return new EscalationStep(targets, timeout) { RoundRobin = roundRobin };
    }

    /// <summary>`0m` means that an acknowledgement is never forgotten.</summary>
    private static Duration? ReadAcknowledgeTimeout(YamlValue value) => value.Duration(Duration.Zero, LongestTimeout) switch
    {
        { } none when none == Duration.Zero => null,
        { } tooShort when tooShort < ShortestAcknowledgeTimeout => value.Refuse<Duration?>("An acknowledgement lasts 10m at least, for five minutes before it ends somebody is asked. Write 10m or more, or 0m for never."),
        var timeout => timeout,
    };
}
