using System.Text.Json;
using Incidents.Application;
using Incidents.Application.Shadow;
using NodaTime;

namespace Incidents.Scenarios.Tests.Shadow;

/// <summary>At nine the channel reads what the trial would have done to people.</summary>
public sealed class ShadowSummaryTests : IDisposable
{
    private const string Team = """
        people:
          ana: { name: Ana, slack: U0ANA00001 }
          ben: { name: Ben, slack: U0BEN00001, time_zone: Asia/Tokyo }
        escalation_policies:
          standard: { repeat: 0, steps: [{ targets: [person: ana], timeout: 5m }, { targets: [person: ben], timeout: 1d }] }
        services:
          checkout: { alarms: ["checkout-*"], policy: standard, mode: shadow }
          payments: { alarms: ["payments-*"], policy: standard }
        catch_all: { targets: [person: ben] }
        """;

    private readonly ScenarioHost house = new(configuration: Team);

    public void Dispose() => house.Dispose();

    [Fact]
    public async Task AtNine_TheNightIsSummedUpOnce()
    {
        await Tick(Duration.Zero);
        await house.Fire("checkout-errors");
        await house.Fire("payments-errors");
        await house.Pass(Duration.FromMinutes(6));
        await Tick(Duration.FromHours(5));
        Assert.Empty(Told);

        await Tick(Duration.FromHours(1));
        await Tick(Duration.FromMinutes(1));
        await Tick(Duration.FromHours(3));

        Assert.Equal(
            "SHADOW, nobody is paged · checkout since Sun 13 Sep 09:00 (UTC): one incident. Would have paged Ana once (1 out of hours), Ben once.",
            Assert.Single(Told));
    }

    [Fact]
    public async Task DaysMissed_AreOneMessage_AlsoWhenNothingHappened()
    {
        await Tick(Duration.Zero);
        await Tick(Duration.FromDays(3));

        Assert.Equal("SHADOW, nobody is paged · checkout since Sun 13 Sep 09:00 (UTC): no new incident. Would have paged nobody.", Assert.Single(Told));
    }

    private IEnumerable<string> Told => house.Slack.Posts.Select(post => JsonDocument.Parse(post).RootElement.GetProperty("text").GetString()!);

    private async Task Tick(Duration after)
    {
        house.Clock.Jump(after);
        Assert.Empty(await house.Get<ShadowModeReporter>().Run(default));
    }
}
