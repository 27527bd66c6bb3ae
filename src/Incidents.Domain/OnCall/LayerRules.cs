using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>What a layer must keep to.</summary>
internal static class LayerRules
{
    private const int MostParticipants = 100;

    // The end of the longest turn must still be in the calendar, which ends with the year 9999.
    private static readonly Instant LatestStart = Instant.FromUtc(9000, 1, 1, 0, 0);

    public static IEnumerable<ScheduleProblem> Check(Layer layer, Schedule schedule, string path)
    {
        if (layer.Start >= LatestStart)
        {
            yield return new($"{path}.start", "The start is too far away.", "Give a start before the year 9000.");
            yield break;
        }

        if (layer.End <= layer.Start)
        {
            yield return new($"{path}.end", "The layer ends before it starts.", "Give an `end` after `start`, or leave it out.");
        }

        if (layer.OnCallCount < 1)
        {
            yield return new($"{path}.on_call_count", $"{layer.OnCallCount} people cannot share a turn.", "Write 1 or more.");
        }

        var clock = new WallClock(layer.TimeZone ?? schedule.TimeZone);
        var parts = CheckParticipants(layer.Participants, $"{path}.participants")
            .Concat(layer.Rotation is { } rotation ? RotationRules.Check(rotation, layer.Start, clock, $"{path}.rotation") : [])
            .Concat(layer.Restrictions.SelectMany((restriction, position) =>
                RestrictionRules.Check(restriction, $"{path}.restrictions[{position}]")))
            .Concat(layer.Changes.SelectMany((change, position) =>
                CheckParticipants(change.Participants, $"{path}.changes[{position}].participants")));
        foreach (var problem in parts)
        {
            yield return problem;
        }
    }

    private static IEnumerable<ScheduleProblem> CheckParticipants(IReadOnlyList<Participant> participants, string path)
    {
        if (participants.Count > MostParticipants)
        {
            yield return new(path, $"{participants.Count} participants are too many.", $"List at most {MostParticipants}.");
        }
    }
}
