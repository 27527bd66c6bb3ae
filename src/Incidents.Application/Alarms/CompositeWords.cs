using Incidents.Domain.Alarms;

namespace Incidents.Application.Alarms;

internal static class CompositeWords
{
    private const int LongestRule = 300;

    public static string Why(Alarm alarm, CompositeRule rule)
    {
        var state = AlarmWords.State(alarm.State);
        return rule.Triggering is [var child, ..]
            ? $"{AlarmWords.ChildName(child.Key)} went to {(child.State is { } to ? AlarmWords.State(to) : "another state")}, which put the composite alarm into {state}."
            : $"The rule of the composite alarm put it into {state}: {Cut(rule.Expression)}";
    }

    private static string Cut(string rule) => rule.Length <= LongestRule ? rule : string.Concat(rule.AsSpan(0, LongestRule), "…");
}
