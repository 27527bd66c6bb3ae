using Incidents.Configuration.Yaml;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Configuration.Sections;

/// <summary>How incidents of a service group, recover and reopen; what is left out keeps the product's default.</summary>
internal static class RulesForm
{
    public static readonly Duration Day = Duration.FromDays(1);
    public static readonly Duration Week = Duration.FromDays(7);

    public static readonly Duration LeastWithin = Duration.FromMinutes(1);
    public const int LeastReturns = 2;
    private const string FlappingAdvice = "Write { returns: 3, within: 2h, quiet: 30m }, or some of them.";

    public static readonly IReadOnlyList<string> Groups = ["service", "service-everywhere", ByAlarm];

    public const string ByAlarm = "alarm";

    public static IncidentRules Read(YamlObject entry)
    {
        var usual = IncidentRules.Default;
        return usual with
        {
            ResolveAfter = ReadResolve(entry, usual),
            ResolveAfterWhenAcknowledged = entry.Find("resolve_after_when_acknowledged")?.Duration(Duration.Zero, Day) ?? usual.ResolveAfterWhenAcknowledged,
            ReopenWithin = entry.Find("reopen_within")?.Duration(Duration.Zero, Day) ?? usual.ReopenWithin,
            GroupWithin = entry.Find("group_within")?.Duration(Duration.Zero, Day) ?? usual.GroupWithin,
            Flapping = ReadFlapping(entry) ?? usual.Flapping,
            Hold = entry.Find("hold")?.Duration(Duration.Zero, Day) ?? usual.Hold,
            GroupAtMost = entry.Find("group_at_most")?.Duration(Duration.Zero, Week) ?? usual.GroupAtMost,
            Group = entry.Find("group") is { } group ? ReadGroup(group) : usual.Group,
        };
    }

    private static FlappingRule? ReadFlapping(YamlObject entry)
    {
        if (entry.Find("flapping")?.Object(FlappingAdvice) is not { } form)
        {
            return null;
        }

        var usual = FlappingRule.Default;
        var rule = new FlappingRule(
            form.Find("returns")?.Integer(LeastReturns, FlappingRule.MostReturns) ?? usual.Returns,
            form.Find("within")?.Duration(LeastWithin, Day) ?? usual.Within,
            form.Find("quiet")?.Duration(Duration.Zero, Day) ?? usual.Quiet);
        form.RefuseOthers();
        return rule;
    }

    private static GroupBy ReadGroup(YamlValue value) => value.Word(Groups) switch
    {
        "service-everywhere" => GroupBy.ServiceEverywhere,
        ByAlarm => GroupBy.Alarm,
        _ => GroupBy.Service,
    };

    private static Duration? ReadResolve(YamlObject entry, IncidentRules usual)
    {
        var manual = entry.Find("resolve")?.Word("automatic", "manual") == "manual";
        if (entry.Find("resolve_after") is not { } value)
        {
            return manual ? null : usual.ResolveAfter;
        }

        var after = value.Duration(Duration.Zero, Day);
        return manual
            ? value.Refuse<Duration?>("With `resolve: manual` nothing resolves by itself. Remove `resolve_after` or `resolve`.")
            : after;
    }
}
