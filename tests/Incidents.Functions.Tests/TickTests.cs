using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.TestUtilities;
using Incidents.Application;
using Incidents.Application.Sweep;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Functions.Tests;

public sealed class TickTests : IDisposable
{
    private readonly House house = new();

    public void Dispose() => house.Dispose();

    [Fact]
    public async Task Tick_WhenAPageIsStillToBeSent_SendsIt()
    {
        house.Channel.Answer = () => new PageOutcome.TryAgain(house.Clock.Now(), "busy");
        await house.Fire("checkout-errors");
        house.Channel.Answer = () => new PageOutcome.Sent();
        house.Clock.Jump(Duration.FromMinutes(1));

        await new TickFunction(house.Get<EveryMinute>(), house.Clock).Tick(
            Lambda.Read<ScheduledEvent>("""{ "detail-type": "Scheduled Event", "detail": {} }"""),
            new TestLambdaContext { RemainingTime = TimeSpan.FromSeconds(120) });

        Assert.Equal(2, house.Channel.Pages);
    }
}
