using Incidents.Application.Intake;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests.OtherSenders;

/// <summary>Deployments, builds, scans and tasks are lines in the story of what goes on with their service, and wake nobody.</summary>
public class NoteOnServiceTests
{
    private static readonly string Notify = ScenarioHost.Configuration.Replace("""checkout: { alarms: ["checkout-*"],""", """checkout: { alarms: ["checkout-*"], deployments: { failed: notify },""", StringComparison.Ordinal);

    [Fact]
    public async Task V11_Deployment_WhenItFailsBesideAnOpenIncident_IsANoteOnItAndPagesNobody()
    {
        using var house = new ScenarioHost();
        var incident = (await house.Fire("checkout-5xx")).Incident!.Incident;
        var pages = house.Channel.Heard.Count;

        var outcome = await house.Send(SenderBody.CodeDeploy("checkout-api", "FAILURE"));

        Assert.Equal((AlarmDecision.Ignored, incident.Number), (outcome.Decision, outcome.Incident!.Incident.Number));
        Assert.Equal(["checkout-api: FAILURE\nDeployment d-1 to prod"], await Notes(house, incident.Number));
        Assert.Equal(pages, house.Channel.Heard.Count);
        Assert.Equal(0, (await house.Look(incident.Number)).Joined.Total);
    }

    [Fact]
    public async Task V11_Deployment_WhenItsMessageComesTwice_IsNotedOnce()
    {
        using var house = new ScenarioHost();
        var incident = (await house.Fire("checkout-5xx")).Incident!.Incident;
        await house.Send(SenderBody.CodeDeploy("checkout-api", "FAILURE"));
        await house.Send(SenderBody.CodeDeploy("checkout-api", "FAILURE"));
        await house.Send(SenderBody.CodeDeploy("checkout-api", "SUCCESS", "d-2"));

        Assert.Equal(["checkout-api: FAILURE\nDeployment d-1 to prod", "checkout-api: SUCCESS\nDeployment d-2 to prod"], await Notes(house, incident.Number));
    }

    [Fact]
    public async Task V11_Deployment_WhenNothingIsOpen_OpensNothing()
    {
        using var house = new ScenarioHost();

        Assert.Null((await house.Send(SenderBody.CodeDeploy("checkout-api", "FAILURE"))).Incident);
        Assert.Null((await house.Send(SenderBody.CodeDeploy("nobodys", "FAILURE"))).Incident);
        Assert.Empty(house.Channel.Heard);
    }

    [Fact]
    public async Task V11_Deployment_WhenItsServiceAsks_OpensASev4ThatDoesNotFire()
    {
        using var house = new ScenarioHost(configuration: Notify);
        Assert.Null((await house.Send(SenderBody.CodeDeploy("checkout-api", "SUCCESS"))).Incident);

        var incident = (await house.Send(SenderBody.CodeDeploy("checkout-api", "FAILURE"))).Incident!.Incident;

        Assert.Equal((Severity.Sev4, Urgency.Low, IncidentSource.Message), (incident.Severity, incident.Urgency, incident.Source));
        Assert.Equal((new ServiceId("checkout"), false), (incident.Service, incident.IsFiring));
        Assert.Equal(["page INC-1 Ana"], house.Channel.Heard);
    }

    [Fact]
    public async Task V11_Deployment_AfterItOpenedOne_IsNotedThereToo()
    {
        using var house = new ScenarioHost(configuration: Notify);
        var incident = (await house.Send(SenderBody.CodeDeploy("checkout-api", "FAILURE"))).Incident!.Incident;

        await house.Send(SenderBody.CodeDeploy("checkout-api", "SUCCESS", "d-2"));

        Assert.Equal(["checkout-api: SUCCESS\nDeployment d-2 to prod"], await Notes(house, incident.Number));
    }

    [Fact]
    public async Task V11_Deployment_OfNobody_IsNoNoteOnWhatTheCatchAllHas()
    {
        using var house = new ScenarioHost();
        var incident = (await house.Fire("nobody-knows-this")).Incident!.Incident;
        await house.Send(SenderBody.CodeDeploy("another-thing", "FAILURE"));

        Assert.Empty(await Notes(house, incident.Number));
    }

    [Fact]
    public async Task V11_Deployment_WhileSomebodyHasTheIncident_DoesNotKeepItFromBeingForgotten()
    {
        using var house = new ScenarioHost();
        var number = (await house.Fire("checkout-5xx")).Incident!.Incident.Number;
        await house.Acknowledge(number);
        var until = (await house.Look(number)).AcknowledgedUntil;
        await house.Pass(Duration.FromMinutes(5));

        await house.Send(SenderBody.CodeDeploy("checkout-api", "FAILURE"));

        Assert.Equal(until, (await house.Look(number)).AcknowledgedUntil);
    }

    private static async Task<IEnumerable<string>> Notes(ScenarioHost house, IncidentNumber number) =>
        (await house.Story(number)).Timeline.Select(entry => entry.Event).OfType<NoteAdded>().Select(note => note.Text);
}
