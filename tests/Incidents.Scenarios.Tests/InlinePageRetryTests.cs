using Incidents.Application.Sweep;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests;

/// <summary>A channel that asks to wait a second is not left until the next tick.</summary>
public class InlinePageRetryTests
{
    [Fact]
    public async Task F37_AChannelThatFailsForAMoment_IsTriedAfter1And3And9Seconds()
    {
        using var house = new ScenarioHost();
        house.Clock.JumpsOnWaits = true;
        var attempts = new List<Instant>();
        house.Channel.Answer = () =>
        {
            attempts.Add(house.Clock.Now());
            return attempts.Count < 4
                ? new DeliveryResult.RetryLater(Duration.FromSeconds(Math.Pow(3, attempts.Count - 1)), "503")
                : new DeliveryResult.Delivered();
        };
        await house.Fire("checkout-5xx");

        await house.Get<InlinePageRetry>().Run(house.Clock.Now() + InlinePageRetry.Patience, CancellationToken.None);

        Assert.Equal([0, 1, 4, 13], attempts.Select(at => (int)Math.Round((at - attempts[0]).TotalSeconds)));
        Assert.Empty((await house.Look(new IncidentNumber(1))).Pages);
    }

    [Fact]
    public async Task WhatComesLater_IsLeftToTheTick()
    {
        using var house = new ScenarioHost();
        house.Clock.JumpsOnWaits = true;
        house.Channel.Answer = () => new DeliveryResult.RetryLater(Duration.FromMinutes(1), "429");
        await house.Fire("checkout-5xx");
        var before = house.Clock.Now();

        await house.Get<InlinePageRetry>().Run(before + InlinePageRetry.Patience, CancellationToken.None);

        Assert.Equal(before, house.Clock.Now());
    }
}
