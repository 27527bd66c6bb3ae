using Incidents.Application.Paging;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests.Slack;

public class RepeatedClickTests
{
    [Fact]
    public async Task S29_SameRequestFourMinutesLater_HasOneEffect()
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");
        var request = desk.Sign(SlackDesk.Press("U0ANA00001", SlackDesk.Acknowledge()));
        await desk.Send(request);
        var first = await desk.Look();
        desk.House.Clock.Jump(Duration.FromMinutes(4));

        Assert.Equal(200, await desk.Send(request));
        Assert.Equal(first.Version, (await desk.Look()).Version);
        Assert.Equal("ana", first.AcknowledgedBy?.Id);
    }

    [Fact]
    public async Task S30_F53_RetriesOfOneRequest_HaveOneEffect()
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");
        for (var retry = 0; retry <= 3; retry++)
        {
            Assert.Equal(200, await desk.Click("U0ANA00001", SlackDesk.Acknowledge()));
        }

        Assert.Single((await desk.House.Story(new IncidentNumber(1))).Timeline, entry => entry.Event is IncidentAcknowledged);
    }

    [Fact]
    public async Task S31_TwoPeopleAtOnce_OneHasItAndTheOtherIsToldWhoAndWhen()
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");
        await Task.WhenAll(
            Task.Run(() => desk.Click("U0ANA00001", SlackDesk.Acknowledge())),
            Task.Run(() => desk.Click("U0BEN00001", SlackDesk.Acknowledge())));

        var winner = (await desk.Look()).AcknowledgedBy!.Name;
        Assert.Single((await desk.House.Story(new IncidentNumber(1))).Timeline, entry => entry.Event is IncidentAcknowledged);
        Assert.Equal([$"INC-1 was acknowledged by {winner} at 03:12 (UTC)."], desk.Whispers);
    }

    [Fact]
    public async Task F55_ClickOnAStaleCard_RepairsTheCardAndTellsTheClicker()
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");
        await desk.House.Resolve(new IncidentNumber(1));
        await desk.Click("U0BEN00001", SlackDesk.Acknowledge());

        Assert.Equal(["INC-1 was resolved at 03:12 (UTC)."], desk.Whispers);
        Assert.Equal("replace INC-1 Resolved", desk.House.Channel.Heard[^1]);
    }

    [Fact]
    public async Task F45_F46_CardThatCannotBeReplaced_IsFollowedByAMessageOfTheSweep()
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");
        desk.House.Channel.Answer = () => new DeliveryResult.Rejected("used_url");

        Assert.Equal(200, await desk.Click("U0ANA00001", SlackDesk.Acknowledge()));
        Assert.Equal(IncidentStatus.Acknowledged, (await desk.Look()).Status);
        Assert.DoesNotContain("tell INC-1 Acknowledged", desk.House.Channel.Heard);

        desk.House.Channel.Answer = () => new DeliveryResult.Delivered();
        await desk.House.Pass(Duration.FromMinutes(1));

        Assert.Equal("tell INC-1 Acknowledged", desk.House.Channel.Heard[^1]);
        Assert.Null((await desk.Look()).Update);
    }
}
