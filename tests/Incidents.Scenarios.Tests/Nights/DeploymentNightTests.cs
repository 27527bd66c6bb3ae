using Incidents.Application.Maintenance;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Scenarios.Tests.Night;
using Incidents.Scenarios.Tests.OtherSenders;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Scenarios.Tests.Nights;

/// <summary>A deployment that fails on Sunday at 02:00, inside a maintenance window that recurs on Sundays or on Saturdays. Minutes count from 02:00.</summary>
public class DeploymentNightTests
{
    private const string Configuration = """
        channels:
          sms: { origination: "+12065550100" }
          voice: { origination: "+12065550100" }
        people:
          ana: { name: Ana, slack: U0ANA00001, phone: "+4915100000001" }
          ben: { name: Ben, slack: U0BEN00001, phone: "+4915100000002" }
        escalation_policies:
          standard: { steps: [{ targets: [person: ana], timeout: 10m }, { targets: [person: ben], timeout: 10m }] }
        services:
          shop: { alarms: ["shop-*"], policy: standard, resolve_after: 5m }
        catch_all: { targets: [person: ben] }
        """;

    private static readonly string[] OfAna = ["1:00 slack"];
    private static readonly Instant Two = Instant.FromUtc(2026, 9, 20, 2, 0);
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Fact]
    public async Task V11_Night3_DeploymentFailsInsideTheWindow_InterruptsNobody_AndIsInTheStory()
    {
        using var night = await Begin(Configuration, inWindow: true);
        await Deploy(night);
        await night.Pass(2 * 60 * Minute);

        Assert.Empty(Interrupted(night, "Ana"));
        Assert.Empty(Interrupted(night, "Ben"));
        Assert.Equal(["shop-web: SUCCESS\nDeployment d-2 to prod"], (await night.Story()).OfType<NoteAdded>().Select(note => note.Text));
        Assert.Equal(IncidentStatus.Resolved, (await night.House.Look(new IncidentNumber(1))).Status);
    }

    [Fact]
    public async Task V11_Night3_DeploymentFailsOutsideAWindow_ItsAlarmPagesOnce_AndTheDeploymentNobody()
    {
        using var night = await Begin(Configuration, inWindow: false);
        await Deploy(night);
        await night.Pass(2 * 60 * Minute);

        Assert.Equal(["1:00 slack Ana"], Lines(night, "Ana"));
        Assert.Equal(OfAna, Interrupted(night, "Ana"));
        Assert.Empty(Interrupted(night, "Ben"));
        Assert.Equal(["shop-web: SUCCESS\nDeployment d-2 to prod"], (await night.Story()).OfType<NoteAdded>().Select(note => note.Text));
    }

    [Theory]
    [InlineData(true, "60:00 slack Ana")]
    [InlineData(false, "0:00 slack Ana")]
    public async Task V11_Night3_DeploymentFailsAlone_WhereTheServiceAsks_IsOneMessageThatRingsNobody(bool inWindow, string told)
    {
        using var night = await Begin(Configuration.Replace("policy: standard,", "policy: standard, deployments: { failed: notify },", StringComparison.Ordinal), inWindow);
        await night.House.Send(SenderBody.CodeDeploy("shop-web", "FAILURE"));
        await night.Pass(3 * 60 * Minute);

        Assert.Equal([told], Lines(night, "Ana"));
        Assert.Empty(Lines(night, "Ben"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Night3_WhenSimulated_SaysTheSame(bool inWindow)
    {
        using var night = await Begin(Configuration, inWindow);
        await Deploy(night);
        await night.Pass(2 * 60 * Minute);
        var simulated = await Simulated.Of(night, began: Two);

        Assert.Equal(inWindow ? [] : OfAna, simulated.Interrupted("Ana"));
        Assert.Empty(simulated.Interrupted("Ben"));
    }

    /// <summary>02:00 it fails, 02:01 an alarm fires, 02:02 the rollback is through, 02:03 Ana looks where she was paged, 02:06 the alarm is OK.</summary>
    private static async Task Deploy(NightHost night)
    {
        await night.House.Send(SenderBody.CodeDeploy("shop-web", "FAILURE"));
        await night.Pass(Minute);
        var incident = (await night.House.Fire("shop-5xx")).Incident!.Incident;
        await night.Pass(Minute / 2);
        if (incident.Quiet is null)
        {
            await night.House.Acknowledge(incident.Number);
        }

        await night.Pass(Minute / 2);
        await night.House.Send(SenderBody.CodeDeploy("shop-web", "SUCCESS", "d-2"));
        await night.Pass(4 * Minute);
        await night.House.Recover("shop-5xx");
    }

    private static async Task<NightHost> Begin(string configuration, bool inWindow)
    {
        var night = new NightHost(configuration);
        var request = new MaintenanceRequest("weekly release", From: null, Instant.MinValue, [new ServiceId("shop")], [], []) { Every = inWindow ? "SU 02:00" : "SA 02:00", Length = Duration.FromHours(1) };
        Assert.IsType<MaintenanceResult.Planned>(await night.House.Get<PlanMaintenance>().Handle(request, Actor.System, CancellationToken.None));
        night.Sleep(Two - night.Now);
        if (inWindow)
        {
            night.House.Did("maintenance", default, "ana", $$""","to":"{{InstantPattern.ExtendedIso.Format(Two + Duration.FromHours(1))}}","why":"weekly release","services":["shop"]""");
        }

        return night;
    }

    private static IReadOnlyList<string> Interrupted(NightHost night, string person) => Interruptions.Of(person, Lines(night, person));

    /// <summary>What one person got: the log counts from when the house was built.</summary>
    private static IEnumerable<string> Lines(NightHost night, string person)
    {
        var late = (int)(Two - NightHost.Began).TotalMinutes;
        return night.Pages.Everything.Where(line => line.EndsWith(person, StringComparison.Ordinal)).Select(line =>
        {
            var parts = line.Split(':', 2);
            return $"{int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture) - late}:{parts[1]}";
        });
    }
}
