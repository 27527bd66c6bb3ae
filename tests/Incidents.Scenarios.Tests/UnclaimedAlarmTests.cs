using Incidents.Application.Actions;
using Incidents.Application.Intake;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Configuration.Authoring.Templates;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Scenarios.Tests;

/// <summary>Which alarms and messages share an incident where no service says so.</summary>
public class UnclaimedAlarmTests
{
    private const string Text = "Maintenance of the building starts at noon";

    private static readonly IncidentNumber First = new(1);

    [Fact]
    public async Task V01_UnclaimedAlarm_WhenAnotherWasAcknowledgedSecondsAgo_PagesByTheConfigurationOfInit()
    {
        using var house = new ScenarioHost(configuration: ConfigurationTemplate.Smallest);
        await house.Fire("staging-batch-slow");
        await house.Acknowledge(First, "ada");
        house.Clock.Jump(Duration.FromSeconds(2));

        var second = await house.Fire("prod-database-down");

        Assert.Equal((AlarmDecision.Triggered, new IncidentNumber(2)), (second.Decision, second.Incident!.Incident.Number));
        Assert.Equal(2, house.Channel.Pages);
    }

    [Fact]
    public async Task V01_UnclaimedAlarm_WhenAnIncidentWasDeclaredForTheCatchAll_DoesNotJoinIt()
    {
        using var house = new ScenarioHost();
        await house.Get<DeclareIncident>().Handle("odd", CatchAll.Id, severity: null, new Actor("ana", "Ana", Via.CommandLine), default);

        Assert.Equal(AlarmDecision.Triggered, (await house.Fire("nobody-knows-this")).Decision);
    }

    [Theory]
    [InlineData("elsewhere-parent elsewhere-child", 1)]
    [InlineData("elsewhere-child elsewhere-parent", 1)]
    [InlineData("elsewhere-child elsewhere-parent elsewhere-grandparent", 1)]
    [InlineData("elsewhere-grandparent elsewhere-parent elsewhere-child", 1)]
    [InlineData("elsewhere-parent elsewhere-child elsewhere-stranger", 2)]
    [InlineData("elsewhere-grandparent elsewhere-stranger", 2)]
    public async Task V01_UnclaimedAlarms_WhenOneCompositeNamesThem_ShareItsIncident(string order, int pages)
    {
        using var house = new ScenarioHost();
        foreach (var name in order.Split(' '))
        {
            await house.Send(Body(house, name, "ALARM"));
            await house.Pass(Duration.FromMinutes(1));
        }

        Assert.Equal(pages, house.Channel.Pages);
        foreach (var name in order.Split(' '))
        {
            Assert.Equal(AlarmDecision.Recovered, (await house.Send(Body(house, name, "OK"))).Decision);
        }

        await house.Pass(Duration.FromMinutes(6));
        Assert.Empty(await house.Store.OpenIncidents(default));
    }

    [Fact]
    public async Task V01_Composite_WhenAnotherOnlyExpectsTheirCommonChild_OpensItsOwn()
    {
        using var house = new ScenarioHost();
        await house.Send(AlarmBody.Composite("elsewhere-a", "ALARM", house.Clock.Now(), "elsewhere-x", "elsewhere-shared"));
        await house.Send(AlarmBody.Composite("elsewhere-b", "ALARM", house.Clock.Now(), "elsewhere-y", "elsewhere-shared"));

        Assert.Equal(2, house.Channel.Pages);
    }

    [Theory]
    [InlineData("service", 1)]
    [InlineData("alarm", 2)]
    public async Task V01_AlarmsOfAService_WhenItGroupsByAlarm_HaveAnIncidentEach(string group, int pages)
    {
        using var house = new ScenarioHost(configuration: ScenarioHost.Configuration.Replace("alarms: [\"checkout-*\"],", $"alarms: [\"checkout-*\"], group: {group},", StringComparison.Ordinal));
        await house.Fire("checkout-5xx");
        await house.Fire("checkout-latency");

        Assert.Equal(pages, house.Channel.Pages);
    }

    [Fact]
    public async Task V01_Text_WhenAlarmsOfItsServiceFire_NeitherJoinsThemNorIsJoined()
    {
        using var house = new ScenarioHost();
        await house.Fire("nobody-knows-this");
        var text = (await house.Send(Text)).Incident!.Incident;
        var alarm = (await house.Fire("nor-this")).Incident!.Incident;

        Assert.Equal((IncidentSource.Message, 0, new IncidentNumber(3)), (text.Source, (await house.Look(text.Number)).Joined.Total, alarm.Number));
    }

