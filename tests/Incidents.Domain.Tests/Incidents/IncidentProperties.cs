using FsCheck;
using FsCheck.Fluent;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.Tests.Incidents;

/// <summary>Whatever happens in whatever order, these hold.</summary>
public class IncidentProperties
{
    private static readonly Func<Story, Decision>[] Commands =
    [
        Story.Acknowledge,
        Story.Resolve,
        Story.Elapse,
        Story.Reopen,
        s => Story.Change(s, AlarmState.Ok),
        s => Story.Change(s, AlarmState.Alarm),
        s => Story.Change(s, AlarmState.InsufficientData),
        s => Story.ChangeAt(s, AlarmState.Ok, s.Now - Duration.FromMinutes(3)),
        s => Story.Count(s, new JoinedCount(s.State.Joined.Total + 1, s.State.Joined.Firing + 1, s.Now, (Severity.Sev1, "joined"))),
        s => Story.Count(s, new JoinedCount(s.State.Joined.Total, 0, s.State.Joined.LastJoinedAt, null)),
        s => Responding.GiveBack(s.State, Story.Ana, Story.PageAna, s.Now),
        s => Responding.AddNote(s.State, Story.Ana, "looking", s.Now),
        s => Sweeping.Settle(s.State, s.State.Pages.Select(p => (p.Id, (PageOutcome)new PageOutcome.Sent())), [], s.Now),
        s => Sweeping.Settle(s.State, s.State.Pages.Select(p => (p.Id, (PageOutcome)new PageOutcome.Unknown("timeout"))), [], s.Now),
        s => Sweeping.Settle(s.State, s.State.Pages.Select(p => (p.Id, (PageOutcome)new PageOutcome.TryAgain(s.Now + Duration.FromSeconds(9), "429"))), [], s.Now),
        s => Sweeping.Settle(s.State, [], s.State.Update is { } u ? [new ChannelUpdated(s.Now, u.Since, null)] : [], s.Now),
        s => Sweeping.Settle(s.State, [], s.State.CloseOutAt is null ? [] : [new ClosedOut(s.Now)], s.Now),
    ];

    [Fact]
    public void AnySequence_KeepsWhatMustAlwaysHold() => Check((before, after, story) =>
        after.TimelineLength >= before.TimelineLength
        && after.TimelineLength == story.Events.Count
        && after.Severity <= before.Severity
        && after.TriggeredAt == before.TriggeredAt
        && (after.IsOpen == (after.ResolvedAt is null))
        && (after.Status != IncidentStatus.Acknowledged || after.AcknowledgedBy is not null)
        && (!after.IsOpen || after.Due is not null)
        && after.Pages.Select(p => p.Id).Distinct().Count() == after.Pages.Count);

    [Fact]
    public void FoldingTheEvents_GivesTheState() => Check((_, after, story) =>
        Same(Evolution.Fold(after.Number, story.Events), after));

    [Fact]
    public void AResolvedIncident_AsksForNoPage() => Check((before, after, story) =>
        before.IsOpen || after.IsOpen || !story.Events.Skip(before.TimelineLength).Any(e => e is PageRequested or PageRetried));

    [Fact]
    public void WhatIsDue_IsDoneByTheSweep_AndNotDueAgainAtOnce() => Check((_, after, story) =>
        after.Due is not { } due || !(Sweeping.Elapse(after, due) is Decision.Accepted swept) || swept.State.Due is null || swept.State.Due > due || after.FoldAt == due);

    private static void Check(Func<Incident, Incident, Story, bool> holds)
    {
        var steps = Gen.Zip(Gen.Choose(0, Commands.Length - 1), Gen.Choose(0, 400)).ListOf().ToArbitrary();
        Prop.ForAll(steps, sequence =>
        {
            var story = Story.Triggered(new IncidentRules { ReopenWithin = Duration.FromDays(1) });
            return sequence.All(step =>
            {
                var before = story.State;
                story.After(Duration.FromSeconds(step.Item2)).Do(Commands[step.Item1]);
                return holds(before, story.State, story);
            });
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Records compare their lists by reference, so pages are compared one by one.</summary>
    private static bool Same(Incident one, Incident other) =>
        one.Pages.SequenceEqual(other.Pages) && one with { Pages = [] } == other with { Pages = [] };
}
