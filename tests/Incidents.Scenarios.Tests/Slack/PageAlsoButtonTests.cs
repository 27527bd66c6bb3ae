using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Incidents.Application.Slack;
using Incidents.Domain.Incidents;

namespace Incidents.Scenarios.Tests.Slack;

/// <summary>`Page also…` in Slack: whom, then by name whether, then the page.</summary>
public class PageAlsoButtonTests
{
    [Fact]
    public async Task V09_PageAlso_InSlack_AsksWhomAndByNameWhether_AndThenPages()
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");
        await desk.Click("U0ANA00001", SlackDesk.Acknowledge());
        var (version, pages) = ((await desk.Look()).Version, desk.House.Channel.Pages);

        await desk.Click("U0ANA00001", SlackDesk.Do(CardAction.PageAlso));
        var menu = Element(Last(desk));
        Assert.Equal("ephemeral", (string?)Last(desk)["response_type"]);
        Assert.Equal("static_select", (string?)menu["type"]);
        Assert.Equal(["Ana, on call", "Ben"], menu["options"]!.AsArray().Select(option => (string?)option!["text"]!["text"]).Order(StringComparer.Ordinal));

        await desk.Click(Choose(menu, "Ben"));
        var question = Last(desk);
        Assert.Equal("Page Ben for INC-1 now? Whoever has it keeps it.", (string?)question["text"]);
        Assert.True((bool?)question["replace_original"]);
        Assert.Equal((version, pages), ((await desk.Look()).Version, desk.House.Channel.Pages));

        await desk.Click(SlackDesk.Press("U0ANA00001", (string)Element(question)["value"]!));
        Assert.Equal("Ben is paged for INC-1 as well.", (string?)Last(desk)["text"]);
        Assert.Equal("page INC-1 Ben", desk.House.Channel.Heard.Last(line => line.StartsWith("page", StringComparison.Ordinal)));
        Assert.Equal("ana", (await desk.Look()).AcknowledgedBy?.Id);
    }

    [Fact]
    public async Task V09_PageAlso_DeliveredTwice_PagesOnce()
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");
        var press = SlackDesk.Do(CardAction.PageAlso) with { To = "ben", Confirmed = true };
        await desk.Click("U0ANA00001", press);
        await desk.Click("U0ANA00001", press);

        Assert.Single(desk.House.Channel.Heard, line => line == "page INC-1 Ben");
        Assert.StartsWith("INC-1: they were asked for help", (string?)Last(desk)["text"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zork")]
    [InlineData("old")]
    public async Task V09_PageAlso_OfSomebodyWhoIsNone_PagesNobodyAndSaysSo(string to)
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");
        var pages = desk.House.Channel.Pages;
        await desk.Click("U0ANA00001", SlackDesk.Do(CardAction.PageAlso) with { To = to });
        await desk.Click("U0ANA00001", SlackDesk.Do(CardAction.PageAlso) with { To = to, Confirmed = true });

        Assert.Equal(pages, desk.House.Channel.Pages);
        Assert.All(desk.Webhook.Responses, response => Assert.StartsWith("Nobody is paged", (string?)JsonNode.Parse(response)!["text"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task V09_PageAlso_OfAnIncidentThatIsOver_SaysSo()
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");
        await desk.Click("U0ANA00001", SlackDesk.Resolve(confirmed: true));
        await desk.Click("U0ANA00001", SlackDesk.Do(CardAction.PageAlso));

        Assert.Equal("INC-1: already resolved.", (string?)Last(desk)["text"]);
    }

    [Fact]
    public async Task V09_PageAlso_OfAHundredPeopleAndMore_FitsAMessage()
    {
        var people = string.Concat(Enumerable.Range(1, 200).Select(i => string.Create(CultureInfo.InvariantCulture, $"  person-{i:D3}: {{ name: Person number {i} of the long list }}\n")));
        using var desk = new SlackDesk("\n" + people + ScenarioHost.Configuration[ScenarioHost.Configuration.IndexOf("\nschedules:", StringComparison.Ordinal)..]);
        await desk.House.Fire("checkout-5xx");
        await desk.Click("U0ANA00001", SlackDesk.Do(CardAction.PageAlso));

        Assert.True(Encoding.UTF8.GetCharCount(Encoding.UTF8.GetBytes(desk.Webhook.Responses[^1])) < 13_000);
        Assert.Equal("Ana, on call", (string?)Element(Last(desk))["options"]![0]!["text"]!["text"]);
        Assert.Contains("incidents page-also INC-1 ID", desk.Webhook.Responses[^1], StringComparison.Ordinal);
    }

    /// <summary>Whatever does more than take it for a while needs one of the people, through every button there is.</summary>
    [Theory]
    [MemberData(nameof(ForResponders))]
    public async Task V09_MemberOutsidePeople_MayOnlyAcknowledge(CardAction action)
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");
        var version = (await desk.Look()).Version;
        await desk.Click("U0MEMBER01", SlackDesk.Do(action) with { Confirmed = true, To = action == CardAction.PageAlso ? "ben" : null, Snooze = action == CardAction.Snooze ? SnoozeChoice.All[0] : null });

        Assert.StartsWith("Only responders can do this", Assert.Single(desk.Whispers), StringComparison.Ordinal);
        Assert.Equal(version, (await desk.Look()).Version);
    }

    public static TheoryData<CardAction> ForResponders => [.. Enum.GetValues<CardAction>().Except([CardAction.Acknowledge, CardAction.StillOnIt, CardAction.GiveBack])];

    private static JsonNode Last(SlackDesk desk) => JsonNode.Parse(desk.Webhook.Responses[^1])!;

    private static JsonNode Element(JsonNode message) => message["blocks"]!.AsArray().First(block => (string?)block!["type"] == "actions")!["elements"]![0]!;

    private static JsonObject Choose(JsonNode menu, string label)
    {
        var press = SlackDesk.Press("U0ANA00001", "");
        var option = menu["options"]!.AsArray().First(one => (string?)one!["text"]!["text"] == label)!.DeepClone();
        press["actions"] = new JsonArray(new JsonObject { ["type"] = "static_select", ["action_id"] = (string?)menu["action_id"], ["selected_option"] = option });
        return press;
    }
}
