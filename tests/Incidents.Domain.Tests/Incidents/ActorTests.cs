using Incidents.Domain.Incidents;

namespace Incidents.Domain.Tests.Incidents;

public class ActorTests
{
    [Theory]
    [InlineData("ana", ActorKind.Person, false)]
    [InlineData("system", ActorKind.Product, false)]
    [InlineData("api", ActorKind.Api, true)]
    [InlineData("console", ActorKind.Console, true)]
    [InlineData("slack:U1", ActorKind.SlackUser, true)]
    [InlineData("api:deploy", ActorKind.Other, true)]
    public void Kind_OfAStoredId_SaysWhetherAPersonActed(string id, ActorKind kind, bool isOutsider)
    {
        var actor = new Actor(id, "any", Via.Api);

        Assert.Equal((kind, isOutsider), (actor.Kind(), actor.IsOutsider()));
    }

    [Fact]
    public void SlackUser_WhenNotConfigured_KeepsItsIdOfSlack()
    {
        var actor = Actor.OfSlackUser("U1");

        Assert.Equal(("slack:U1", "U1"), (actor.Id, actor.SlackUserId()));
        Assert.Null(Actor.System.SlackUserId());
    }
}
