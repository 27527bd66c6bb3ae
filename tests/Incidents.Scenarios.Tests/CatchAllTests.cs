using Incidents.Application;
using Incidents.Domain;
using Incidents.Domain.Incidents;

namespace Incidents.Scenarios.Tests;

/// <summary>What belongs to nobody, or to somebody who has gone, still wakes the catch-all.</summary>
public class CatchAllTests
{
    [Fact]
    public async Task AnAlarmThatNoServiceClaims_PagesTheCatchAll()
    {
        using var house = new ScenarioHost();

        var incident = (await house.Fire("nobody-knows-this")).Incident!.Incident;

        Assert.Equal(new ServiceId("catch-all"), incident.Service);
        Assert.Equal($"page {incident.Number} Ben", house.Channel.Heard[0]);
    }

    [Fact]
    public async Task APersonWhoHasLeft_IsNotPaged_TheCatchAllIs_AndTheTimelineSaysWhy()
    {
        using var house = new ScenarioHost(configuration: ScenarioHost.Configuration.Replace("ana: { name: Ana,", "ana: { name: Ana, active: false,", StringComparison.Ordinal));

        var incident = (await house.Fire("checkout-errors")).Incident!.Incident;

        Assert.Equal($"page {incident.Number} Ben", house.Channel.Heard[0]);
        Assert.Contains((await house.Story(incident.Number)).Timeline, entry => entry.Event is NobodyToPage { Why: var why } && why.Contains("Ana", StringComparison.Ordinal));
    }
}
