using Incidents.Application.LinkPages;
using Incidents.Application.Links;
using Incidents.Domain;
using Incidents.Domain.Incidents;

namespace Incidents.Scenarios.Tests.Links;

/// <summary>The link of a message about several incidents.</summary>
public class SeveralLinkTests
{
    [Fact]
    public async Task V02_LinkOfSeveral_AcknowledgeAll_TakesThemByOnePress()
    {
        using var desk = await LinkDesk.Open();
        await desk.House.Fire("payments-slow");
        var token = (await desk.House.Get<ResponderLinks>().Mint([new IncidentNumber(1), new IncidentNumber(2)], new PersonId("ana"), "Ana", CancellationToken.None))!.Segments[^1];

        var page = await desk.Get(token);
        Assert.Contains("Acknowledge all 2", page.Body, StringComparison.Ordinal);
        Assert.Contains("INC-2 Sev2: payments-slow (nobody has it yet)", page.Body, StringComparison.Ordinal);

        var after = await desk.Post("action=acknowledge-all", token: token);
        Assert.Contains("You have it, Ana.", after.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<button", after.Body, StringComparison.Ordinal);
        Assert.Equal("ana", (await desk.House.Look(new IncidentNumber(2))).AcknowledgedBy?.Id);
    }

    [Fact]
    public async Task V02_LinkOfOne_AcknowledgeAll_TakesThatOneAlone()
    {
        using var desk = await LinkDesk.Open();
        await desk.House.Fire("payments-slow");

        await desk.Post("action=acknowledge-all");

        Assert.Equal(IncidentStatus.Acknowledged, (await desk.House.Look(desk.Number)).Status);
        Assert.Equal(IncidentStatus.Triggered, (await desk.House.Look(new IncidentNumber(2))).Status);
    }
}
