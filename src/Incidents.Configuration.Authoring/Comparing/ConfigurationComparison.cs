using Incidents.Domain.Configuration;
using NodaTime;

namespace Incidents.Configuration.Authoring.Comparing;

/// <summary>What one configuration in the place of another would change.</summary>
/// <remarks>
/// Worked out from the schedules' own stretches, never by sampling: a difference of a minute is found. Overrides people have made
/// count where they have been put on top of both configurations.
/// </remarks>
public sealed record ConfigurationComparison
{
    private ConfigurationComparison(OnCallConfiguration before, OnCallConfiguration after, Instant from, Instant to)
    {
        (Before, After, From, To) = (before, after, from, to);
        var (old, next) = (new CalendarWindow(before, from, to), new CalendarWindow(after, from, to));
        OnCall = [.. OnCallChange.Find(old, next)];
        Edits = [.. ParticipantsEdit.Find(old, next, OnCall)];
        Paging = [.. PagingChange.Find(old, next)];
        Parts = [.. PartChanges.Find(before, after)];
    }

    public OnCallConfiguration Before { get; }

    public OnCallConfiguration After { get; }

    /// <summary>Beginning of the window that was compared.</summary>
    public Instant From { get; }

    /// <summary>First instant after it.</summary>
    public Instant To { get; }

    /// <summary>Schedules in which different people would be on call.</summary>
    public IReadOnlyList<OnCallChange> OnCall { get; }

    /// <summary>Edits of participants that take over in the middle of a turn, with the dated form that does not.</summary>
    public IReadOnlyList<ParticipantsEdit> Edits { get; }

    /// <summary>Steps that would page different people.</summary>
    public IReadOnlyList<PagingChange> Paging { get; }

    /// <summary>What was added, removed or changed, whatever the time.</summary>
    public IReadOnlyList<PartChange> Parts { get; }

    /// <summary>Nothing that was compared differs. The files may: a comment, a title.</summary>
    public bool IsEmpty => OnCall.Count == 0 && Paging.Count == 0 && Parts.Count == 0;

    /// <param name="to">Not before <paramref name="from"/>, nor more than two years after it.</param>
    public static ConfigurationComparison Between(OnCallConfiguration before, OnCallConfiguration after, Instant from, Instant to) => new(before, after, from, to);
}
