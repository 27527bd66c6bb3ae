namespace Incidents.Domain.OnCall.Timelines;

/// <summary>Who goes on when a list of participants is changed in the middle of a turn.</summary>
/// <remarks>
/// A person on duty who is still listed stays. Otherwise the next neighbour in the old order who is still listed takes
/// over, and failing all of them the first in the new list. A person listed twice is told apart by occurrence: the second
/// listing is found again only in a second listing.
/// </remarks>
internal static class Succession
{
    /// <summary>The position in <paramref name="next"/> that is on duty after the place <paramref name="onDuty"/> of <paramref name="previous"/>.</summary>
    public static int Position(IReadOnlyList<Participant> previous, int onDuty, IReadOnlyList<Participant> next)
    {
        for (var step = 0; step < previous.Count; step++)
        {
            var candidate = (onDuty + step) % previous.Count;
            if (step > 0 && previous[candidate].IsVacant)
            {
                continue;
            }

            if (Find(previous[candidate], Occurrence(previous, candidate), next) is { } position)
            {
                return position;
            }
        }

        return 0;
    }

    private static int Occurrence(IReadOnlyList<Participant> list, int position) =>
        list.Take(position).Count(other => other == list[position]);

    private static int? Find(Participant participant, int occurrence, IReadOnlyList<Participant> list)
    {
        for (var position = 0; position < list.Count; position++)
        {
            if (list[position] == participant && occurrence-- == 0)
            {
                return position;
            }
        }

        return null;
    }
}
