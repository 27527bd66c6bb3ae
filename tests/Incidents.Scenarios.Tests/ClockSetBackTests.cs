using Incidents.Application.DueWork;
using Incidents.Application.Sweep;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Scenarios.Tests;

/// <summary>The clock of the machine is set back an hour in the night.</summary>
public class ClockSetBackTests
{
    private static readonly Duration Hour = Duration.FromHours(1);

    private readonly SetMachine machine = new(Instant.FromUtc(2026, 9, 14, 3, 12));

    [Fact]
    public async Task V55_Step_WhenTheClockIsSetBack_FiresAfterTheTimeThatHasPassed()
    {
        var clock = new SteadyClock(machine);
        using var house = House(clock);
        var number = (await house.Fire("checkout-errors", at: clock.Now())).Incident!.Incident.Number;
        var due = (await house.Look(number)).EscalatesAt!.Value - clock.Now();

        machine.Set(-Hour);
        machine.Pass(due - Duration.FromSeconds(1));
        await Sweep(house);
        Assert.DoesNotContain((await house.Story(number)).Timeline, entry => entry.Event is EscalationStepFired { Step: 2 });
        machine.Pass(Duration.FromSeconds(2));
        await Sweep(house);

        Assert.Single((await house.Story(number)).Timeline, entry => entry.Event is EscalationStepFired { Step: 2 });
    }

    [Fact]
    public async Task V55_Step_OfAnIncidentThatOpensAfterwards_FiresNoSoonerThanItsTime()
    {
        var clock = new SteadyClock(machine);
        using var house = House(clock);
        clock.GetUtcNow();
        machine.Set(-Hour);
        var number = (await house.Fire("checkout-errors", at: clock.Machine().Now())).Incident!.Incident.Number;

        machine.Pass((await house.Look(number)).EscalatesAt!.Value - clock.Now() - Duration.FromSeconds(1));
        await Sweep(house);

        Assert.DoesNotContain((await house.Story(number)).Timeline, entry => entry.Event is EscalationStepFired { Step: 2 });
    }

    [Fact]
    public async Task V55_Tick_WhenTheClockIsSetBackMeanwhile_StaysNoLonger()
    {
        using var house = House(machine);
        await house.Fire("checkout-errors", at: machine.Now());
        machine.AtNextWait = () => machine.Set(-Hour);

        await house.Get<DueWorkLoop>().Run(machine.Now() + Duration.FromSeconds(100), default);

        Assert.InRange(machine.Passed, TimeSpan.Zero, TimeSpan.FromSeconds(80));
    }

    [Fact]
    public async Task V55_Function_WhenTheClockIsSetBackMeanwhile_WaitsNoLonger()
    {
        using var house = House(machine);
        house.Channel.Answer = () => new DeliveryResult.RetryLater(Duration.FromSeconds(3), "503");
        await house.Fire("checkout-errors", at: machine.Now());
        var before = machine.Passed;
        machine.AtNextWait = () => machine.Set(-Hour);

        await house.Get<InlinePageRetry>().Run(machine.Now() + InlinePageRetry.Patience, default);

        Assert.InRange(machine.Passed - before, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(15));
    }

    [Fact]
    public void V55_SteadyClock_FollowsAheadAndSmallSteps_AndIsNeverSetBack()
    {
        var clock = new SteadyClock(machine);
        machine.Set(Hour);
        Assert.Equal(machine.Now(), clock.Now());
        machine.Set(Duration.FromMilliseconds(-200));
        Assert.Equal(machine.Now(), clock.Now());
        Assert.Equal(TimeSpan.Zero, clock.SetBackBy);

        var before = clock.Now();
        machine.Set(-Hour);
        machine.Pass(Duration.FromSeconds(7));
        Assert.Equal(before + Duration.FromSeconds(7), clock.Now());
        Assert.Equal(TimeSpan.FromHours(1), clock.SetBackBy);

        machine.Set(Hour + Duration.FromSeconds(2));
        Assert.Equal(machine.Now(), clock.Now());
    }

    [Fact]
    public void V55_SteadyClock_AfterItRejoins_IsTheMachines_AndOneOfALaterProcessBeginsWhereTheLastEnded()
    {
        var clock = new SteadyClock(machine);
        machine.Set(-Hour);
        clock.Rejoin();
        Assert.Equal(machine.Now(), clock.Now());

        clock.NotBefore((machine.Now() + Hour).ToDateTimeOffset());
        machine.Pass(Duration.FromSeconds(1));
        Assert.Equal(machine.Now() + Hour, clock.Now());
        clock.NotBefore((machine.Now() - Hour).ToDateTimeOffset());
        Assert.Equal(machine.Now() + Hour, clock.Now());
    }

    private static ScenarioHost House(TimeProvider clock) => new(
        configuration: Scenarios.Tests.ScenarioHost.Configuration.Replace("timeout: 1d }", "timeout: 5m }, { targets: [person: ben], timeout: 5m }", StringComparison.Ordinal),
        parts: services => services.AddSingleton(clock));

    private static Task<SweepResult> Sweep(ScenarioHost house) => house.Get<DueIncidentProcessor>().Run(Instant.MaxValue, default);
}
