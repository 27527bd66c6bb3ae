using NodaTime;
using static Incidents.Cli.Tests.Simulation.Histories;

namespace Incidents.Cli.Tests.Simulation;

public class SimulationReportTests
{
    [Fact]
    public async Task NobodyAnswers_TheStepsFireAtTheirTimes_UntilTheAlarmRecovers()
    {
        var report = await Replay(Change("checkout-5xx", "ALARM", Night), Change("checkout-5xx", "OK", Night + Duration.FromMinutes(12)));

        Assert.Equal(
            [
                "01:00 Ana slack step 1", "01:01 Ana sms step 1",
                "01:05 Ben slack step 2", "01:06 Ben sms step 2",
                "01:10 Ana slack step 1, repeat 1", "01:11 Ana sms step 1, repeat 1",
            ],
            report.Pages.Select(p => $"{p.At:HH:mm} {p.Name} {p.Channel} {p.By}"));
        Assert.Equal(1, report.Incidents);
    }

    [Fact]
    public async Task OutOfHours_IsJudgedWhereThePersonIs()
    {
        // 14:00 in Berlin is 08:00 in New York; an hour earlier Ben is not at work yet.
        var afternoon = Instant.FromUtc(2026, 9, 15, 11, 0);
        var report = await Replay(
            Change("other", "ALARM", afternoon), Change("other", "OK", afternoon + Duration.FromSeconds(30)),
            Change("other", "ALARM", afternoon + Duration.FromHours(1)), Change("other", "OK", afternoon + Duration.FromMinutes(61)));

        Assert.Equal([("Ben", true), ("Ben", false)], report.Pages.Where(p => p.Channel == "slack").Select(p => (p.Name, p.OutOfHours)));
    }

    [Fact]
    public async Task Acknowledged_TheNextStepIsNotPaged()
    {
        var report = await Replay(Duration.FromMinutes(4), Change("checkout-5xx", "ALARM", Night), Change("checkout-5xx", "OK", Night + Duration.FromMinutes(12)));

        Assert.Equal(["Ana", "Ana"], report.Pages.Select(p => p.Name));
    }

    [Fact]
    public async Task WhatNoServiceClaims_PagesTheCatchAll_AndIsNamed()
    {
        var report = await Replay(Change("orphan", "ALARM", Night), Change("orphan", "OK", Night + Duration.FromMinutes(1)));

        Assert.Equal([("orphan", 1)], report.Unmatched);
        Assert.Equal("catch-all", Assert.Single(report.Pages, p => p.Channel == "slack").By);
    }

    [Fact]
    public async Task TheSums_AddUp()
    {
        var week = Duration.FromDays(7);
        var report = await Replay(
            Change("checkout-5xx", "ALARM", Night), Change("checkout-5xx", "OK", Night + Duration.FromSeconds(1)),
            Change("checkout-5xx", "ALARM", Night + week), Change("checkout-5xx", "OK", Night + week + Duration.FromSeconds(1)));

        Assert.Equal([("Ana", 1), ("Ben", 1)], report.ByPerson.Select(c => (c.Of, c.Pages)));
        Assert.Equal([("checkout", 2)], report.ByService.Select(c => (c.Of, c.Pages)));
        Assert.Equal([("2026-W38", 1), ("2026-W39", 1)], report.ByWeek.Select(c => (c.Of, c.Pages)));
    }

    [Fact]
    public async Task AYearOf10_000Alarms_IsReplayed_AndTheSameEachTime()
    {
        var lines = Enumerable.Range(0, 5_000).SelectMany(i =>
        {
            var at = Night + (Duration.FromMinutes(105) * i);
            return new[] { Change($"checkout-{i % 40}", "ALARM", at), Change($"checkout-{i % 40}", "OK", at + Duration.FromMinutes(3)) };
        }).ToArray();

        var (first, second) = (await Replay(lines), await Replay(lines));

        Assert.Equal(10_000, first.Alarms);
        Assert.Equal(5_000, first.Incidents);
        Assert.Equal(first.Pages, second.Pages);
        Assert.Empty(first.Problems);
    }
}
