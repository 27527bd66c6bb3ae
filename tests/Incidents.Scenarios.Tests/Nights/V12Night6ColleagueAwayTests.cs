using System.Globalization;
using Incidents.Application.Absences;
using Incidents.Application.Schedules.Sick;
using Incidents.Application.Schedules.Swaps;
using Incidents.Application.Schedules.TimeOff;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Scenarios.Tests.Night;
using NodaTime;

namespace Incidents.Scenarios.Tests.Nights;

/// <summary>Night 6: whoever is on call is on time off, or sick.</summary>
public sealed class V12Night6ColleagueAwayTests
{
    private const string Team = """
        channels:
          sms: { origination: "+12065550100" }
          voice: { origination: "+12065550100" }
        people:
          ana: { name: Ana, slack: U0ANA00001, phone: "+4915100000001" }
          ben: { name: Ben, slack: U0BEN00001, phone: "+4915100000002" }
          cleo: { name: Cleo, slack: U0CLEO0001, phone: "+4915100000003" }
          dora: { name: Dora, slack: U0DORA0001, phone: "+4915100000004" }
        schedules:
          primary: { time_zone: Europe/Berlin, rotation: weekly, handoff: "MO 03:14", participants: [ana, cleo], start: 2026-09-07T01:14:00Z }
        escalation_policies:
          standard: { steps: [{ targets: [schedule: primary] }, { targets: [person: ben] }] }
        services:
          checkout: { alarms: ["checkout-*"], policy: standard }
        catch_all: { targets: [person: dora] }
        """;

