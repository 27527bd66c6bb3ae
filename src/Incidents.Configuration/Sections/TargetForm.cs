using Incidents.Configuration.Yaml;
using Incidents.Domain.Escalation;

namespace Incidents.Configuration.Sections;

/// <summary>`schedule: x`, `person: x` or `team: x`, one or a list of them.</summary>
internal static class TargetForm
{
    private const string Example = "Write `schedule: x`, `person: x` or `team: x`.";

    public static IReadOnlyList<EscalationTarget> Read(YamlValue value, KnownIds ids)
    {
        var items = value.OneOrMore();
        if (items.Count == 0)
        {
            value.Error($"{value.Subject} is empty, so nobody is paged. {Example}");
        }

        return [.. items.Select(item => ReadOne(item, ids)).OfType<EscalationTarget>()];
    }

    private static EscalationTarget? ReadOne(YamlValue value, KnownIds ids)
    {
        if (value.Object(Example) is not { } target)
        {
            return null;
        }

        if (target.Entries.FirstOrDefault(entry => entry.Key == "policy").Value is { } policy)
        {
            return policy.Refuse<EscalationTarget>($"A policy cannot page another policy, so that no two can page in a circle. {Example}");
        }

        EscalationTarget?[] named =
        [
            target.Find("schedule") is { } schedule && ids.Schedule(schedule) is { } s ? new EscalationTarget.OnCall(s) : null,
            target.Find("person") is { } person && ids.Person(person) is { } p ? new EscalationTarget.One(p) : null,
            target.Find("team") is { } team && ids.Team(team) is { } t ? new EscalationTarget.Everyone(t) : null,
        ];
        target.RefuseOthers();
        return target.Entries.Count() == 1
            ? named.FirstOrDefault(one => one is not null)
            : value.Refuse<EscalationTarget>($"{value.Subject} must name one target. {Example} For several, write a list.");
    }
}