    [Fact]
    public async Task V01_Text_WhenAnotherAboutTheSameThingIsOpen_JoinsThat_AndOneAboutAnotherDoesNot()
    {
        using var house = new ScenarioHost();
        var first = (await house.Send(Rds("db-1", "low storage"))).Incident!.Incident.Number;
        house.Clock.Jump(Duration.FromHours(3));

        Assert.Equal(first, (await house.Send(Rds("db-1", "no storage left"))).Incident!.Incident.Number);
        Assert.NotEqual(first, (await house.Send(Rds("db-2", "low storage"))).Incident!.Incident.Number);
        Assert.Contains((await house.Story(first)).Timeline, e => e.Event is AlarmJoined joined && joined.Reason.StartsWith("no storage left", StringComparison.Ordinal));
    }

    [Fact]
    public async Task V01_AlarmThatJoinedBeforeTheUpgrade_WhenItIsOk_EndsThatIncident()
    {
        using var house = new ScenarioHost();
        await Older(house, CatchAll.Id.Value, "old-opener", joined: "old-joined");

        Assert.Equal(AlarmDecision.Triggered, (await house.Fire("new-alarm")).Decision);
        Assert.Equal((AlarmDecision.Recovered, First), Of(await house.Recover("old-joined")));
        Assert.Equal((AlarmDecision.Recovered, First), Of(await house.Recover("old-opener")));
    }

    [Fact]
    public async Task V03_AlarmOfAService_WhenTheIncidentOpenedAnHourAgo_OpensTheNext_HoweverBusyThatWas()
    {
        using var house = new ScenarioHost();
        for (var i = 0; i <= 15; i++)
        {
            await house.Fire($"checkout-{i}");
            await house.Pass(Duration.FromMinutes(4));
        }

        Assert.Equal(15, (await house.Look(First)).Joined.Total);
        Assert.Equal(AlarmDecision.Triggered, (await house.Fire("checkout-late")).Decision);
    }

    /// <summary>An incident as the version before groups stored it: its service points to it, and it says nothing of a group.</summary>
    private static async Task Older(ScenarioHost house, string service, string opener, string joined)
    {
        var now = house.Clock.Now();
        var member = Member(opener);
        var known = await house.Store.LoadAlarm(new AlarmQuery(member, [], new ServiceId(service)), default);
        var facts = new NewIncident(opener, new ServiceId(service), Severity.Sev2, Urgency.High, IncidentSource.Alarm, Actor.System, new OpeningAlarm(member, new AlarmChange(AlarmState.Alarm, now)), "", []);
        var opened = Opening.Trigger(await house.Store.NextNumber(default), facts, PagingPlan.Nobody, now);
        await house.Store.Open(new IncidentOpening(opened.State with { Version = 1 }, opened.Events, new IncidentDetail { Configuration = "1" }, known), default);
        var other = new MemberAlarm { Member = Member(joined), Name = joined, Severity = Severity.Sev2, JoinedAt = now, Reason = "", Changes = [new AlarmChange(AlarmState.Alarm, now)] };
        await house.Store.SaveMember(opened.State.Number, other, expected: null, default);
        house.Clock.Jump(Duration.FromSeconds(10));
    }

    private static AlarmMember Member(string name) => new(new DedupKey($"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:{name}"), null);

    private static (AlarmDecision, IncidentNumber?) Of(AlarmOutcome outcome) => (outcome.Decision, outcome.Incident?.Incident.Number);

    private static string Body(ScenarioHost house, string name, string state) => name switch
    {
        "elsewhere-grandparent" => AlarmBody.Composite(name, state, house.Clock.Now(), "elsewhere-parent", "elsewhere-else"),
        "elsewhere-parent" => AlarmBody.Composite(name, state, house.Clock.Now(), "elsewhere-child", "elsewhere-other"),
        _ => AlarmBody.Metric(name, state, house.Clock.Now()),
    };

    private static string Rds(string database, string what) => $$"""
        { "Event Source":"db-instance","Event Time":"2026-09-14 03:12:00.000","Identifier Link":"https://console.aws.amazon.com/","Source ID":"{{database}}","Event ID":"http://docs.amazonwebservices.com/#RDS-EVENT-0007","Event Message":"{{what}}" }
        """;
}
