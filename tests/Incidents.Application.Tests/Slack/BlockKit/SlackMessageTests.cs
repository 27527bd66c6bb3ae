using System.Text;
using System.Text.Json;
using Incidents.Application.Slack.BlockKit;
using Incidents.Application.SlackMarkup;

namespace Incidents.Application.Tests.Slack.BlockKit;

public sealed class SlackMessageTests
{
    [Fact]
    public void ToJson_EveryBlock_AsSlackReadsIt()
    {
        var message = new SlackMessage(
            Mrkdwn.Text("lock screen"),
            new SlackBlock.Header("Sev1 checkout"),
            new SlackBlock.Section(Mrkdwn.Text("R&D")),
            new SlackBlock.Divider(),
            new SlackBlock.Context(Mrkdwn.Text("small")),
            new SlackBlock.Actions(
                new SlackButton("incident_resolve", "Resolve")
                {
                    Value = "v",
                    Style = SlackButtonStyle.Danger,
                    Confirm = new SlackConfirm("Sure?", "It is still firing.", "Resolve", "Not yet"),
                },
                new SlackMenu("incident_snooze", "Snooze", new SlackOption("for 1 hour", "v1")),
                new SlackButton("open_incident", "Open") { Url = new Uri("https://x.example/incidents/INC-1") }));

        Assert.Equal(
            """
            {"text":"lock screen","unfurl_links":false,"unfurl_media":false,"blocks":[
            {"type":"header","text":{"type":"plain_text","text":"Sev1 checkout","emoji":false}},
            {"type":"section","text":{"type":"mrkdwn","text":"R&amp;D","verbatim":true}},
            {"type":"divider"},
            {"type":"context","elements":[{"type":"mrkdwn","text":"small","verbatim":true}]},
            {"type":"actions","elements":[
            {"type":"button","action_id":"incident_resolve","text":{"type":"plain_text","text":"Resolve","emoji":false},"value":"v","style":"danger",
            "confirm":{"title":{"type":"plain_text","text":"Sure?","emoji":false},"text":{"type":"plain_text","text":"It is still firing.","emoji":false},
            "confirm":{"type":"plain_text","text":"Resolve","emoji":false},"deny":{"type":"plain_text","text":"Not yet","emoji":false}}},
            {"type":"static_select","action_id":"incident_snooze","placeholder":{"type":"plain_text","text":"Snooze","emoji":false},
            "options":[{"text":{"type":"plain_text","text":"for 1 hour","emoji":false},"value":"v1"}]},
            {"type":"button","action_id":"open_incident","text":{"type":"plain_text","text":"Open","emoji":false},"url":"https://x.example/incidents/INC-1"}]}]}
            """.ReplaceLineEndings(""),
            Json(message));
    }

    [Theory]
    [InlineData(SlackDelivery.New, "{\"text\":\"x\"")]
    [InlineData(SlackDelivery.InPlaceOfCard, "{\"replace_original\":true,\"text\":\"x\"")]
    [InlineData(SlackDelivery.OnlyToClicker, "{\"replace_original\":false,\"response_type\":\"ephemeral\",\"text\":\"x\"")]
    public void ToJson_SaysWhatBecomesOfIt(SlackDelivery delivery, string beginning) =>
        Assert.StartsWith(beginning, Json(new SlackMessage(Mrkdwn.Text("x")), delivery), StringComparison.Ordinal);

    [Fact]
    public void ToJson_EmptyBlocks_AreLeftOut_BecauseSlackRefusesThem() => Assert.Contains(
        "\"blocks\":[]",
        Json(new SlackMessage(Mrkdwn.Text("x"), new SlackBlock.Header(""), new SlackBlock.Section(Mrkdwn.Empty), new SlackBlock.Actions(), new SlackBlock.Context(Mrkdwn.Text(" ")))),
        StringComparison.Ordinal);

    [Fact]
    public void ToJson_TextsThatAreTooLong_AreCutToSlacksLimits()
    {
        var longText = string.Concat(Enumerable.Repeat("👩🏽‍🚒", 1_000));
        using var message = JsonDocument.Parse(Json(new SlackMessage(
            Mrkdwn.Text("x"),
            new SlackBlock.Header(longText),
            new SlackBlock.Section(Mrkdwn.Text(longText)),
            new SlackBlock.Actions(
                new SlackButton("a", longText) { Confirm = new SlackConfirm(longText, longText, longText, longText) },
                new SlackMenu("b", longText, [.. Enumerable.Repeat(new SlackOption(longText, "v"), 101)])))));
        var blocks = message.RootElement.GetProperty("blocks");
        var button = blocks[2].GetProperty("elements")[0];

        IsCut(blocks[0].GetProperty("text"), 150);
        IsCut(blocks[1].GetProperty("text"), 3_000);
        IsCut(button.GetProperty("text"), 75);
        IsCut(button.GetProperty("confirm").GetProperty("title"), 100);
        IsCut(button.GetProperty("confirm").GetProperty("text"), 300);
        IsCut(button.GetProperty("confirm").GetProperty("confirm"), 30);
        IsCut(button.GetProperty("confirm").GetProperty("deny"), 30);

        var menu = blocks[2].GetProperty("elements")[1];
        IsCut(menu.GetProperty("placeholder"), 150);
        IsCut(menu.GetProperty("options")[0].GetProperty("text"), 75);
        Assert.Equal(100, menu.GetProperty("options").GetArrayLength());
    }

    [Fact]
    public void ToJson_AMessageThatIsTooLong_LosesExpendableBlocksFromTheEnd()
    {
        SlackBlock Section(char c, bool expendable) => new SlackBlock.Section(Mrkdwn.Text(new string(c, 2_990))) { Expendable = expendable };

        var json = Json(new SlackMessage(
            Mrkdwn.Text("x"), Section('a', false), Section('b', true), Section('c', true), Section('d', true), Section('e', false)));

        Assert.True(json.Length < 13_000);
        Assert.Equal("abce", string.Concat("abcde".Where(c => json.Contains(new string(c, 100), StringComparison.Ordinal))));
    }

    [Fact]
    public void ToJson_MoreThan25Elements_AreCutTo25()
    {
        using var message = JsonDocument.Parse(Json(new SlackMessage(Mrkdwn.Text("x"), new SlackBlock.Actions([.. Enumerable.Range(0, 30).Select(i => new SlackButton($"a{i}", "x"))]))));

        Assert.Equal(25, message.RootElement.GetProperty("blocks")[0].GetProperty("elements").GetArrayLength());
    }

    [Fact]
    public void ToJson_MoreThan50Blocks_AreCutTo50()
    {
        using var message = JsonDocument.Parse(Json(new SlackMessage(Mrkdwn.Text("x"), [.. Enumerable.Repeat(new SlackBlock.Divider(), 60)])));

        Assert.Equal(50, message.RootElement.GetProperty("blocks").GetArrayLength());
    }

    private static void IsCut(JsonElement text, int longest)
    {
        var value = text.GetProperty("text").GetString()!;
        Assert.InRange(value.Length, longest - 30, longest);
        Assert.DoesNotContain('\uFFFD', value);
        Assert.Contains('…', value);
    }

    private static string Json(SlackMessage message, SlackDelivery delivery = SlackDelivery.New) => Encoding.UTF8.GetString(message.ToJson(delivery).Span);
}
