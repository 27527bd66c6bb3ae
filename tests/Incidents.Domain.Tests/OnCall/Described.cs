using Incidents.Domain.OnCall;

namespace Incidents.Domain.Tests.OnCall;

/// <summary>A schedule in lines, for the message of a property that does not hold.</summary>
internal static class Described
{
    public static string InLines(this Schedule schedule) => string.Join('\n',
    [
        $"zone {schedule.TimeZone}",
        .. schedule.Layers.SelectMany(InLines),
        .. schedule.Overrides.Select(exception =>
            $"override {exception.Kind} {exception.From} .. {exception.To}: {exception.Users} for {exception.Replaces}, layer {exception.Layer}"),
    ]);

    private static IEnumerable<string> InLines(Layer layer) =>
    [
        $"layer \"{layer.Name}\", priority {layer.Priority}, {layer.Start} .. {layer.End}: {List(layer.Participants)} by {layer.OnCallCount}",
        layer.Rotation is { } rotation ? $"  {rotation}, days {string.Join(' ', rotation.Days)}" : "  all together",
        .. layer.Restrictions.Select(restriction =>
            $"  {restriction}, days {string.Join(' ', restriction is Restriction.Daily daily ? daily.Days : [])}"),
        .. layer.Changes.Select(change => $"  from {change.At}: {List(change.Participants)}"),
    ];

    private static string List(IEnumerable<Participant> participants) => $"[{string.Join(" | ", participants)}]";
}
