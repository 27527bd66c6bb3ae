using Incidents.Application.Configuration;
using Incidents.Application.Intake;
using Incidents.Application.Maintenance;
using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Application.Paging.Channels;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Scenarios.Tests.Night;
using NodaTime;

namespace Incidents.Scenarios.Tests.Nights;

/// <summary>Night 1: staging and production have an alarm of the same name.</summary>
public class TwoAccountsTests
{
    private const string Staging = "444455556666";
    private const string Production = "111122223333";

    private const string Configuration = """
        channels:
          email: { from: incidents@example.com }
          sms: { origination: "+12065550100" }
          voice: { origination: "+12065550100" }
        accounts:
          "111122223333": { name: prod }
          "444455556666": { name: staging, severity: sev4 }
        people:
          ana: { name: Ana, slack: U0ANA00001, phone: "+4915100000001", email: ana@example.com }
          ben: { name: Ben, slack: U0BEN00001, phone: "+4915100000002", email: ben@example.com }
        schedules:
          primary: { time_zone: Etc/UTC, rotation: weekly, handoff: "MO 09:00", participants: [ana] }
        escalation_policies:
          standard: { steps: [{ targets: [schedule: primary], timeout: 10m }, { targets: [person: ben] }] }
        services:
          checkout: { alarms: ["checkout-*"], policy: standard }
        catch_all: { targets: [person: ben] }
        """;

    private static readonly string[] OfAna = ["0:00 slack", "1:02-2:02 slack, sms", "4:02-5:02 voice x2"];
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Fact]
    public async Task V08_Night1_ProductionFiresAfterStagingOfTheSameNameWasAcknowledged_PagesAsIfThatWereNotThere()
    {
        using var night = await Play();

        Assert.Equal(["0:00 slack Ana", "1:02 slack Ana", "2:02 sms Ana", "4:02 voice Ana", "5:02 voice Ana"], night.Pages.Lines);
        Assert.Equal(OfAna, night.Interrupted("Ana"));
        Assert.Empty(night.Interrupted("Ben"));
        Assert.Equal((Severity.Sev4, Severity.Sev2), ((await night.House.Look(new IncidentNumber(1))).Severity, (await night.House.Look(new IncidentNumber(2))).Severity));
    }

    [Fact]
    public async Task Night1_WhenSimulated_SaysTheSame()
    {
        using var night = await Play();
        var simulated = await Simulated.Of(night);

        Assert.Equal(OfAna, simulated.Interrupted("Ana"));
        Assert.Empty(simulated.Interrupted("Ben"));
    }

    private static async Task<NightHost> Play()
    {
        var night = new NightHost(Configuration);
        await Fire(night, Staging);
        await night.Pass(Minute);
        await night.House.Acknowledge(new IncidentNumber(1));
        await night.Pass(Duration.FromSeconds(2));
        await Fire(night, Production);
        await night.Pass(4 * Minute);
        await night.House.Acknowledge(new IncidentNumber(2));
        await night.Pass(5 * Minute);
        foreach (var account in new[] { Staging, Production })
        {
            await night.House.Send(AlarmBody.Metric("checkout-5xx", "OK", night.Now, account: account));
        }

        await night.House.Resolve(new IncidentNumber(1));
        await night.House.Resolve(new IncidentNumber(2));
        await night.Pass(30 * Minute);
        return night;
    }

    [Theory]
    [InlineData("service", 2)]
    [InlineData("service-everywhere", 1)]
    public async Task V08_AlarmOfAnotherAccount_WhenItsNameFiresAlready_JoinsOnlyWhereTheServiceGroupsEverywhere(string group, int incidents)
    {
        using var house = new ScenarioHost(configuration: Configuration.Replace("policy: standard }\ncatch_all", $"policy: standard, group: {group} }}\ncatch_all", StringComparison.Ordinal));
        await house.Send(AlarmBody.Metric("checkout-5xx", "ALARM", house.Clock.Now(), account: Production));
        await house.Send(AlarmBody.Metric("checkout-5xx", "ALARM", house.Clock.Now(), account: Staging));
        await house.Send(AlarmBody.Metric("checkout-latency", "ALARM", house.Clock.Now(), account: Production));

        Assert.Equal(incidents, (await house.Store.OpenIncidents(default)).Count);
    }

    [Fact]
    public async Task V08_AlarmOfAService_WhenItFiresInAnotherRegion_OpensItsOwn()
    {
        using var house = new ScenarioHost(configuration: Configuration);
        await house.Fire("checkout-5xx");
        await house.Fire("checkout-5xx", region: "us-east-1");

        Assert.Equal(2, (await house.Store.OpenIncidents(default)).Count);
    }

    [Fact]
    public async Task V08_AccountName_WhenAnIncidentPages_IsInTextCallPushMailAndOnTheCard()
    {
        using var night = new NightHost(Configuration);
        PageMessage? page = null;
        night.Pages.Answers("sms", message =>
        {
            page = message;
            return new DeliveryResult.Delivered();
        });
        await Fire(night, Production);
        await night.Pass(2 * Minute);

        Assert.Contains("checkout (prod): checkout-5xx", SmsText.Of(page!), StringComparison.Ordinal);
        Assert.Contains("checkout (prod). checkout 5xx.", VoiceText.Of(page!), StringComparison.Ordinal);
        Assert.Equal("Sev2 checkout (prod) · INC-1", PushText.Of(page!).Title);
        Assert.Contains("Sev2 checkout (prod): checkout-5xx", EmailText.Of(page!).Subject, StringComparison.Ordinal);
        Assert.Contains("\"accountName\":\"prod\"", System.Text.Encoding.UTF8.GetString(WebhookJson.Of(page!)), StringComparison.Ordinal);
        var record = await night.House.Store.Load(new IncidentNumber(1), member: null, default);
        Assert.Equal("checkout (prod)", night.House.Get<NotificationContentBuilder>().Brief(record!, await night.House.Get<IOnCallConfigurationProvider>().Current(default)).ServiceAndAccount);
    }

    [Fact]
    public async Task V08_MaintenanceWindow_WhenItNamesAnAccount_SilencesThatAccountOnly()
    {
        using var night = new NightHost(Configuration.Replace(", severity: sev4", "", StringComparison.Ordinal));
        var asked = new MaintenanceRequest("moving staging", From: null, night.Now + Duration.FromHours(1), [], [], []) { Accounts = ["staging"], Regions = ["eu-*"] };
        Assert.IsType<MaintenanceResult.Planned>(await night.House.Get<PlanMaintenance>().Handle(asked, new Actor("ana", "Ana", Via.CommandLine), default));
        Assert.IsType<MaintenanceResult.Refused>(await night.House.Get<PlanMaintenance>().Handle(asked with { Accounts = ["stagin"] }, new Actor("ana", "Ana", Via.CommandLine), default));

        await Fire(night, Staging);
        Assert.Empty(night.Pages.Lines);
        await Fire(night, Production);

        Assert.Equal(["0:00 slack Ana"], night.Pages.Lines);
    }

    private static Task<AlarmOutcome> Fire(NightHost night, string account) => night.House.Send(AlarmBody.Metric("checkout-5xx", "ALARM", night.Now, account: account));
}
