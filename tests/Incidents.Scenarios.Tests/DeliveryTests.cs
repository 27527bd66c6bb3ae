using Incidents.Application.DueWork;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests;

public class DeliveryTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Fact]
    public async Task F37_AChannelThatAsksToWait_IsTriedAgainUntilItTakesThePage()
    {
        using var house = new ScenarioHost();
        house.Channel.Answer = () => new DeliveryResult.RetryLater(Duration.FromSeconds(9), "503");
        await house.Fire("checkout-5xx");
        await house.Pass(Minute);
        house.Channel.Answer = () => new DeliveryResult.Delivered();
        await house.Pass(Minute);

        Assert.DoesNotContain(house.Channel.Heard, line => line.Contains("repeat", StringComparison.Ordinal));
        Assert.Equal("Ana", (await house.Story(new IncidentNumber(1))).Briefing.Paged.Single().Name);
        Assert.Empty((await house.Look(new IncidentNumber(1))).Pages);
    }

    [Fact]
    public async Task F39_NoAnswer_IsTriedOnceMoreAndMarked()
    {
        using var house = new ScenarioHost();
        house.Channel.Answer = () => new DeliveryResult.Unknown("timeout");
        await house.Fire("checkout-5xx");
        await house.Pass(5 * Minute);

        Assert.Equal(["page INC-1 Ana", "page INC-1 Ana (possible repeat)"], house.Channel.Heard);
    }

    [Fact]
    public async Task F52_AcknowledgedBeforeTheRetry_IsNotPagedAgain()
    {
        using var house = new ScenarioHost();
        house.Channel.Answer = () => new DeliveryResult.RetryLater(Duration.FromSeconds(30), "429");
        await house.Fire("checkout-5xx");
        house.Channel.Answer = () => new DeliveryResult.Delivered();
        await house.Acknowledge(new IncidentNumber(1));
        await house.Pass(5 * Minute);

        Assert.Equal(1, house.Channel.Pages);
    }

    [Fact]
    public async Task TwoSweepsAtOnce_SendNothingTwice()
    {
        using var house = new ScenarioHost();
        house.Channel.Answer = () => new DeliveryResult.RetryLater(Duration.FromSeconds(5), "503");
        await house.Fire("checkout-5xx");
        house.Channel.Answer = () => new DeliveryResult.Delivered();
        house.Clock.Jump(Duration.FromSeconds(6));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => house.Get<DueIncidentProcessor>().Run(Instant.MaxValue, CancellationToken.None))));

        Assert.Equal(2, house.Channel.Pages);
    }

    [Fact]
    public async Task NewsTheChannelDidNotTake_IsToldLater()
    {
        using var house = new ScenarioHost();
        await house.Fire("checkout-5xx");
        house.Channel.Answer = () => new DeliveryResult.RetryLater(Duration.FromSeconds(5), "503");
        await house.Acknowledge(new IncidentNumber(1));
        house.Channel.Answer = () => new DeliveryResult.Delivered();
        await house.Pass(Minute);

        Assert.Equal(["page INC-1 Ana", "tell INC-1 Acknowledged", "tell INC-1 Acknowledged"], house.Channel.Heard);
        Assert.Null((await house.Look(new IncidentNumber(1))).Update);
    }
}
