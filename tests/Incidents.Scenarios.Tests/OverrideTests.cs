using Incidents.Application.Overrides;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Scenarios.Tests;

/// <summary>A night in which somebody steps in while an escalation is running.</summary>
public sealed class OverrideTests
{
    private const string TwoSteps = """
        people:
          ana: { name: Ana, slack: U0ANA00001 }
          ben: { name: Ben, slack: U0BEN00001 }
          cy: { name: Cy, slack: U0CY000001 }
        schedules:
          primary: { time_zone: Etc/UTC, rotation: weekly, participants: [ana] }
          secondary: { time_zone: Etc/UTC, rotation: weekly, participants: [ben] }
        escalation_policies:
          standard: { steps: [{ targets: [schedule: primary], timeout: 5m }, { targets: [schedule: secondary], timeout: 1d }] }
        services:
          checkout: { alarms: ["checkout-*"], policy: standard }
        catch_all: { targets: [person: ben] }
        """;

    private static readonly Actor Cy = new("cy", "Cy", Via.CommandLine);

    [Fact]
    public async Task OverrideMadeDuringStepOne_ChangesWhoStepTwoPages()
    {
        using var house = new ScenarioHost(configuration: TwoSteps);
        var number = (await house.Fire("checkout-errors")).Incident!.Incident.Number;
        Assert.Equal(["ana"], await Paged(house, number));

        await Cover(house, "secondary", house.Clock.Now() + Duration.FromHours(8));
        await house.Pass(Duration.FromMinutes(6));

        Assert.Equal(["ana", "cy"], await Paged(house, number));
    }

    [Fact]
    public async Task OverrideCancelledDuringStepOne_LeavesStepTwoToTheRotation()
    {
        using var house = new ScenarioHost(configuration: TwoSteps);
        var made = await Cover(house, "secondary", house.Clock.Now() + Duration.FromHours(8));
        var number = (await house.Fire("checkout-errors")).Incident!.Incident.Number;

        await house.Get<CancelOverride>().Handle(new ScheduleId("secondary"), made.Id, Cy, CancellationToken.None);
        await house.Pass(Duration.FromMinutes(6));

        Assert.Equal(["ana", "ben"], await Paged(house, number));
    }

    [Fact]
    public async Task StoreOfOverridesDown_LeavesTheLastKnownInForce_AndPages()
    {
        var store = new FailingOverrides();
        using var house = new ScenarioHost(configuration: TwoSteps, parts: services => services.AddSingleton<IOverrideStore>(store));
        await Cover(house, "primary", house.Clock.Now() + Duration.FromHours(8));
        await house.Fire("checkout-latency");
        store.IsDown = true;
        house.Clock.Jump(Duration.FromMinutes(1));

        var number = (await house.Fire("checkout-errors")).Incident!.Incident.Number;

        Assert.Equal(["cy"], await Paged(house, number));
    }

    private static async Task<MadeOverride> Cover(ScenarioHost house, string schedule, Instant to)
    {
        var asked = new OverrideRequest(new ScheduleId(schedule), OverrideKind.Cover, From: null, to, [new PersonId("cy")], Replaces: null, Layer: null);
        return Assert.IsType<OverrideResult.Made>(await house.Get<MakeOverride>().Handle(asked, Cy, CancellationToken.None)).Override;
    }

    private static async Task<IEnumerable<string>> Paged(ScenarioHost house, IncidentNumber number) =>
        (await house.Story(number)).Timeline.Select(entry => entry.Event).OfType<PageSent>().Select(page => page.Person).Select(named => named.Value);

    private sealed class FailingOverrides : IOverrideStore
    {
        private readonly Incidents.Adapters.CommandLine.InMemory.InMemoryOverrideStore inner = new();

        public bool IsDown { get; set; }

        public Task<OverrideBook> Load(CancellationToken cancellation) => IsDown ? throw new StoreUnavailableException("down") : inner.Load(cancellation);

        public Task<SaveResult> Save(OverrideBook known, IReadOnlyList<MadeOverride> overrides, CancellationToken cancellation) =>
            IsDown ? throw new StoreUnavailableException("down") : inner.Save(known, overrides, cancellation);
    }
}