    private static readonly string[] Away = ["0:00-1:00 slack, sms", "3:00-4:00 voice x2"];
    private static readonly string[] Sick = ["0:00-1:00 slack, sms", "3:00-4:00 voice x2"];
    private static readonly Actor Ana = new("ana", "Ana", Via.CommandLine);
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Fact]
    public async Task V12_Night6_WhenWhoIsOnCallHasTimeOff_TheNextStepIsPagedAtTheSameTime()
    {
        using var night = await PlayAway();

        Assert.Equal(
            [
                "0:00 slack Cleo+Ben", "1:00 sms Cleo", "1:00 sms Ben", "3:00 voice Cleo", "3:00 voice Ben", "4:00 voice Cleo", "4:00 voice Ben",
            ],
            night.Pages.Lines.OrderBy(Seconds).ThenBy(line => line.Contains("Ben", StringComparison.Ordinal)));
        Assert.Equal(Away, night.Interrupted("Cleo"));
        Assert.Equal(Away, night.Interrupted("Ben"));
        Assert.Empty(night.Interrupted("Dora"));
        Assert.Equal("Cleo has time off until 2026-09-15 03:12 UTC: step 2 is paged at the same time.", (await night.Story()).OfType<NobodyToPage>().Single().Why);
    }

    [Fact]
    public async Task V12_Night6_WhenWhoIsOnCallCallsInSick_TheNextStepIsPagedInTheirPlace_AndTheTeamIsAsked()
    {
        using var night = new NightHost(Team);

        var sick = Assert.IsType<SickResult.Covered>(await night.House.Get<CallInSick>().Handle(new PersonId("cleo"), Ana, CancellationToken.None));
        await night.House.Get<SwapNotifier>().Run(CancellationToken.None);
        await FireUntilAcknowledged(night);

        var cover = Assert.Single(sick.Covers);
        Assert.Equal(((PersonId?)new PersonId("ben"), Instant.FromUtc(2026, 9, 15, 7, 0), (string?)null), (cover.By, cover.To, cover.Problem));
        Assert.Contains(night.House.Slack.Posts, text => text.Contains($"./incidents swap take {cover.Swap}", StringComparison.Ordinal));
        Assert.Empty(night.Interrupted("Cleo"));
        Assert.Equal(Sick, night.Interrupted("Ben"));
    }

    /// <summary>Time off and cover stand in the configuration of the simulation, where a night has them in its stores.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Night6_WhenSimulated_SaysTheSame(bool sick)
    {
        using var night = sick ? new NightHost(Team) : await PlayAway();
        if (sick)
        {
            await night.House.Get<CallInSick>().Handle(new PersonId("cleo"), Ana, CancellationToken.None);
            await FireUntilAcknowledged(night);
        }

        var team = Team.Replace("name: Cleo,", "name: Cleo, time_off: [{ from: 2026-09-13, to: 2026-09-15 }],", StringComparison.Ordinal);
        const string cover = ", overrides: [{ kind: replace, replaces: cleo, users: [ben], from: 2026-09-14T03:12:00Z, to: 2026-09-15T07:00:00Z }] }";
        var simulated = await Simulated.Of(night, sick ? team.Replace("start: 2026-09-07T01:14:00Z }", $"start: 2026-09-07T01:14:00Z{cover}", StringComparison.Ordinal) : team);

        Assert.Equal(sick ? [] : Away, simulated.Interrupted("Cleo"));
        Assert.Equal(sick ? Sick : Away, simulated.Interrupted("Ben"));
        Assert.Empty(simulated.Interrupted("Dora"));
    }

    [Fact]
    public async Task V12_Sick_WhenSomebodyTakesOver_TheyArePaged_AndNotTheStandIn()
    {
        using var night = new NightHost(Team);
        var sick = Assert.IsType<SickResult.Covered>(await night.House.Get<CallInSick>().Handle(new PersonId("cleo"), Ana, CancellationToken.None));
        night.Sleep(10 * Minute);

        Assert.IsType<SwapResult.Done>(await night.House.Get<TakeSwap>().Handle(new ScheduleId("primary"), sick.Covers[0].Swap!, new PersonId("ana"), Ana, CancellationToken.None));
        await night.House.Fire("checkout-5xx");

        Assert.Equal(["10:00 slack Ana"], night.Pages.Lines);
    }

    [Fact]
    public async Task V12_Sick_WhenAskedTwice_CoversOnce()
    {
        using var night = new NightHost(Team);
        await night.House.Get<CallInSick>().Handle(new PersonId("cleo"), Ana, CancellationToken.None);

        Assert.Empty(Assert.IsType<SickResult.Covered>(await night.House.Get<CallInSick>().Handle(new PersonId("cleo"), Ana, CancellationToken.None)).Covers);
        Assert.Single((await night.House.Get<ITimeOffStore>().Load(CancellationToken.None)).Entries);
    }

    [Fact]
    public async Task V12_Sick_WhenThePersonIsUnknown_IsRefusedWithAHint()
    {
        using var night = new NightHost(Team);

        Assert.Contains("\"cleo\"", Assert.IsType<SickResult.Refused>(await night.House.Get<CallInSick>().Handle(new PersonId("cleo1"), Ana, CancellationToken.None)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task V12_TimeOff_WhenItIsCancelled_PagesTheFirstStepAlone()
    {
        using var night = new NightHost(Team);
        var entered = await TakeTimeOff(night, "cleo");
        await night.House.Get<CancelTimeOff>().Handle(entered, Ana, CancellationToken.None);

        await night.House.Fire("checkout-5xx");

        Assert.Equal(["0:00 slack Cleo"], night.Pages.Lines);
    }

    private static async Task<NightHost> PlayAway()
    {
        var night = new NightHost(Team);
        await TakeTimeOff(night, "cleo");
        await night.House.Fire("checkout-5xx");
        await night.Pass((4 * Minute) + Duration.FromSeconds(30));
        await night.House.Acknowledge(new IncidentNumber(1), "ben");
        await night.Pass(20 * Minute);
        return night;
    }

    private static async Task FireUntilAcknowledged(NightHost night)
    {
        await night.House.Fire("checkout-5xx");
        await night.Pass(4 * Minute);
        await night.House.Acknowledge(new IncidentNumber(1), "ben");
    }

    private static async Task<string> TakeTimeOff(NightHost night, string person) =>
        Assert.IsType<TimeOffResult.Made>(await night.House.Get<MakeTimeOff>().Handle(
            new TimeOffRequest(new PersonId(person), new TimeOffSpan.Exactly(night.Now - Duration.FromDays(1), night.Now + Duration.FromDays(1)), Source: null), Ana, CancellationToken.None)).Entry.Id;

    private static int Seconds(string line) => line.Split(' ')[0].Split(':') is [var minutes, var seconds] ? (60 * int.Parse(minutes, CultureInfo.InvariantCulture)) + int.Parse(seconds, CultureInfo.InvariantCulture) : 0;
}
