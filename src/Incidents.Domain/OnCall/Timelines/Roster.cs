using NodaTime;

namespace Incidents.Domain.OnCall.Timelines;

/// <summary>Who has which turn: a layer's list of participants through all its changes.</summary>
internal sealed class Roster
{
    private readonly int _onCallCount;
    private readonly Revision[] _revisions;

    /// <param name="layer">The layer whose people these are.</param>
    /// <param name="turnAt">The number of the turn running at an instant; always 0 where all are on call together.</param>
    public Roster(Layer layer, Func<Instant, long> turnAt)
    {
        _onCallCount = layer.Rotation is null ? int.MaxValue : layer.OnCallCount;
        var revisions = new List<Revision> { new(Instant.MinValue, layer.Participants, 0, layer.Rotation?.StartIndex ?? 0) };
        foreach (var change in layer.Changes.OrderBy(change => change.At))
        {
            var (previous, turn) = (revisions[^1], turnAt(change.At));
            var position = Succession.Position(previous.Participants, Position(previous, turn), change.Participants);
            revisions.Add(new(change.At, change.Participants, turn, position));
        }

        _revisions = [.. revisions];
    }

    /// <summary>The people of a turn at an instant, and when the list changes next.</summary>
    public Stretch<PersonSet> At(Instant at, long turn)
    {
        var current = _revisions.Length - 1;
        while (_revisions[current].From > at)
        {
            current--;
        }

        var until = current + 1 < _revisions.Length ? _revisions[current + 1].From : Instant.MaxValue;
        return new(OnDuty(_revisions[current], turn), until);
    }

    private PersonSet OnDuty(Revision revision, long turn)
    {
        var (participants, first) = (revision.Participants, Position(revision, turn));
        var people = PersonSet.Nobody;
        for (var slot = 0; slot < Math.Min(_onCallCount, participants.Count); slot++)
        {
            people = people.With(participants[(first + slot) % participants.Count].People);
        }

        return people;
    }

    private int Position(Revision revision, long turn) => revision.Participants.Count == 0
        ? 0
        : FloorDivision.Remainder(revision.Position + ((turn - revision.Turn) * _onCallCount), revision.Participants.Count);

    /// <summary>A list in force from an instant on, when <paramref name="Turn"/> was running and <paramref name="Position"/> on duty.</summary>
    private sealed record Revision(Instant From, IReadOnlyList<Participant> Participants, long Turn, int Position);
}
