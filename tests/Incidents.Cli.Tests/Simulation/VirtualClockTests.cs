using Incidents.Application.Time;
using Incidents.Cli.Simulation;
using NodaTime;

namespace Incidents.Cli.Tests.Simulation;

public class VirtualClockTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 9, 14, 3, 12);
    private readonly VirtualClock clock = new(Start);

    [Fact]
    public async Task Finish_LetsTimePass_WhereTheWorkWaitsForIt()
    {
        await clock.Finish(Task.Delay(TimeSpan.FromHours(3), clock));

        Assert.Equal(Start + Duration.FromHours(3), clock.Now());
    }

    [Fact]
    public void Timers_RingInTheirOrder_AtTheirTime()
    {
        var rung = new List<(string, Instant)>();
        using var late = clock.CreateTimer(_ => rung.Add(("late", clock.Now())), null, TimeSpan.FromMinutes(2), Timeout.InfiniteTimeSpan);
        using var soon = clock.CreateTimer(_ => rung.Add(("soon", clock.Now())), null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);

        clock.MoveTo(Start + Duration.FromMinutes(5));

        Assert.Equal([("soon", Start + Duration.FromMinutes(1)), ("late", Start + Duration.FromMinutes(2))], rung);
    }

    [Fact]
    public void ADisposedTimer_StaysSilent()
    {
        var rung = false;
        clock.CreateTimer(_ => rung = true, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan).Dispose();

        clock.MoveTo(Start + Duration.FromMinutes(5));

        Assert.False(rung);
    }

    [Fact]
    public void MoveTo_ATimeBetweenTwoTicks_IsNotBeforeIt()
    {
        var due = Start + Duration.FromNanoseconds(1);

        clock.MoveTo(due);

        Assert.True(clock.Now() >= due);
    }
}
