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

    /// <summary>What was measured against which limit, in words; null when its message gave none.</summary>
    public string? Metric { get; init; }

    /// <summary>Why it fired, in words, cut; null when an older version wrote it down.</summary>
    public string? Why { get; init; }

    /// <summary>Id of the runbook that fits it best; null when none does.</summary>
    public string? Runbook { get; init; }

    /// <summary>The runbook page its description names; null when it names none.</summary>
    public string? RunbookPage { get; init; }

    /// <summary>The alarms its rule names, by <see cref="Mark"/>; null for one that is no composite.</summary>
    public ImmutableList<uint>? Children { get; init; }

    /// <summary>What brought it; null for an alarm.</summary>
    public IncidentSource? Source { get; init; }

    /// <summary>Whether the message is no alarm, or could not be parsed.</summary>
    public bool IsMessage => Source is IncidentSource.Message or IncidentSource.Unreadable;

    /// <summary>Its changes, oldest first; the first is the one it joined with.</summary>
    public required ImmutableList<AlarmChange> Changes { get; init; }

    /// <summary>The newest change.</summary>
    public AlarmChange Last => Changes[^1];

    /// <summary>INSUFFICIENT_DATA after ALARM counts as firing: not knowing is no recovery.</summary>
    public bool IsFiring => Changes.FindLast(c => c.State != AlarmState.InsufficientData).State == AlarmState.Alarm;

    private Instant? FiredAt => Changes.FindLast(c => c.State == AlarmState.Alarm) is { At: var at } fired && fired != default ? at : null;

    /// <summary>Whether it is a composite whose rule names the other.</summary>
    public bool IsMadeOf(MemberAlarm other) => Children?.Contains(Mark(other.Member.Key)) == true;

    /// <summary>Names an alarm in four bytes: a rule may name a hundred, and an item is paid for by the kilobyte.</summary>
    public static uint Mark(DedupKey key)
    {
        var mark = 2_166_136_261u;
        foreach (var c in key.Value)
        {
            mark = unchecked((mark ^ c) * 16_777_619u);
        }

        return mark;
    }

    /// <summary>As the alarm an incident is about.</summary>
    public LeadingAlarm AsLead() => new(Member, Name, Severity, JoinedAt) { Metric = Metric, Why = Why ?? (Reason.Length == 0 ? null : Reason), Runbook = Runbook, RunbookPage = RunbookPage };

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
    /// <param name="opener">What is known of that alarm; null when what the incident is about is not asked.</param>
    /// <param name="gradedAt">When a person last said how bad the incident is: what fired before that is no reason to say otherwise. Null when none has.</param>
    public static JoinedCount Count(IEnumerable<MemberAlarm> members, AlarmMember? except, MemberAlarm? opener = null, Instant? gradedAt = null)
    {
        var joined = members.Where(m => m.Member != except).ToList();
        var lead = Headline.Of(opener is null ? joined : [opener, .. joined]);
        var worst = joined.Where(m => m.IsFiring && (gradedAt is not { } graded || m.JoinedAt > graded || m.FiredAt > graded)).MinBy(m => m.Severity);
        return new JoinedCount(joined.Count, joined.Count(m => m is { IsFiring: true, IsMessage: false }), joined.Max(m => (Instant?)m.JoinedAt), worst is null ? null : (worst.Severity, worst.Name))
        {
            Lead = lead,
            Members = [.. joined.OrderBy(m => m.JoinedAt).ThenBy(m => m.Member.ToString(), StringComparer.Ordinal)],
            OpenerName = opener?.Name,
            OpenerLeads = opener is not null && lead == opener.AsLead(),
        };
    }

    private const int MostChanges = 20;
}
