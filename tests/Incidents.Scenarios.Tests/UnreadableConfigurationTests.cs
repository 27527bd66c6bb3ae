using Incidents.Application.Actions;
using Incidents.Application.Configuration;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Scenarios.Tests;

/// <summary>No configuration can be read, not even an older one: what people do counts all the same, and whom it pages is paged as soon as one can be.</summary>
public class UnreadableConfigurationTests
{
    private static readonly IncidentNumber First = new(1);
    private static readonly Actor Zork = new("zork", "zork", Via.CommandLine);

    private static readonly Dictionary<string, Func<ScenarioHost, Task<ChangeResult>>> Acts = new()
    {
        ["acknowledge"] = house => house.Get<AcknowledgeIncident>().Handle(First, Zork, default),
        ["snooze"] = house => house.Get<SnoozeIncident>().Handle(First, Zork, SnoozeUntil.Parse("1h")!, default),
        ["resolve"] = house => house.Get<ResolveIncident>().Handle(First, Zork, ResolveReason.Fixed, confirmed: true, note: null, default),
        ["note"] = house => house.Get<AddNote>().Handle(First, Zork, "rolling back", default),
        ["title"] = house => house.Get<EntitleIncident>().Handle(First, Zork, "nobody can pay", default),
        ["mitigate"] = house => house.Get<MitigateIncident>().Handle(First, Zork, default),
        ["severity"] = house => house.Get<ChangeSeverity>().Handle(First, Zork, Severity.Sev4, null, default),
        ["role"] = async house => Assert.IsType<AddressResult.Done>(await house.Get<AssignRole>().Handle(First, Zork, ResponseRole.Commander, new PersonId("ben"), default)).Change,
        ["merge"] = house => house.Get<MergeIncidents>().Handle(First, new IncidentNumber(2), Zork, default),
        ["give back"] = async house =>
        {
            await house.Acknowledge(First);
            return await house.Get<GiveBackIncident>().Handle(First, Zork, default);
        },
        ["unsnooze"] = async house =>
        {
            await house.Get<SnoozeIncident>().Handle(First, Zork, SnoozeUntil.Parse("1h")!, default);
            return await house.Get<GiveBackIncident>().Handle(First, Zork, default);
        },
        ["reopen"] = async house =>
        {
            await house.Resolve(First);
            return await house.Get<ReopenIncident>().Handle(First, Zork, "it still fails", default);
        },
    };

    public static TheoryData<string> Decidable => [.. Acts.Keys];

    [Theory]
    [MemberData(nameof(Decidable))]
    public async Task V09_Act_WhenTheConfigurationCannotBeRead_IsAcceptedAndRecordedWithARemark(string act)
    {
        var (house, configuration) = await Open();
        using var _ = house;
        configuration.IsBroken = true;

        var changed = Assert.IsType<ChangeResult.Changed>(await Acts[act](house));
        var story = await house.Store.Timeline(First, default);

        Assert.Equal(First, changed.After.Incident.Number);
        Assert.Contains(story, entry => entry.Event is not NoteAdded { By.Id: "system" } && entry.Event.ToString().Contains("zork", StringComparison.Ordinal));
        Assert.Contains(story, entry => entry.Event is NoteAdded note && note.By == Actor.System && note.Text.StartsWith("The configuration could not be read when zork did this", StringComparison.Ordinal));
        Assert.NotNull(await house.Story(First));
    }

    [Theory]
    [InlineData("give back", "page INC-1 Ana")]
    [InlineData("unsnooze", "page INC-1 Ana")]
    [InlineData("raise", "page INC-1 Ana")]
    public async Task V09_ActThatPages_WhenTheConfigurationCannotBeRead_PagesAsSoonAsItCan(string act, string page)
    {
        var (house, configuration) = await Open();
        using var _ = house;
        await house.Pass(Duration.FromMinutes(1));
        await house.Acknowledge(First);
        configuration.IsBroken = true;
        Assert.IsType<ChangeResult.Changed>(await (act == "raise" ? house.Get<ChangeSeverity>().Handle(First, Zork, Severity.Sev1, null, default) : act == "unsnooze" ? Acts[act](house) : house.Get<GiveBackIncident>().Handle(First, Zork, default)));
        await house.Pass(Duration.FromMinutes(2));
        var before = house.Channel.Heard.Count(line => line == page);

        configuration.IsBroken = false;
        await house.Pass(Duration.FromSeconds(10));

        Assert.Equal(before + 1, house.Channel.Heard.Count(line => line == page));
        Assert.Null((await house.Look(First)).Quiet);
    }

