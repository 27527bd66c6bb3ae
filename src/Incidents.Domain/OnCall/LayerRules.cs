using Incidents.Domain.OnCall.Timelines;
using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>What a layer must keep to.</summary>
internal static class LayerRules
{
    private const int MostParticipants = 100;
    private const string TooFarAway = "The instant is too far away.";
    private const string NearEnough = "Give one between the years 1 and 9000.";

    public static IEnumerable<ScheduleProblem> Check(Layer layer, Schedule schedule, string path)
    {
        if (layer.Start < LayerTimeline.BeginningOfCalendar || layer.Start >= LayerTimeline.EndOfCalendar)
        {
            yield return new($"{path}.start", TooFarAway, NearEnough);
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
                CheckChange(change, $"{path}.changes[{position}]")));
        foreach (var problem in parts)
        {
            yield return problem;
        }
    }

    private static IEnumerable<ScheduleProblem> CheckChange(ParticipantChange change, string path) =>
        change.At < LayerTimeline.BeginningOfCalendar || change.At >= LayerTimeline.EndOfCalendar
            ? [new($"{path}.at", TooFarAway, NearEnough)]
            : CheckParticipants(change.Participants, $"{path}.participants");

    private static IEnumerable<ScheduleProblem> CheckParticipants(IReadOnlyList<Participant> participants, string path)
    {
        if (participants.Count > MostParticipants)
        {
            yield return new(path, $"{participants.Count} participants are too many.", $"List at most {MostParticipants}.");
        }
    }
}
