using Incidents.Application.Configuration;
using Incidents.Application.Schedules.TimeOff;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests;

/// <summary>Somebody is on call and away. Only people change that.</summary>
public sealed class TimeOffTests
{
    private const string Away = """
        people:
          ana: { name: Ana, slack: U0ANA00001, time_off: [{ from: 2026-09-01, to: 2026-09-30 }] }
          ben: { name: Ben, slack: U0BEN00001 }
        schedules:
          primary: { time_zone: Etc/UTC, rotation: weekly, participants: [ana] }
        escalation_policies:
          standard: { steps: [{ targets: [schedule: primary], timeout: 1d }] }
        services:
          checkout: { alarms: ["checkout-*"], policy: standard }
        catch_all: { targets: [person: ben] }
        """;

    [Fact]
    public async Task WhoIsAway_IsPagedAllTheSame_TogetherWithWhoComesNext()
    {
        using var house = new ScenarioHost(configuration: Away);
        var now = house.Clock.Now();
        var entered = await house.Get<MakeTimeOff>().Handle(
            new TimeOffRequest(new PersonId("ana"), new TimeOffSpan.Exactly(now - Duration.FromDays(1), now + Duration.FromDays(1)), Source: null), new Actor("ana", "Ana", Via.CommandLine), default);

        var number = (await house.Fire("checkout-errors")).Incident!.Incident.Number;

        Assert.Equal(new ScheduleId("primary"), Assert.Single(Assert.IsType<TimeOffResult.Made>(entered).Conflicts).Schedule);
        Assert.Equal([new PersonId("ana"), new PersonId("ben")], (await house.Story(number)).Timeline.Select(entry => entry.Event).OfType<PageSent>().Select(page => page.Person));
    }

    [Fact]
    public async Task Configuration_WarnsOfWhoIsOnCallAndAway()
    {
        using var house = new ScenarioHost(configuration: Away);

        var settings = await house.Get<IOnCallConfigurationProvider>().Current(default);

        Assert.Contains(settings.Warnings, warning => warning.ToString().Contains("Ana is on call on \"primary\" from 2026-09-14T03:12:00Z to 2026-10-01T00:00:00Z and away. Find cover: ./incidents swap ask primary", StringComparison.Ordinal));
    }
}
