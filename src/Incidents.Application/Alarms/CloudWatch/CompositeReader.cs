using System.Text.Json;
using Incidents.Application.Json;
using Incidents.Domain.Alarms;

namespace Incidents.Application.Alarms.CloudWatch;

/// <summary>The rule of a composite alarm and the child that made it change.</summary>
internal static class CompositeReader
{
    private const int LongestRule = 10_240;
    private const int MostTriggering = 100;
    private const string Transition = " transitioned to ";

    public static CompositeRule? Read(AlarmFacts facts, AlarmIdentity identity)
    {
        if (facts.Rule is null && facts.TriggeringChildren is null)
        {
            return null;
        }

        var rule = Shorten.To(facts.Rule ?? "", LongestRule);
        return new()
        {
            Expression = rule,
            Children = [.. AlarmRule.Children(rule).Select(identity.KeyOfMentioned).Distinct()],
            Triggering = Triggering(facts, identity),
        };
    }

    private static IReadOnlyList<CompositeChild> Triggering(AlarmFacts facts, AlarmIdentity identity)
    {
        CompositeChild[] listed =
        [
            .. from item in facts.TriggeringChildren.Items().Take(MostTriggering)
               let arn = item.AsText() ?? item.Text("Arn", "arn")
               where !string.IsNullOrWhiteSpace(arn)
               let state = item.Field("State", "state") ?? default
               select new CompositeChild(
                   identity.KeyOfMentioned(arn),
                   AlarmStates.Read(state.Text("Value", "value")),
                   AlarmTime.Read(state.Field("Timestamp", "timestamp"))),
        ];
        return listed.Length > 0 ? listed : NamedInReason(facts.Reason ?? "");
    }

    /// <summary>Some messages name the child only in their sentence: `{arn} transitioned to ALARM at Monday 14 September, 2026 …`.</summary>
    private static IReadOnlyList<CompositeChild> NamedInReason(string reason)
    {
        var verb = reason.LastIndexOf(Transition, StringComparison.Ordinal);
        return verb > 0 && AlarmArn.Parse(reason[..verb]) is { } arn
            ? [new(new(arn.ToString()), AlarmStates.Read(reason[(verb + Transition.Length)..].Split(' ')[0]), null)]
            : [];
    }
}
