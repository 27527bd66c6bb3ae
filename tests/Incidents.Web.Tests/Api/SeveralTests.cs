using System.Net;
using System.Text.Json;
using Incidents.Domain.Incidents;

namespace Incidents.Web.Tests.Api;

public class SeveralTests
{
    [Fact]
    public async Task V02_AcknowledgeSeveral_WhenOneIsTaken_ChangesTheOthersAndListsIt()
    {
        await using var house = await WebAppFixture.Open();
        await house.Declare("one");
        await house.Acknowledge(await house.Declare("two"));
        await house.Declare("three");

        var items = await Post(house, "acknowledge", """{"ids":["INC-1","INC-2","3","INC-9"],"by":"ben"}""");

        Assert.Equal(["INC-1 True ", "INC-2 False alreadyAcknowledged", "INC-3 True ", "INC-9 False "], items.Select(Line));
        Assert.Equal("ben", (await house.Look(new IncidentNumber(3))).AcknowledgedBy?.Id);
        Assert.Equal("there is no such incident", items[3].GetProperty("problem").GetString());
    }

    [Fact]
    public async Task V02_AcknowledgeMine_TakesWhatThePersonWasPagedForAndNothingElse()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        var paged = (await house.Look(new IncidentNumber(1))).LastPage!.Person;

        Assert.Equal(["INC-1 True "], (await Post(house, "acknowledge", $$"""{"mine":true,"by":"{{paged}}"}""")).Select(Line));
        Assert.Empty(await Post(house, "acknowledge", $$"""{"mine":true,"by":"{{paged}}"}"""));
    }

    [Fact]
    public async Task V02_ResolveSeveral_WhenOneStillFires_EndsTheOthers()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        await house.Declare("two", "payments");

        Assert.Equal(["INC-1 False stillFiring", "INC-2 True "], (await Post(house, "resolve", """{"ids":["INC-1","INC-2"],"reason":"false-alarm"}""")).Select(Line));
    }

    [Fact]
    public async Task V02_MergeSeveral_EndsAllButTheOneThatGoesOn()
    {
        await using var house = await WebAppFixture.Open();
        await house.Declare("one");
        await house.Declare("two");
        await house.Declare("three");

        Assert.Equal(["INC-1 True ", "INC-2 True "], (await Post(house, "merge", """{"ids":["INC-1","INC-2"],"into":"INC-3"}""")).Select(Line));
        Assert.Equal(new IncidentNumber(3), (await house.Look(new IncidentNumber(1))).MergedInto);
    }

    [Theory]
    [InlineData("acknowledge", "{}", "ids")]
    [InlineData("acknowledge", """{"ids":[]}""", "ids")]
    [InlineData("acknowledge", """{"ids":["seven"]}""", "ids")]
    [InlineData("acknowledge", """{"mine":true,"by":"nobody-here"}""", "by")]
    [InlineData("acknowledge", """{"mine":true}""", "by")]
    [InlineData("resolve", """{"ids":["INC-1"],"reason":"tired"}""", "reason")]
    [InlineData("merge", """{"ids":["INC-1"]}""", "into")]
    public async Task V02_Several_WithWhatCannotBe_Is400AndNamesTheField(string action, string body, string field)
    {
        await using var house = await WebAppFixture.Open();

        var problem = await (await house.Api().PostJson($"/api/v1/incidents/{action}", body)).Problem(400);

        Assert.Equal(field, problem.GetProperty("field").GetString());
    }

    private static string Line(JsonElement item) =>
        $"{item.GetProperty("number").GetString()} {item.GetProperty("done").GetBoolean()} {item.GetProperty("refusal").GetString()}";

    private static async Task<List<JsonElement>> Post(WebAppFixture house, string action, string body)
    {
        var answer = await house.Api().PostJson($"/api/v1/incidents/{action}", body);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return [.. (await answer.Json()).GetProperty("items").EnumerateArray()];
    }
}
