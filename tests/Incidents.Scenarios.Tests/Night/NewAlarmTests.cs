using Incidents.Application.Actions;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests.Night;

/// <summary>Alarms that join an incident which somebody has, by what the people of a night hear.</summary>
public sealed class NewAlarmTests
{
    private static readonly IncidentNumber First = new(1);

    [Fact]
    public async Task V03_NewName_WhenAcknowledged_TellsTheHolderOnSlackAtOnce_AndByTextAfterAMinute_NeverByCall()
    {
        using var night = await Taken();

        await night.House.Fire("ringing-b");
        await night.Pass(Duration.FromMinutes(4));

        Assert.Equal(["0:30 slack Ana", "1:30 sms Ana"], night.Pages.Lines);
        Assert.Equal(IncidentStatus.Acknowledged, (await night.House.Look(First)).Status);
    }

    [Fact]
    public async Task V03_NewName_WhenNoChannelTakesIt_CallsNobody()
    {
        using var night = await Taken();
        foreach (var kind in new[] { "slack", "sms", "email" })
        {
            night.Pages.Answers(kind, _ => new DeliveryResult.Rejected("no"));
        }

        await night.House.Fire("ringing-b");
        await night.Pass(Duration.FromMinutes(4));

        Assert.Contains("0:30 slack Ana", night.Pages.Lines);
        Assert.Empty(night.Pages.Of("voice"));
    }

    [Fact]
    public async Task V03_NewName_WhenTheHolderDoesNothing_ThePolicyGoesOn()
    {
        using var night = await Taken();
        await night.House.Fire("ringing-b");

        await night.Pass(Duration.FromMinutes(6));

        Assert.Equal(IncidentStatus.Triggered, (await night.House.Look(First)).Status);
        Assert.Contains(night.Pages.Of("slack"), line => line.EndsWith("slack Ben", StringComparison.Ordinal));
    }

    [Fact]
    public async Task V03_NewName_WhenTheHolderActs_NothingFollows()
    {
        using var night = await Taken();
        await night.House.Fire("ringing-b");
        night.Sleep(Duration.FromSeconds(20));

        Assert.IsType<ChangeResult.Changed>(await night.House.Acknowledge(First));
        await night.Pass(Duration.FromMinutes(20));

        Assert.Equal(["0:30 slack Ana"], night.Pages.Lines);
    }

    [Fact]
    public async Task V03_NewNames_WithinTwoMinutes_AreToldTogether()
    {
        using var night = await Taken();
        foreach (var name in new[] { "ringing-b", "ringing-c", "ringing-d", "ringing-e", "ringing-f" })
        {
            await night.House.Fire(name);
            await night.Pass(Duration.FromSeconds(10));
        }

        await night.Pass(Duration.FromMinutes(2));

        Assert.Equal(2, night.Pages.Of("slack").Count);
        var told = (await night.Story()).OfType<HolderNotified>().ToList();
        Assert.Equal([1, 4], told.Select(e => e.Count));
        Assert.Equal(["ringing-c", "ringing-d", "ringing-e"], told[1].Names);
    }

    [Fact]
    public async Task V03_NewName_WhenSnoozed_EndsTheSnooze()
    {
        using var night = await Taken();
        await night.House.Get<SnoozeIncident>().Handle(First, new Actor("ana", "Ana", Via.CommandLine), SnoozeUntil.Parse("4h")!, CancellationToken.None);
        night.Pages.Clear();

        await night.House.Fire("ringing-b");

        Assert.Null((await night.House.Look(First)).SnoozedUntil);
        Assert.Equal(["0:30 slack Ana"], night.Pages.Lines);
    }

    [Fact]
    public async Task V03_TheSameAlarm_WhenItFiresAgain_IsOneMessage()
    {
        using var night = await Taken();
        for (var i = 0; i < 3; i++)
        {
            await night.House.Recover("ringing-a");
            await night.Pass(Duration.FromSeconds(20));
            await night.House.Fire("ringing-a");
            await night.Pass(Duration.FromSeconds(20));
        }

        Assert.Empty(night.Pages.Lines);
        Assert.Single(night.House.Channel.Heard, line => line.EndsWith("AlarmsJoined", StringComparison.Ordinal));
    }

    [Fact]
    public async Task V03_JoinedAlarms_WhenThereAreMany_AreNamedUpToThree()
    {
        using var night = new NightHost();
        foreach (var name in new[] { "ringing-a", "ringing-b", "ringing-c", "ringing-d", "ringing-e" })
        {
            await night.House.Fire(name);
        }

        await night.Pass(Duration.FromSeconds(10));

        var joined = (await night.House.Look(First)).Joined;
        Assert.Equal((4, 3), (joined.Total, joined.Names?.Count));
    }

    [Fact]
    public async Task V03_NextIncident_WhenOneOfTheServiceIsOpen_SaysSo_AndMerges()
    {
        using var night = await Taken();
        night.Sleep(Duration.FromMinutes(20));

        var second = (await night.House.Fire("ringing-later")).Incident!.Incident;

        Assert.Equal(new OpenBeside(First, "ana"), second.Beside);
        Assert.IsType<ChangeResult.Changed>(await night.House.Get<MergeIncidents>().IntoTheOneBeside(second.Number, new Actor("ana", "Ana", Via.Slack), CancellationToken.None));
        Assert.Equal(First, (await night.House.Look(second.Number)).MergedInto);
    }

    /// <summary>Ana has `ringing-a` since ten seconds, and half a minute has passed.</summary>
    private static async Task<NightHost> Taken()
    {
        var night = new NightHost();
        await night.House.Fire("ringing-a");
        night.Sleep(Duration.FromSeconds(10));
        await night.House.Acknowledge(First);
        await night.Pass(Duration.FromSeconds(20));
        night.Pages.Clear();
        return night;
    }
}
