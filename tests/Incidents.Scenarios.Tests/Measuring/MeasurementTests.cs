using Incidents.Application.Measuring;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Scenarios.Tests.Measuring;

/// <summary>What a night on call measures.</summary>
public sealed class MeasurementTests : IDisposable
{
    private readonly HeardMeasurements heard = new();
    private readonly ScenarioHost house;

    public MeasurementTests() => house = new ScenarioHost(parts: s => s.AddSingleton<IMeasurements>(heard));

    public void Dispose() => house.Dispose();

    [Fact]
    public async Task AnAlarm_CountsAsReceived_AndItsPageAsSent()
    {
        await house.Fire("checkout-errors");

        Assert.Equal(1, heard.CountOf(MetricNames.AlarmsReceived));
        Assert.Equal(1, heard.CountOf(MetricNames.PagesSent));
        Assert.Equal(0, heard.CountOf(MetricNames.AlarmsRepeated));
        Assert.Single(heard.SecondsOf(MetricNames.AlarmToPageSeconds));
    }

    [Fact]
    public async Task ARepeat_IsCounted_AndPagesNothing()
    {
        var at = house.Clock.Now();
        await house.Fire("checkout-errors", at: at);
        await house.Fire("checkout-errors", at: at);

        Assert.Equal((2, 1, 1), (heard.CountOf(MetricNames.AlarmsReceived), heard.CountOf(MetricNames.AlarmsRepeated), heard.CountOf(MetricNames.PagesSent)));
    }

    [Fact]
    public async Task WhatNobodyCanRead_IsCounted()
    {
        await house.Send("""{ "AlarmName": """);

        Assert.Equal(1, heard.CountOf(MetricNames.AlarmsUnreadable));
    }

    [Fact]
    public async Task AcknowledgingTwice_IsMeasuredOnce_FromTheOpening()
    {
        var number = (await house.Fire("checkout-errors")).Incident!.Incident.Number;
        house.Clock.Jump(Duration.FromSeconds(90));
        await house.Acknowledge(number);
        await house.Acknowledge(number, "ben");

        Assert.Equal([90], heard.SecondsOf(MetricNames.TimeToAcknowledgeSeconds));
    }

    [Fact]
    public async Task ASweepThatComesLate_SaysHowLate()
    {
        await house.Fire("checkout-errors");
        var due = (await house.Store.Due(Instant.MaxValue, 1, CancellationToken.None))[0].At;
        house.Clock.Jump(due - house.Clock.Now() + Duration.FromSeconds(7));
        await house.Get<Incidents.Application.DueWork.DueIncidentProcessor>().Run(Instant.MaxValue, CancellationToken.None);

        Assert.Equal([7], heard.SecondsOf(MetricNames.TickLatenessSeconds));
    }

    [Fact]
    public async Task AnIncidentNobodyAnswers_SaysSoWhenTheCatchAllIsPaged()
    {
        await house.Fire("checkout-errors");
        Assert.Equal(0, heard.CountOf(MetricNames.UnacknowledgedPastLastStep));

        for (var day = 0; day < 4; day++)
        {
            house.Clock.Jump(Duration.FromDays(1));
            await house.Pass(Duration.FromSeconds(30));
        }

        Assert.NotEqual(0, heard.CountOf(MetricNames.UnacknowledgedPastLastStep));
    }
}
