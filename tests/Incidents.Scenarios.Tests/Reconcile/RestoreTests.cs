using Incidents.Application.Alarms;
using Incidents.Application.Slack;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests.Reconcile;

/// <summary>A table that is new or comes from a backup: one summary instead of a storm of pages.</summary>
public class RestoreTests
{
    [Fact]
    public async Task F33_TheFirstRun_TellsOnceWhatFires_AndPagesNobody()
    {
        using var house = new ReconcileHouse();
        for (var i = 0; i < 25; i++)
        {
            house.Silent($"checkout-{i}");
        }

        Assert.Equal(25, (await house.Run()).Adopted);

        var told = Assert.Single(house.House.Slack.Posts);
        Assert.Contains("25 of its alarms are in ALARM already: checkout-0, ", told, StringComparison.Ordinal);
        Assert.Contains("and 5 more", told, StringComparison.Ordinal);
        Assert.Equal(0, house.House.Channel.Pages);
    }

    [Fact]
    public async Task F33_WhatWasTold_StaysQuiet_UntilItChanges()
    {
        using var house = new ReconcileHouse();
        var alarm = house.Silent("checkout-errors");
        await house.Run();

        house.House.Clock.Jump(Duration.FromMinutes(5));
        Assert.Equal(0, (await house.Run()).Total);
        await house.House.Recover("checkout-errors");
        house.CloudWatch.Now.Clear();
        house.House.Clock.Jump(Duration.FromMinutes(5));
        house.CloudWatch.Now.Add(alarm with { Since = house.House.Clock.Now() - Duration.FromMinutes(1) });

        Assert.Equal(1, (await house.Run()).MissedAlarms);
        Assert.Single(house.House.Slack.Posts);
        Assert.Equal(1, house.House.Channel.Pages);
    }

    [Fact]
    public async Task F33_ATableRestoredFromABackup_IsTreatedAsNew()
    {
        using var house = await ReconcileHouse.Running();
        house.House.Clock.Jump(Duration.FromMinutes(61));
        house.Silent("checkout-errors");

        Assert.Equal((1, 0), ((await house.Run()).Adopted, house.House.Channel.Pages));
    }

    [Fact]
    public async Task TheFirstRun_WhileCloudWatchIsDown_IsNotOverYet()
    {
        using var house = new ReconcileHouse();
        house.Silent("checkout-errors");
        house.CloudWatch.IsDown = true;
        await house.Run();
        house.CloudWatch.IsDown = false;

        Assert.Equal(1, (await house.Run()).Adopted);
    }

    [Fact]
    public async Task WhenSlackDoesNotTakeTheSummary_TheFallbackTopicDoes()
    {
        using var house = new ReconcileHouse();
        house.House.Slack.Answer = () => new DeliveryResult.Rejected("no_service");
        house.Silent("checkout-errors");

        await house.Run();

        Assert.Contains("checkout-errors", Assert.Single(house.House.Fallback.Heard).Text, StringComparison.Ordinal);
    }
}
