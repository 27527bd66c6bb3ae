using System.Collections.Immutable;
using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>An alarm that joined an open incident; kept beside the incident, one item each.</summary>
public sealed record MemberAlarm
{
    /// <summary>Which alarm, and which contributor of it.</summary>
    public required AlarmMember Member { get; init; }

    /// <summary>The alarm's name.</summary>
    public required string Name { get; init; }

    /// <summary>How bad this alarm is on its own.</summary>
    public required Severity Severity { get; init; }

    /// <summary>When it joined.</summary>
    public required Instant JoinedAt { get; init; }

    /// <summary>CloudWatch's sentence on why it fired, cut.</summary>
    public required string Reason { get; init; }

    /// <summary>Its changes, oldest first; the first is the one it joined with.</summary>
    public required ImmutableList<AlarmChange> Changes { get; init; }

    /// <summary>The newest change.</summary>
    public AlarmChange Last => Changes[^1];

    /// <summary>INSUFFICIENT_DATA after ALARM counts as firing: not knowing is no recovery.</summary>
    public bool IsFiring => Changes.FindLast(c => c.State != AlarmState.InsufficientData).State == AlarmState.Alarm;

    /// <summary>With one change more; the oldest but the first go when there are many.</summary>
    public MemberAlarm With(AlarmChange change) => this with
    {
        Changes = (Changes.Count < MostChanges ? Changes : Changes.RemoveAt(1)).Add(change),
    };

    /// <summary>What the timeline shows of it.</summary>
    public IEnumerable<IncidentEvent> Story() =>
    [
        new AlarmJoined(JoinedAt, Member, Name, Changes[0], Severity, Reason),
        .. Changes.Skip(1).Select(change => new AlarmChanged(change.At, Member, change, Name)),
    ];

    /// <summary>Sums up all that joined.</summary>
    /// <param name="except">The alarm that opened the incident, which after a reopen may be one that had joined before.</param>
    public static JoinedCount Count(IEnumerable<MemberAlarm> members, AlarmMember? except)
    {
        var joined = members.Where(m => m.Member != except).ToList();
        var worst = joined.Where(m => m.IsFiring).MinBy(m => m.Severity);
        return new JoinedCount(joined.Count, joined.Count(m => m.IsFiring), joined.Max(m => (Instant?)m.JoinedAt), worst is null ? null : (worst.Severity, worst.Name));
    }

    private const int MostChanges = 20;
}
