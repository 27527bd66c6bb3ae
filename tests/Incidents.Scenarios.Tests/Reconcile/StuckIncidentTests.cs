using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Application.Reconcile;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests.Reconcile;

/// <summary>Incidents and pointers in states that no use case leaves behind, and that a fault may.</summary>
public class StuckIncidentTests
{
    [Fact]
    public async Task I3_AnOpenIncidentWithNothingDue_IsPagedAgain_AndHasADueTime()
    {
        using var house = await ReconcileHouse.Running();
        var number = await Stuck(house);
        var pages = house.House.Channel.Pages;

        Assert.Equal(1, (await house.Run()).WithoutDue);

        Assert.NotNull((await house.House.Look(number)).Due);
        Assert.Equal(pages + 1, house.House.Channel.Pages);
        Assert.Contains((await house.House.Story(number)).Timeline, entry => entry.Event is NoteAdded { Text: "repaired: nothing was due any more" });
        Assert.Equal(Repairs.None, await house.Run());
    }

    [Fact]
    public async Task I3_OneThatSomebodyHas_IsRemindedOf_AndPagesNobody()
    {
        using var house = await ReconcileHouse.Running();
        var number = await Stuck(house, acknowledged: true);
        var pages = house.House.Channel.Pages;

        await house.Run();

        Assert.NotNull((await house.House.Look(number)).Due);
        Assert.Equal(pages, house.House.Channel.Pages);
    }

    [Fact]
    public async Task F31_APageThatWasClaimedAndNeverSettled_IsSentByTheSweep_AndCounted()
    {
        using var house = await ReconcileHouse.Running();
        house.House.EndsAtTheChannel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => house.House.Fire("checkout-errors"));
        house.House.BeginsAgain();
        house.House.Clock.Jump(Duration.FromMinutes(6));

        var repairs = await house.Run();

        Assert.Equal((1, 1), (repairs.Overdue, repairs.PagesAbandoned));
        Assert.Empty((await house.Open())[0].Pages);
        Assert.Equal(2, house.House.Channel.Pages);
    }

    [Fact]
    public async Task F32_AnAlarmThatNamesAnIncidentThatIsOver_IsLetGo_AndTheTimelineSaysSo()
    {
        using var house = await ReconcileHouse.Running();
        var store = house.Store;
        var number = (await house.House.Fire("checkout-errors")).Incident!.Incident.Number;
        var open = await house.House.Look(number);
        var over = (Decision.Accepted)Responding.Resolve(open, Actor.System, ResolveReason.Fixed, confirmed: true, note: null, house.House.Clock.Now());
        await store.Save(new IncidentCommit(open, over.State with { Version = open.Version + 1, FollowUpAt = null }, over.Events), default);

        Assert.Equal(0, (await house.Run()).StalePointers);
        house.House.Clock.Jump(Duration.FromMinutes(6));

        Assert.Equal(1, (await house.Run()).StalePointers);
        Assert.Empty(await house.Marks.OpenAlarms(default));
        Assert.Contains((await house.House.Story(number)).Timeline, entry => entry.Event is NoteAdded { Text: var text } && text.EndsWith("still named this incident", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatTheNewestRunFound_CanBeAsked()
    {
        using var house = await ReconcileHouse.Running();
        await Stuck(house);
        Assert.Null(house.House.Get<LastRepairs>().Newest);

        await house.Run();

        Assert.Equal((house.House.Clock.Now(), 1), (house.House.Get<LastRepairs>().Newest!.Value.At, house.House.Get<LastRepairs>().Newest!.Value.Found.Total));
    }

    /// <summary>Writes an incident as no decision would leave it.</summary>
    private static async Task<IncidentNumber> Stuck(ReconcileHouse house, bool acknowledged = false)
    {
        var store = house.Store;
        var number = (await house.House.Fire("checkout-errors")).Incident!.Incident.Number;
        if (acknowledged)
        {
            await house.House.Acknowledge(number);
        }

        var incident = await house.House.Look(number);
        var stuck = new Incident
        {
            Number = number,
            Version = incident.Version + 1,
            TimelineLength = incident.TimelineLength,
            Status = incident.Status,
            Severity = incident.Severity,
            Urgency = incident.Urgency,
            Service = incident.Service,
            Title = incident.Title,
            Source = incident.Source,
            Opener = incident.Opener,
            TriggeredAt = incident.TriggeredAt,
            AcknowledgedAt = incident.AcknowledgedAt,
            AcknowledgedBy = incident.AcknowledgedBy,
            LastPage = incident.LastPage,
        };
        Assert.Null(stuck.Due);
        await store.Save(new IncidentCommit(incident, stuck, []), default);
        return number;
    }
}
