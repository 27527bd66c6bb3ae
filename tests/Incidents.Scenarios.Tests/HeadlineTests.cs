using Incidents.Application.Actions;
using Incidents.Application.Intake;
using Incidents.Application.Reading;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests;

/// <summary>Pages are about the alarm that caused them.</summary>
public sealed class HeadlineTests
{
    [Fact]
    public async Task V04_Page_WhenAWorseAlarmJoins_IsAboutThatAlarm()
    {
        using var house = new ScenarioHost();
        var number = Number(await house.Fire("checkout-5xx"));
        house.Clock.Jump(Duration.FromSeconds(10));

        await house.Send(AlarmBody.Metric("checkout-Db-down", "ALARM", house.Clock.Now(), description: "SEV1 runbook: https://wiki.example.com/db"));

        var story = await house.Story(number);
        Assert.Equal(2, house.Channel.Pages);
        Assert.Equal(("checkout-Db-down", "Errors 7.25 > 5"), (story.Briefing.Cause?.Name, story.Briefing.Cause?.Metric));
        Assert.Equal("https://wiki.example.com/db", story.Briefing.Cause?.RunbookPage?.AbsoluteUri);
        Assert.EndsWith("#alarmsV2:alarm/checkout-Db-down", story.Briefing.Cause?.Console?.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("checkout-Db-down", story.Record.Incident.Title);
        Assert.Single((await house.Get<ListIncidents>().Handle(new IncidentFilter(Text: "5XX"), after: null, limit: 10, CancellationToken.None)).Open);
    }

    [Fact]
    public async Task V04_Page_WhenTheOpeningAlarmRecovers_IsAboutTheOneThatStillFires()
    {
        using var house = new ScenarioHost();
        var number = Number(await house.Fire("checkout-5xx"));
        house.Clock.Jump(Duration.FromSeconds(10));
        await house.Fire("checkout-queue");
        house.Clock.Jump(Duration.FromSeconds(10));

        await house.Recover("checkout-5xx");
        Assert.Equal("checkout-5xx", (await house.Look(number)).Title);

        await house.Get<EscalateIncident>().Handle(number, new Actor("ana", "Ana", Via.CommandLine), CancellationToken.None);
        Assert.Equal("checkout-queue", (await house.Look(number)).Title);
        Assert.Equal("checkout-queue", (await house.Story(number)).Briefing.Cause?.Name);
    }

    [Fact]
    public async Task V04_Page_WhenAnotherAlarmBringsItBack_IsAboutThatAlarm()
    {
        using var house = new ScenarioHost();
        var number = Number(await house.Fire("checkout-5xx"));
        house.Clock.Jump(Duration.FromSeconds(10));
        await house.Fire("checkout-queue");
        await house.Resolve(number);
        house.Clock.Jump(Duration.FromMinutes(5));
        await house.Recover("checkout-queue");
        house.Clock.Jump(Duration.FromMinutes(5));

        Assert.Equal(number, Number(await house.Fire("checkout-queue")));

        Assert.Equal("checkout-queue", (await house.Story(number)).Briefing.Cause?.Name);
    }

    [Fact]
    public async Task V04_Title_WhenAPersonGivesOne_StandsThroughMergeAndAlarms()
    {
        using var house = new ScenarioHost();
        var number = Number(await house.Fire("checkout-5xx"));
        var other = Number(await house.Fire("payments-5xx"));
        var ana = new Actor("ana", "Ana", Via.CommandLine);

        Assert.IsType<ChangeResult.Changed>(await house.Get<EntitleIncident>().Handle(number, ana, "Nobody can pay", CancellationToken.None));
        await house.Get<MergeIncidents>().Handle(number, other, ana, CancellationToken.None);

        Assert.Equal("Nobody can pay", (await house.Look(number)).Title);
        Assert.Contains("checkout-5xx", (await house.Story(other)).Members.Select(m => m.Name));
    }

    private static IncidentNumber Number(AlarmOutcome outcome) => outcome.Incident!.Incident.Number;
}
