using Incidents.Domain.OnCall.Timelines;
using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>An edit of a layer's participants, written so that it takes effect when the shift on duty ends.</summary>
/// <remarks>
/// Turns are counted from the layer's start, so another list gives the running turn to another person at once. A dated change leaves the
/// turns where they are: the running one is finished, and the next one is had by the next person of the old order who is still listed.
/// </remarks>
/// <param name="Layer">The layer's name.</param>
/// <param name="Until">When people other than those on duty have a turn by the old list.</param>
/// <param name="Participants">The list the layer has to begin with: that of before the edit.</param>
/// <param name="Changes">Those up to now, that of the edit, and those the edit plans for later.</param>
public sealed record DatedParticipants(string Layer, Instant Until, IReadOnlyList<Participant> Participants, IReadOnlyList<ParticipantChange> Changes)
{
    /// <summary>One for each layer whose running turn the edit gives to other people, as long as it changes nothing else about its turns.</summary>
    public static IReadOnlyList<DatedParticipants> Of(Schedule before, Schedule after, Instant now) =>
    [
        .. from next in after.Layers
           let old = before.Layers.FirstOrDefault(layer => layer.Name == next.Name)
           let zone = next.TimeZone ?? after.TimeZone
           where old is not null && zone.Id == (old.TimeZone ?? before.TimeZone).Id && HaveSameTurns(old, next)
           let dated = Of(old, next, new WallClock(zone), now)
           where dated is not null
           select dated,
    ];

    private static DatedParticipants? Of(Layer before, Layer after, WallClock clock, Instant now)
    {
        var turns = new Turns(after.Rotation!, after.Start, clock);
        var until = EndOfShift(before, turns, clock, now);
        var ends = Instant.Min(Instant.Min(before.End ?? Instant.MaxValue, after.End ?? Instant.MaxValue), LayerTimeline.EndOfCalendar);
        return now < after.Start || until >= ends || OnDuty(before).Equals(OnDuty(after))
            ? null
            : new(after.Name, until, before.Participants, Revisions(before, after, now, until));

        PersonSet OnDuty(Layer layer) => RosterOf(layer, turns, clock).At(now, turns.At(clock.Reading(now)).Number).Value;
    }

    /// <summary>The end of the running turn, or of the one after it where the same people have that too; of the running one where no other people ever come.</summary>
    private static Instant EndOfShift(Layer layer, Turns turns, WallClock clock, Instant now)
    {
        var roster = RosterOf(layer, turns, clock);
        var (running, turn) = (turns.At(clock.Reading(now)), turns.At(clock.Reading(now)));
        for (var further = 0; further <= InForce(layer, now).Count; further++)
        {
            var end = clock.FirstAt(turn.End);
            if (end >= LayerTimeline.EndOfCalendar || !People(turn = turns.At(clock.Reading(end))).Equals(People(running)))
            {
                return end;
            }
        }

        return clock.FirstAt(running.End);

        PersonSet People(Turn one) => roster.At(now, one.Number).Value;
    }

    private static Roster RosterOf(Layer layer, Turns turns, WallClock clock) => new(layer, at => turns.At(clock.Reading(at)).Number);

    private static IReadOnlyList<ParticipantChange> Revisions(Layer before, Layer after, Instant now, Instant until)
    {
        var planned = after.Changes.Where(change => change.At > now).OrderBy(change => change.At).ToArray();
        var edited = InForce(after, now);
        var isReplacedBefore = planned.Length > 0 && planned[0].At <= until;
        return
        [
            .. before.Changes.Where(change => change.At <= now).OrderBy(change => change.At),
            .. isReplacedBefore || edited.SequenceEqual(InForce(before, now)) ? [] : new[] { new ParticipantChange(until, edited) },
            .. planned,
        ];
    }

    private static IReadOnlyList<Participant> InForce(Layer layer, Instant now) =>
        layer.Changes.Where(change => change.At <= now).OrderBy(change => change.At).LastOrDefault()?.Participants ?? layer.Participants;

    private static bool HaveSameTurns(Layer one, Layer other) =>
        one.Rotation is { } first && other.Rotation is { } second
        && (one.Start, one.OnCallCount, first with { Days = [] }) == (other.Start, other.OnCallCount, second with { Days = [] })
        && first.Days.SequenceEqual(second.Days);
}
