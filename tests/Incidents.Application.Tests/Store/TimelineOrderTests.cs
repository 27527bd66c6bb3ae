using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Tests.Store;

public sealed class TimelineOrderTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 21, 3, 0);

    [Fact]
    public void Merge_OfAnAlarmThatJoinedAtTheInstantOfAnEvent_PutsTheAlarmFirst() =>
        Assert.Equal(["opened", "joined", "counted"], Merge([Entry(1, 0, "opened"), Entry(2, 5, "counted")], Joined(at: 5)));

    [Fact]
    public void Merge_OfAnAlarmThatIsOlderThanTheIncident_PutsNothingBeforeTheOpening() =>
        Assert.Equal(["opened", "joined"], Merge([Entry(1, 0, "opened")], Joined(at: -60)));

    [Fact]
    public void Merge_OfAnAlarmThatJoinedLast_PutsItLast() =>
        Assert.Equal(["opened", "counted", "joined"], Merge([Entry(1, 0, "opened"), Entry(2, 5, "counted")], Joined(at: 6)));

    [Fact]
    public void Merge_WhenAClockWasBehind_KeepsTheOrderOfCommits() =>
        Assert.Equal(["opened", "later", "earlier"], Merge([Entry(3, -9, "earlier"), Entry(2, 5, "later"), Entry(1, 0, "opened")]));

    private static IEnumerable<string> Merge(IEnumerable<TimelineEntry> own, params MemberAlarm[] members) =>
        TimelineOrder.Merge(own, members).Select(e => e.Event is NobodyToPage { Why: var name } ? name : "joined");

    private static TimelineEntry Entry(int sequence, int second, string name) => new(sequence, new NobodyToPage(Start + Duration.FromSeconds(second), name));

    private static MemberAlarm Joined(int at) => new()
    {
        Member = new AlarmMember(new DedupKey("joined"), null),
        Name = "joined",
        Severity = Severity.Sev2,
        JoinedAt = Start + Duration.FromSeconds(at),
        Reason = "",
        Changes = [new AlarmChange(AlarmState.Alarm, Start + Duration.FromSeconds(at))],
    };
}
