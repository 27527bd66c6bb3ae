using Incidents.Application.Alarms;
using Incidents.Application.Heartbeats;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Paging;
using Incidents.Application.Sweep;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Scenarios.Tests.Nights;

/// <summary>The nights on which Slack, the store or the whole region is down, with every interruption of every person.</summary>
public class V13Tests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly IncidentNumber First = new(1);

    [Fact]
    public async Task V13_Night8_SlackIsDown_EachPersonIsRungAndSlackReplaysNothing()
    {
        using var night = new DownNight();
        night.Down.Add(ChannelKind.Slack);
        await night.Fire("checkout-5xx");
        await night.Pass(7 * Minute);
        await night.House.Acknowledge(First, "ben");
        await night.Pass(18 * Minute);
        await night.House.Resolve(First);
        await night.Pass(120 * Minute);
        night.Down.Clear();
        await night.Pass(10 * Minute);

        Assert.Equal(["0:55 push", "3:00-4:00 voice x2"], night.Interrupted("ana"));
        Assert.Equal(["5:55 sms"], night.Interrupted("ben"));
        Assert.Empty(night.House.Fallback.Heard);
    }

    [Fact]
    public async Task V13_Night9_TheStoreIsDownForThreeHours_WhoIsOnCallIsRungAtOnce_AndWhoWasNotIsPagedByTheIncident()
    {
        using var night = new DownNight();
        night.Store.IsDown = true;

        Assert.Equal("kept", await night.Fire("checkout-5xx"));
        await night.Pass(2 * Minute);
        await night.Fire("checkout-latency");
        await night.Fire("reports-late");
        await night.Pass(58 * Minute);
        await night.Fire("payments-dlq");
        await night.Pass(120 * Minute);

        Assert.Equal(["0:00 slack, push, sms, voice", "60:00 slack, push, sms, voice"], night.Interrupted("ana"));
        Assert.Equal(["2:00 slack"], night.Interrupted("cleo"));
        Assert.Empty(night.Interrupted("ben"));
        Assert.Equal(3, night.House.Fallback.Heard.Count);

        night.Store.IsDown = false;
        await night.Pass(6 * Minute);

        Assert.Equal([new ServiceId("checkout"), new ServiceId("payments"), new ServiceId("reports")], (await night.House.Store.OpenIncidents(default)).Select(i => i.Service).Order());
        Assert.Equal(["0:00 slack, push, sms, voice", "60:00 slack, push, sms, voice"], night.Interrupted("ana"));
        Assert.Equal(["2:00 slack", "181:15 slack", "186:00 slack"], night.Interrupted("cleo"));
        Assert.Equal(["186:00 slack x2"], night.Interrupted("ben"));
        Assert.Empty(night.House.Retries.Kept);
    }

    [Fact]
    public async Task V13_Night10_TheRegionIsDown_TheOtherStackMissesItsBeats_AndPages()
    {
        using var other = new DownNight();
        using var region = new DownNight(services => services.AddSingleton<CallWatchdog>(
            async (secret, cancellation) => await other.House.Get<RecordHeartbeat>().Handle(secret, cancellation) is HeartbeatResult.Done ? null : "not taken"));

        for (var minute = 0; minute < 24; minute++)
        {
            if (minute < 10)
            {
                Assert.Empty((await region.House.Get<ScheduledJobs>().Run(region.House.Clock.Now(), CancellationToken.None)).Failures);
            }

            await other.House.Get<CheckHeartbeats>().Run(CancellationToken.None);
            region.House.Clock.Jump(Minute);
            await other.Pass(Minute);
        }

        Assert.Equal(["15:00-16:00 slack, push", "18:00-19:00 voice x2"], other.Interrupted("ana"));
        Assert.Equal(["20:00-21:00 slack, sms", "23:00-24:00 voice x2"], other.Interrupted("ben"));
    }

    [Fact]
    public async Task V13_Watchdog_WhenTheStoreCannotBeWritten_IsNotCalled()
    {
        var calls = 0;
        using var night = new DownNight(services => services.AddSingleton<CallWatchdog>((_, _) =>
        {
            calls++;
            return Task.FromResult<string?>(null);
        }));
        await night.House.Get<ScheduledJobs>().Run(night.House.Clock.Now(), CancellationToken.None);
        night.Store.IsDown = true;
        await Assert.ThrowsAnyAsync<Exception>(() => night.House.Get<ScheduledJobs>().Run(night.House.Clock.Now(), CancellationToken.None));

        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task V13_Watchdog_WhenAllThatWasDueWentWrong_IsNotCalled()
    {
        var calls = 0;
        using var night = new DownNight(services => services.AddSingleton<CallWatchdog>((_, _) =>
        {
            calls++;
            return Task.FromResult<string?>(null);
        }));
        await night.Fire("checkout-5xx");
        night.House.Clock.Jump(6 * Minute);
        night.Store.Breaks = call =>
        {
            night.House.Clock.Jump(call == "Load" ? Minute : Duration.Zero);
            return call == "Load";
        };
        await night.House.Get<ScheduledJobs>().Run(night.House.Clock.Now() + Duration.FromSeconds(1), CancellationToken.None);
        Assert.Equal(0, calls);

        night.Store.Breaks = _ => false;
        await night.House.Get<ScheduledJobs>().Run(night.House.Clock.Now() + Duration.FromSeconds(1), CancellationToken.None);
        Assert.Equal(1, calls);
    }

    /// <summary>Ben is told of the first alarm alone: the second is another incident, of which nothing has told him.</summary>
    [Fact]
    public async Task V13_StoreDown_WhoWasToldOfAnotherAlarm_IsPagedForTheOneThatWasLeftOut()
    {
        using var night = new DownNight();
        night.Store.IsDown = true;
        await night.Fire("staging-batch-slow");
        await night.Pass(Duration.FromSeconds(2));
        await night.Fire("prod-database-down");
        night.Store.IsDown = false;
        await night.Pass(2 * Minute);

        var open = await night.House.Store.OpenIncidents(CancellationToken.None);
        Assert.Equal(2, open.Count);
        Assert.Equal(["prod-database-down"], open.Where(incident => incident.Pages.Exists(page => page.Person == new PersonId("ben"))).Select(incident => incident.Title));
    }

    [Fact]
    public async Task V13_StoreDown_WhoseChannelThatWakesFails_IsPagedWhenTheIncidentOpens()
    {
        using var night = new DownNight();
        night.Store.IsDown = true;
        foreach (var kind in new[] { ChannelKind.Push, ChannelKind.Sms, ChannelKind.Voice })
        {
            night.Down.Add(kind);
        }

        await night.Fire("checkout-5xx");
        night.Store.IsDown = false;
        night.Down.Clear();
        await night.Pass(4 * Minute);

        Assert.Equal(["0:00-2:00 slack x2, push", "4:00 voice"], night.Interrupted("ana"));
    }

    [Fact]
    public async Task V13_StoreDown_TheMessageThatWaits_NamesWhoWasReached()
    {
        using var night = new DownNight();
        night.Store.IsDown = true;
        await night.Fire("checkout-5xx");

        Assert.EndsWith("\"reached\":[\"ana\"]}", Assert.Single(night.House.Retries.Kept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task V13_StoreDown_AMessageOfAnOlderVersion_PagesTheFirstStep()
    {
        using var night = new DownNight();
        await night.House.Get<ReceiveFailOpen>().TryAgain([night.Message("checkout-5xx") with { FallbackPaged = true }], isLast: false, CancellationToken.None);

        Assert.Equal(["0:00 slack"], night.Interrupted("ana"));
    }

    [Fact]
    public async Task V13_StoreDown_WhatCanWait_RingsNobody_AndHidesNothingThatCannot()
    {
        using var night = new DownNight();
        night.Store.IsDown = true;
        await night.House.Get<ReceiveFailOpen>().HandleAll([night.Message("checkout-slow") with { Text = AlarmBody.Metric("checkout-slow", "ALARM", night.House.Clock.Now(), description: "SEV4") }], CancellationToken.None);
        Assert.Equal(["0:00 slack"], night.Interrupted("ana"));

        await night.Pass(2 * Minute);
        await night.Fire("checkout-5xx");

        Assert.Equal(["0:00 slack", "2:00 slack, push, sms, voice"], night.Interrupted("ana"));
    }

    [Fact]
    public async Task V13_StoreDown_AStormOfServices_IsOneTextAndOneCallAMinute()
    {
        using var night = new DownNight();
        night.Store.IsDown = true;
        await night.Fire("checkout-5xx");
        await night.Fire("payments-dlq");

        Assert.Equal(["0:00 slack x2, push x2, sms, voice"], night.Interrupted("ana"));
    }

    [Fact]
    public async Task V13_FallbackThatReachesNoPerson_SettlesNoPage()
    {
        using var night = new DownNight(services => services.AddSingleton<IFallback, OnlyShown>());
        night.Down.UnionWith([ChannelKind.Slack, ChannelKind.Push, ChannelKind.Sms, ChannelKind.Voice]);
        await night.Fire("checkout-5xx");
        await night.Pass(4 * Minute);

        var story = (await night.House.Story(First)).Timeline.Select(entry => entry.Event).ToList();
        Assert.Contains(story.OfType<PageFailed>(), page => page.Channel == Page.Fallback);
        Assert.Empty(story.OfType<PageSent>());
        Assert.Null((await night.House.Look(First)).LastPage);
    }

    [Fact]
    public async Task V13_StoreDown_WhenNothingReachesAPerson_TheMessageWaitsUnmarked()
    {
        using var night = new DownNight(services => services.AddSingleton<IFallback, OnlyShown>());
        night.Store.IsDown = true;
        night.Down.UnionWith([ChannelKind.Slack, ChannelKind.Push, ChannelKind.Sms, ChannelKind.Voice]);

        Assert.Equal("kept", await night.Fire("checkout-5xx"));
        Assert.False(Assert.Single(AlarmMessages.Read(night.House.Retries.Kept[0], night.House.Clock.Now())).FallbackPaged);
        night.Down.Clear();
        await night.Pass(Minute);

        Assert.Equal(["1:00 slack, push, sms, voice"], night.Interrupted("ana"));
    }

    private sealed class OnlyShown : IFallback
    {
        public bool ReachesPeople => false;

        public Task<DeliveryResult> Publish(FallbackMessage message, CancellationToken cancellation) => Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered());
    }
}
