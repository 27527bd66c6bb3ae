using Incidents.Application.LinkPages;
using Incidents.Application.Notifications;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests.Links;

/// <summary>Somebody without Slack opens the link of a text message.</summary>
public class LinkTests
{
    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Open_TwiceAsALinkScannerDoes_ChangesNothing(string method)
    {
        using var desk = await LinkDesk.Open();
        var before = await desk.House.Look(desk.Number);

        var page = await desk.Get(method: method);
        await desk.Get(method: method);

        Assert.Equal(200, page.Status);
        Assert.Contains("Nobody has it yet.", page.Body, StringComparison.Ordinal);
        Assert.Contains("""<button class="main" name="action" value="acknowledge">""", page.Body, StringComparison.Ordinal);
        Assert.Equal(before, await desk.House.Look(desk.Number));
    }

    [Fact]
    public async Task Open_ShowsWhatIsBrokenSinceWhen()
    {
        using var desk = await LinkDesk.Open();
        desk.House.Clock.Jump(Duration.FromMinutes(8));

        var page = (await desk.Get()).Body;

        Assert.All(["INC-1", "Sev2", "checkout-5xx", "<dd>checkout</dd>", "03:12 (UTC), for 8 min", "done as Ana"], part => Assert.Contains(part, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Acknowledge_IsDoneInTheNameOfThePagedPerson()
    {
        using var desk = await LinkDesk.Open();

        var page = await desk.Post();

        Assert.Equal(200, page.Status);
        Assert.Contains("You have it, Ana.", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<button", page.Body, StringComparison.Ordinal);
        Assert.Equal(new Actor("ana", "Ana", Via.Link), (await desk.House.Look(desk.Number)).AcknowledgedBy);
        var said = (await desk.House.Story(desk.Number)).Timeline.Select(entry => entry.Event.Describe(by => by.Name, id => id.Value));
        Assert.Contains("Ana acknowledged via link", said);
    }

    [Fact]
    public async Task Acknowledge_PressedTwice_IsDoneOnce()
    {
        using var desk = await LinkDesk.Open();
        await desk.Post();
        var before = await desk.House.Look(desk.Number);

        Assert.Contains("You have it, Ana.", (await desk.Post()).Body, StringComparison.Ordinal);
        Assert.Equal(before, await desk.House.Look(desk.Number));
    }

    [Fact]
    public async Task Acknowledge_WhenSomebodyElseHasIt_SaysWhoAndSinceWhen()
    {
        using var desk = await LinkDesk.Open();
        desk.House.Clock.Jump(Duration.FromMinutes(5));
        await desk.House.Acknowledge(desk.Number, "ben");

        var page = (await desk.Post()).Body;

        Assert.Contains("ben has it.", page, StringComparison.Ordinal);
        Assert.Contains("Acknowledged at 03:17 (UTC).", page, StringComparison.Ordinal);
        Assert.Equal("ben", (await desk.House.Look(desk.Number)).AcknowledgedBy?.Id);
    }

    [Fact]
    public async Task Acknowledge_WhenItIsOver_SaysSo()
    {
        using var desk = await LinkDesk.Open();
        await desk.House.Resolve(desk.Number);

        var page = (await desk.Post()).Body;

        Assert.Contains("It is over.", page, StringComparison.Ordinal);
        Assert.Null((await desk.House.Look(desk.Number)).AcknowledgedBy);
    }

    [Fact]
    public async Task Escalate_PagesTheNextStep_AndLeavesItWithNobody()
    {
        using var desk = await LinkDesk.Open();
        var before = await desk.House.Look(desk.Number);

        var page = (await desk.Post("action=escalate")).Body;

        Assert.Contains("The next step is being paged.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"escalate\"", page, StringComparison.Ordinal);
        var after = await desk.House.Look(desk.Number);
        Assert.Equal(IncidentStatus.Triggered, after.Status);
        Assert.True(after.TimelineLength > before.TimelineLength);
    }

    [Fact]
    public async Task F35_Open_ADayLater_IsOver_ThoughTheStoreStillHasIt()
    {
        using var desk = await LinkDesk.Open();
        desk.House.Clock.Jump(Duration.FromHours(24) - Duration.FromSeconds(1));
        Assert.Equal(200, (await desk.Get()).Status);
        desk.House.Clock.Jump(Duration.FromSeconds(1));

        Assert.Equal(404, (await desk.Get()).Status);
        Assert.Equal(404, (await desk.Post()).Status);
        Assert.Equal(IncidentStatus.Triggered, (await desk.House.Look(desk.Number)).Status);
    }

    [Fact]
    public async Task Open_OfWhatIsNoLink_IsOnePage_WhateverTheReason()
    {
        using var desk = await LinkDesk.Open();
        string[] wrong = [new string('A', 24), "", "../../etc/passwd", "INC#1", desk.Token[..^1], desk.Token + "A", await desk.Mint("gone", "Somebody who has left")];

        var pages = new List<LinkResponse>();
        foreach (var token in wrong)
        {
            pages.Add(await desk.Get(token));
            pages.Add(await desk.Post(token: token));
        }

        Assert.All(pages, page => Assert.Equal((404, pages[0].Body), (page.Status, page.Body)));
        Assert.All(["incidents ack INC-1", "Slack"], way => Assert.Contains(way, pages[0].Body, StringComparison.Ordinal));
        Assert.Equal(IncidentStatus.Triggered, (await desk.House.Look(desk.Number)).Status);
    }
}