    [Theory]
    [InlineData("checkout", "page INC-1 Ana")]
    [InlineData("nothing-of-that-name", "page INC-1 Ben")]
    public async Task V09_Declare_WhenTheConfigurationCannotBeRead_OpensAndPagesAsSoonAsItCan(string service, string page)
    {
        var configuration = new BreakableConfiguration { IsBroken = true };
        using var house = new ScenarioHost(parts: services => services.AddSingleton<IOnCallConfigurationProvider>(configuration));

        var opened = Assert.IsType<DeclareResult.Opened>(await house.Get<DeclareIncident>().Handle("nobody can pay", new ServiceId(service), severity: null, Zork, default));
        await house.Pass(Duration.FromMinutes(1));
        Assert.Equal((new ServiceId(service), Severity.Sev2, Urgency.High), (opened.Incident.Incident.Service, opened.Incident.Incident.Severity, opened.Incident.Incident.Urgency));
        Assert.Equal(0, house.Channel.Pages);

        configuration.IsBroken = false;
        await house.Pass(Duration.FromSeconds(10));
        Assert.Equal([page], house.Channel.Heard.Where(line => line.StartsWith("page", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a service#1")]
    public async Task V09_Declare_WhenTheConfigurationCannotBeRead_OfNoServiceId_IsRefused(string service)
    {
        using var house = new ScenarioHost(parts: services => services.AddSingleton<IOnCallConfigurationProvider>(new BreakableConfiguration { IsBroken = true }));

        Assert.Equal("service", Assert.IsType<DeclareResult.Refused>(await house.Get<DeclareIncident>().Handle("nobody can pay", new ServiceId(service), severity: null, Zork, default)).Field);
    }

    [Theory]
    [InlineData("escalate")]
    [InlineData("page also")]
    [InlineData("reassign")]
    public async Task V09_ActThatHasToFindAPerson_WhenTheConfigurationCannotBeRead_SaysSoAndLosesNothing(string act)
    {
        var (house, configuration) = await Open();
        using var _ = house;
        configuration.IsBroken = true;
        var before = await house.Look(First);

        Assert.Equal(Refusal.NoConfiguration, Assert.IsType<ChangeResult.Ignored>(await Ask()).Refusal);
        Assert.Equal(before.Version, (await house.Look(First)).Version);

        configuration.IsBroken = false;
        Assert.IsType<ChangeResult.Changed>(await Ask());

        async Task<ChangeResult> Ask() => act switch
        {
            "escalate" => await house.Get<EscalateIncident>().Handle(First, Zork, default),
            "page also" => ((AddressResult.Done)await house.Get<PageAlso>().Handle(First, Zork, "ben", default)).Change,
            _ => ((AddressResult.Done)await house.Get<ReassignIncident>().Handle(First, Zork, "ben", default)).Change,
        };
    }

    [Fact]
    public async Task V09_Merge_WhenTheConfigurationCannotBeRead_MovesTheAlarmsAndCountsThemLater()
    {
        var (house, configuration) = await Open();
        using var _ = house;
        configuration.IsBroken = true;
        await Acts["merge"](house);
        configuration.IsBroken = false;
        await house.Pass(Duration.FromSeconds(10));

        Assert.Equal((1, 1), ((await house.Look(new IncidentNumber(2))).Joined.Total, (await house.Look(new IncidentNumber(2))).Joined.Firing));
    }

    private static async Task<(ScenarioHost House, BreakableConfiguration Configuration)> Open()
    {
        var configuration = new BreakableConfiguration();
        var house = new ScenarioHost(parts: services => services.AddSingleton<IOnCallConfigurationProvider>(configuration));
        await house.Fire("checkout-5xx");
        await house.Fire("payments-5xx");
        return (house, configuration);
    }
}
