using Incidents.Application.Actions;
using Incidents.Application.Maintenance;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests.Night;

/// <summary>What does not wake anybody, and when it does after all.</summary>
public class NoiseTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly Duration Hour = Duration.FromHours(1);
    private static readonly IncidentNumber First = new(1);
    private static readonly Actor Ana = new("ana", "Ana", Via.CommandLine);

    [Fact]
    public async Task LowUrgency_IsOneCard_UntilSupportHoursBegin()
    {
        using var night = new NightHost();
        await night.House.Fire("office-1");
        await night.Pass((4 * Hour) - Duration.FromSeconds(1));
        Assert.Equal(["0:00 slack Cleo"], night.Pages.Lines);

        await night.Pass(6 * Minute);
        Assert.Equal(["0:00 slack Cleo", "240:00 slack Cleo", "245:00 slack Ben"], night.Pages.Lines);
    }

    [Fact]
    public async Task LowUrgency_AcknowledgedAtNight_IsNotRaisedInTheMorning()
    {
        using var night = new NightHost();
        await night.House.Fire("office-1");
        await night.House.Acknowledge(First);
        await night.Pass(5 * Hour);

        Assert.Equal(["0:00 slack Cleo"], night.Pages.Lines);
    }

    [Fact]
    public async Task GradedDownAtNight_IsTakenUpInTheMorning()
    {
        using var night = new NightHost();
        await night.House.Send(AlarmBody.Metric("office-1", "ALARM", night.Now));
        await night.House.Get<ChangeSeverity>().Handle(First, Ana, Severity.Sev2, null, CancellationToken.None);
        await night.House.Get<ChangeSeverity>().Handle(First, Ana, Severity.Sev3, "not that bad", CancellationToken.None);
        night.Pages.Clear();
        await night.Pass((4 * Hour) - Minute);
        Assert.DoesNotContain(night.Pages.Lines, line => line.Contains("slack", StringComparison.Ordinal));

        await night.Pass(2 * Minute);
        Assert.Contains("240:00 slack Cleo", night.Pages.Lines);
    }

    [Fact]
    public async Task Hold_PagesWhatLasts_AndShowsThatItIsHeld()
    {
        using var night = new NightHost();
        await night.House.Fire("held-1");
        Assert.Contains(await night.Story(), e => e is PagingSuppressed { Kind: SuppressionKind.Hold });

        await night.Pass(4 * Minute);
        Assert.Equal(["3:00 slack Cleo"], night.Pages.Lines);
    }

    [Fact]
    public async Task F06_Hold_OfAnAlarmThatDoesNotLast_PagesNobody()
    {
        using var night = new NightHost();
        await night.House.Fire("held-1");
        await night.Pass(Minute);
        await night.House.Recover("held-1");
        await night.Pass(Hour);

        Assert.Empty(night.Pages.Lines);
        Assert.False((await night.House.Look(First)).IsOpen);
    }

    [Fact]
    public async Task Maintenance_SilencesPagesNotTheRecord_AndWhatStillFiresAtItsEndPages()
    {
        using var night = new NightHost();
        await Plan(night, alarms: ["checkout-*"]);
        await night.House.Fire("checkout-5xx");
        await night.Pass(Hour - Duration.FromSeconds(1));
        Assert.Empty(night.Pages.Lines);
        Assert.True((await night.House.Look(First)).IsOpen);

        await night.Pass(6 * Minute);
        Assert.Equal(["60:00 slack Cleo", "65:00 slack Ben"], night.Pages.Lines);
    }

    [Fact]
    public async Task Maintenance_EndedEarly_PagesThen()
    {
        using var night = new NightHost();
        var window = await Plan(night, services: ["checkout"]);
        await night.House.Fire("checkout-5xx");
        await night.Pass(10 * Minute);
        await night.House.Get<EndMaintenance>().Handle(window, CancellationToken.None);

        Assert.Equal(["10:00 slack Cleo"], night.Pages.Lines);
    }

    [Fact]
    public async Task Maintenance_OfWhatRecovers_PagesNobody()
    {
        using var night = new NightHost();
        await Plan(night, services: ["checkout"]);
        await night.House.Fire("checkout-5xx");
        await night.Pass(57 * Minute);
        await night.House.Recover("checkout-5xx");
        await night.Pass(Hour);

        Assert.Empty(night.Pages.Lines);
    }

    [Fact]
    public async Task Maintenance_DoesNotSilenceAnAlarmItDoesNotName_WhateverItJoins()
    {
        using var night = new NightHost();
        await Plan(night, alarms: ["checkout-deploy"]);
        await night.House.Fire("checkout-deploy");
        await night.Pass(Minute);
        await night.House.Fire("checkout-5xx");

        Assert.Equal(["1:00 slack Cleo"], night.Pages.Lines);
    }

    [Fact]
    public async Task Maintenance_SilencesTheSecondAlarmItNames()
    {
        using var night = new NightHost();
        await Plan(night, alarms: ["checkout-*"]);
        await night.House.Fire("checkout-deploy");
        await night.Pass(Minute);
        await night.House.Fire("checkout-5xx");
        await night.Pass(10 * Minute);

        Assert.Empty(night.Pages.Lines);
    }

    [Fact]
    public async Task Snoozed_PagesTheSnoozerAtItsEnd_OrWhoeverIsOnCallByThen()
    {
        using var night = new NightHost();
        await night.House.Fire("ringing-1");
        await Snooze(night, "ana");
        await night.Pass(Hour);
        Assert.Equal("60:00 slack Ben", night.Pages.Lines[^1]);

        await Snooze(night, "ben");
        await night.Pass(Hour);
        Assert.Equal("120:00 slack Ben", night.Pages.Lines[^1]);
        Assert.Equal(3, night.Pages.Lines.Count);
    }

    [Fact]
    public async Task GotWorse_PagesAlthoughItIsSnoozed()
    {
        using var night = new NightHost();
        await night.House.Fire("checkout-5xx");
        await Snooze(night, "cleo");
        await night.House.Send(AlarmBody.Metric("checkout-down", "ALARM", night.Now, description: "SEV1"));

        Assert.Equal(["0:00 slack Cleo", "0:00 slack Cleo"], night.Pages.Lines);
    }

    [Fact]
    public async Task Merged_EndsTheOne_AndItsAlarmsBelongToTheOther()
    {
        using var night = new NightHost();
        await night.House.Fire("checkout-5xx");
        await night.House.Fire("ringing-1");
        await night.House.Get<MergeIncidents>().Handle(new IncidentNumber(2), First, Ana, CancellationToken.None);
        night.Pages.Clear();
        await night.Pass(4 * Minute);
        Assert.Empty(night.Pages.Lines);

        await night.House.Recover("checkout-5xx");
        await night.Pass(10 * Minute);
        Assert.Equal((true, false, ResolveReason.Duplicate), ((await night.House.Look(First)).IsOpen, (await night.House.Look(new IncidentNumber(2))).IsOpen, (await night.House.Look(new IncidentNumber(2))).ResolveReason));

        await night.House.Recover("ringing-1");
        await night.Pass(6 * Minute);
        Assert.False((await night.House.Look(First)).IsOpen);
    }

    [Fact]
    public async Task Linked_BothSayIt_AndBothGoOn()
    {
        using var night = new NightHost();
        await night.House.Fire("checkout-5xx");
        await night.House.Fire("ringing-1");
        await night.House.Get<LinkIncidents>().Handle(First, new IncidentNumber(2), Ana, CancellationToken.None);

        Assert.Equal([new IncidentNumber(2)], (await night.House.Look(First)).Linked);
        Assert.Equal([First], (await night.House.Look(new IncidentNumber(2))).Linked);
        Assert.True((await night.House.Look(new IncidentNumber(2))).IsOpen);
    }

    private static Task<ChangeResult> Snooze(NightHost night, string who) =>
        night.House.Get<SnoozeIncident>().Handle(First, new Actor(who, who, Via.CommandLine), SnoozeUntil.After(Hour), CancellationToken.None);

    private static async Task<string> Plan(NightHost night, string[]? services = null, string[]? alarms = null)
    {
        var request = new MaintenanceRequest("upgrade", From: null, night.Now + Hour, [.. (services ?? []).Select(id => new ServiceId(id))], alarms ?? [], []);
        return Assert.IsType<MaintenanceResult.Planned>(await night.House.Get<PlanMaintenance>().Handle(request, Ana, CancellationToken.None)).Window.Id;
    }
}
