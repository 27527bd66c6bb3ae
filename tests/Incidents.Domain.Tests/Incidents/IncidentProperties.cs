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
        s => Sweeping.Elapse(s.State, Story.Planner, s.State.Due ?? s.Now),
        s => Responding.Snooze(s.State, Story.Ana, s.Now + Duration.FromMinutes(30), s.Now),
        s => Responding.Mitigate(s.State, Story.Ana, s.Rules, s.Now),
        s => Directing.Escalate(s.State, Story.Ana, Story.Planner, s.Now),
        s => Directing.Reassign(s.State, Story.Ana, "Ben", Story.Planner.Person(new PersonId("ben"), s.State), s.Now),
        s => Directing.PageAlso(s.State, Story.Ana, "Cleo", Story.Planner.Person(new PersonId("cleo"), s.State), s.Rules, s.Now),
        s => Directing.AssignRole(s.State, Story.Ana, ResponseRole.Commander, new PersonId("ana"), "Ana", s.Rules, s.Now),
        s => Directing.Link(s.State, Story.Ana, new IncidentNumber(7), s.Now),
        s => s.State.Severity == Severity.Sev1 ? new Decision.Ignored(Refusal.SameSeverity) : Directing.ChangeSeverity(s.State, Story.Ana, Severity.Sev1, null, Urgency.High, Story.Planner, s.Rules, s.Now),
        s => Directing.EndQuiet(s.State, SuppressionKind.Maintenance, "ended early", Story.Planner, s.Now),
        s => Story.ReopenQuietly(s),
        s => Delivering.Settle(s.State, s.State.Pages.Where(p => p.State == PageState.Sending).Select(p => (PageReport)(p.Id, new DeliveryResult.Rejected("no_service"))), [], Story.Planner, s.Now),
        s => Story.Count(s, new JoinedCount(s.State.Joined.Total + 1, s.State.Joined.Firing + 1, s.Now, (Severity.Sev1, "joined"))),
        s => Story.Count(s, new JoinedCount(s.State.Joined.Total, 0, s.State.Joined.LastJoinedAt, null)),
        s => Responding.GiveBack(s.State, Story.Ana, Story.FirstStep, s.Now),
        s => Responding.AddNote(s.State, Story.Ana, "looking", s.Rules, s.Now),
        s => Delivering.Settle(s.State, s.State.Pages.Select(p => (PageReport)(p.Id, new DeliveryResult.Delivered())), [], Story.Planner, s.Now),
        s => Delivering.Settle(s.State, s.State.Pages.Select(p => (PageReport)(p.Id, new DeliveryResult.Unknown("timeout"))), [], Story.Planner, s.Now),
        s => Delivering.Settle(s.State, s.State.Pages.Select(p => (PageReport)(p.Id, new DeliveryResult.RetryLater(Duration.FromSeconds(9), "429"))), [], Story.Planner, s.Now),
        s => Delivering.Settle(s.State, [], s.State.Update is { } u ? [new ChannelUpdated(s.Now, u.Since, null)] : [], Story.Planner, s.Now),
        s => Delivering.Settle(s.State, [], s.State.FollowUpAt is null ? [] : [new FollowUpCompleted(s.Now)], Story.Planner, s.Now),
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
        after.Due is not { } due || !(Sweeping.Elapse(after, Story.Planner, due) is Decision.Accepted swept) || swept.State.Due is null || swept.State.Due > due || after.RecountAlarmsAt == due);

    /// <summary>Never a silent stop: what nobody has escalates, unless something that ends by itself keeps it quiet.</summary>
    [Fact]
    public void F66_WhatNobodyHas_AlwaysGoesOn() => Check((_, after, _) =>
        after.Status != IncidentStatus.Triggered || after.Urgency == Urgency.Low
        || after.EscalatesAt is not null || after.Quiet is not null || after.IsResolvingItself);

    [Fact]
    public void TwoSteps_AreNeverCloserThanAMinute_UnlessAPersonAsks() => Check((before, after, story) =>
    {
        var steps = story.Events.OfType<EscalationStepFired>().Where(e => e.Why == "nobody has answered").ToList();
        return steps.Count < 2 || steps[^1].At - steps[^2].At >= EscalationState.LeastGap;
    });

    private static void Check(Func<Incident, Incident, Story, bool> holds)
    {
        var steps = Gen.Zip(Gen.Choose(0, Commands.Length - 1), Gen.Choose(0, 400)).ListOf().ToArbitrary();
        Prop.ForAll(steps, sequence =>
        {
            var story = Story.Triggered(new IncidentRules { ReopenWithin = Duration.FromDays(1) }, plan: Story.FirstStep);
            return sequence.All(step =>
            {
                var before = story.State;
                story.After(Duration.FromSeconds(step.Item2)).Do(Commands[step.Item1]);
                return holds(before, story.State, story);
            });
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Records compare their lists by reference, so lists are compared one by one.</summary>
    private static bool Same(Incident one, Incident other) =>
        one.Pages.Select(p => p with { Tried = null }).SequenceEqual(other.Pages.Select(p => p with { Tried = null }))
        && one.Pages.SelectMany(p => p.Tried ?? []).SequenceEqual(other.Pages.SelectMany(p => p.Tried ?? []))
        && one.Linked.SequenceEqual(other.Linked)
        && one.Returns.SequenceEqual(other.Returns)
        && one with { Pages = [], Linked = [], Returns = [] } == other with { Pages = [], Linked = [], Returns = [] };
}
