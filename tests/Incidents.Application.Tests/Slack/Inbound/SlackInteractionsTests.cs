using System.Text;
using System.Text.Json.Nodes;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Inbound;

namespace Incidents.Application.Tests.Slack.Inbound;

public sealed class SlackInteractionsTests
{
    private static readonly SlackInteractions Interactions = new(SlackHosts.SlackOnly);

    [Fact]
    public void Read_AClickAsSlackSendsIt_GivesAllOfIt()
    {
        var gate = new SlackRequestVerifier(new SlackSignature(SignedRequest.Secret));
        var form = Assert.IsType<SlackVerdict.Accepted>(
            gate.Check(SignedRequest.FromFile("slack/block-actions-function-url-base64.json"), SignedRequest.Now)).Form;

        var pressed = Assert.IsType<SlackInteraction.ButtonsPressed>(Interactions.Read(form.Span));

        Assert.Equal(new SlackSender("UA8RXUSPL", "T9TK3CUKW", "T9TK3CUKW", null, "AABA1ABCD"), pressed.Sender);
        Assert.Equal(("CBR2V3XEX", "1789384733.000200"), (pressed.ChannelId, pressed.MessageTs));
        Assert.Equal("https://hooks.slack.com/actions/T9TK3CUKW/1232321423432/D09sSasdasdAS9091209", pressed.ResponseUrl?.AbsoluteUri);
        Assert.Equal("12321423423.333649436676.d8c1bb837935619ccad0f624c448ffb3", pressed.TriggerId);
        Assert.Equal(new PressedButton("incident_ack", """{"v":1,"i":"INC-2026-0042","a":"ack"}"""), Assert.Single(pressed.Buttons));
    }

    [Fact]
    public void Read_AnOrganisationInstallAndAnEphemeralMessage_HaveNoTeamAndNoMessage()
    {
        var pressed = Assert.IsType<SlackInteraction.ButtonsPressed>(ReadClick(click =>
        {
            click["team"] = null;
            click["enterprise"] = new JsonObject { ["id"] = "E111" };
            click.Remove("message");
        }));

        Assert.Equal((null, "E111"), (pressed.Sender.TeamId, pressed.Sender.EnterpriseId));
        Assert.Equal("1789384733.000200", pressed.MessageTs);
    }

    [Fact]
    public void Read_ASubmittedDialog_IsRecognised() => Assert.Equal(
        "UA8RXUSPL",
        Assert.IsType<SlackInteraction.DialogSubmitted>(Read(Payload.Text("slack/view-submission-resolve-note.json"))).Sender.UserId);

    [Fact]
    public void Read_PlusIsASpaceAndPercent2BIsAPlus()
    {
        var pressed = Assert.IsType<SlackInteraction.ButtonsPressed>(
            Interactions.Read("payload={\"type\":\"block_actions\",\"user\":{\"id\":\"U1\"},\"actions\":[{\"action_id\":\"a+b%2Bc\"}]}"u8));

        Assert.Equal("a b+c", pressed.Buttons[0].ActionId);
    }

    [Theory]
    [InlineData("static_select")]
    [InlineData("overflow")]
    public void Read_AChoiceInAMenu_GivesTheOptionsValueAndNothingElse(string type) => Assert.Equal(new PressedButton("incident_snooze", "chosen"), ReadAction(
        $$$"""{"type":"{{{type}}}","action_id":"incident_snooze","block_id":"b1","value":"not this","selected_option":{"text":{"type":"plain_text","text":"for 1 hour"},"value":"chosen"},"action_ts":"1.2"}"""));

    [Theory]
    [InlineData("""{"type":"static_select","action_id":"x","selected_option":null}""")]
    [InlineData("""{"type":"static_select","action_id":"x","selected_option":"v"}""")]
    [InlineData("""{"type":"static_select","action_id":"x","selected_option":[{"value":"v"}]}""")]
    [InlineData("""{"type":"static_select","action_id":"x","selected_option":{"value":1}}""")]
    [InlineData("""{"type":"static_select","action_id":"x","selected_option":{"value":{"value":"v"}}}""")]
    [InlineData("""{"type":"overflow","action_id":"x","value":"v"}""")]
    [InlineData("""{"type":"button","action_id":"x","selected_option":{"value":"v"}}""")]
    [InlineData("""{"type":"multi_static_select","action_id":"x","selected_options":[{"value":"v"}],"value":"v"}""")]
    [InlineData("""{"type":"datepicker","action_id":"x","selected_date":"2026-02-30","value":"v"}""")]
    public void Read_AChoiceOfAnotherForm_HasNoValue(string action) => Assert.Equal(new PressedButton("x", null), ReadAction(action));

    [Theory]
    [InlineData(150, true)]
    [InlineData(151, false)]
    public void S63_OptionBeyondSlacksLimit_HasNoValue(int length, bool taken) => Assert.Equal(
        taken ? new string('v', length) : null,
        ReadAction($$$"""{"type":"static_select","action_id":"x","selected_option":{"value":"{{{new string('v', length)}}}"}}""").Value);

    [Fact]
    public void S45_OptionsValueTwice_IsUnreadable() => Unreadable(InteractionFault.BadJson, Read(
        """{"type":"block_actions","user":{"id":"U1"},"actions":[{"type":"overflow","selected_option":{"value":"a","value":"b"}}]}"""));

    [Theory]
    [InlineData("42")]
    [InlineData("\"ack\"")]
    [InlineData("null")]
    [InlineData("[]")]
    public void Read_AnActionThatIsNoObject_AsksForNothing(string action) => Assert.Equal(new PressedButton("", null), ReadAction(action));

    [Fact]
    public void S40_PayloadMissing_IsUnreadable() => Unreadable(InteractionFault.NoSinglePayload, Interactions.Read("command=%2Fincident"u8));

    [Fact]
    public void S40_PayloadEmpty_IsUnreadable() => Unreadable(InteractionFault.NoSinglePayload, Interactions.Read("payload="u8));

    [Fact]
    public void S41_PayloadTwice_IsUnreadable() => Unreadable(InteractionFault.NoSinglePayload, Interactions.Read("payload=%7B%7D&pa%79load=%7B%7D"u8));

    [Fact]
    public void S42_NotJson_IsUnreadable() => Unreadable(InteractionFault.BadJson, Read("{type"));

    [Fact]
    public void S43_Depth33_IsUnreadable() => Unreadable(InteractionFault.BadJson, ReadClick(click =>
        click["deep"] = JsonNode.Parse(new string('[', 32) + new string(']', 32))));

    [Fact]
    public void S43_Depth32_IsRead() => Assert.IsType<SlackInteraction.ButtonsPressed>(ReadClick(click =>
        click["deep"] = JsonNode.Parse(new string('[', 31) + new string(']', 31))));

    [Fact]
    public void S44_RootArray_IsUnreadable() => Unreadable(InteractionFault.BadJson, Read("[]"));

    [Fact]
    public void S45_TypeTwice_IsUnreadable() => Unreadable(InteractionFault.BadJson, Read(
        """{"type":"block_actions","t\u0079pe":"view_submission","user":{"id":"U1"},"actions":[{"action_id":"a"}]}"""));

    [Fact]
    public void S46_BytesThatAreNoUtf8_AreUnreadable() => Unreadable(InteractionFault.NoSinglePayload, Interactions.Read("payload=%7B%22a%22%3A%22%FF%22%7D"u8));

    [Theory]
    [InlineData("payload=%7B%22a%22%3A%22%00%22%7D")]
    [InlineData("payload=%7B%7D&x=%0")]
    [InlineData("payload=%7B%7D&x=%zz")]
    public void S47_NulOrBrokenEscape_IsUnreadable(string form) =>
        Unreadable(InteractionFault.NoSinglePayload, Interactions.Read(Encoding.ASCII.GetBytes(form)));

    [Fact]
    public void S47_EscapedNul_IsUnreadable() => Unreadable(InteractionFault.BadJson, Read("""{"type":"block_actions","a":"\u0000"}"""));

    [Theory]
    [InlineData("""{"type":"block_actions","a":"\ud800"}""")]
    [InlineData("""{"type":"block_actions","\ud800":1}""")]
    public void S48_LoneSurrogate_IsUnreadable(string json) => Unreadable(InteractionFault.BadJson, Read(json));

    [Fact]
    public void S49_NoActions_IsUnreadable() => Unreadable(InteractionFault.ActionCount, ReadClick(click => click["actions"] = new JsonArray()));

    [Fact]
    public void S49_ActionsMissing_IsUnreadable() => Unreadable(InteractionFault.ActionCount, ReadClick(click => click.Remove("actions")));

    [Fact]
    public void S50_200Actions_AreUnreadable() => Unreadable(InteractionFault.ActionCount, ReadClick(click =>
        click["actions"] = new JsonArray([.. Enumerable.Range(0, 200).Select(i => new JsonObject { ["action_id"] = $"a{i}" })])));

    [Fact]
    public void S51_UnknownType_IsUnused() =>
        Assert.Equal(new SlackInteraction.Unused("message_action"), ReadClick(click => click["type"] = "message_action"));

    [Fact]
    public void Read_NoTypeOrNoPerson_IsUnreadable()
    {
        Unreadable(InteractionFault.MissingField, ReadClick(click => click.Remove("type")));
        Unreadable(InteractionFault.MissingField, ReadClick(click => click["user"] = "UA8RXUSPL"));
    }

    [Theory]
    [InlineData("http://169.254.169.254/")]
    [InlineData("https://hooks.slack.com@evil.io/actions/T1")]
    public void S66_S68_ForeignResponseUrl_IsUnreadable(string url) =>
        Unreadable(InteractionFault.ForeignResponseUrl, ReadClick(click => click["response_url"] = url));

    [Fact]
    public void Read_WithoutResponseUrl_IsReadable() =>
        Assert.Null(Assert.IsType<SlackInteraction.ButtonsPressed>(ReadClick(click => click.Remove("response_url"))).ResponseUrl);

    private static PressedButton ReadAction(string json) =>
        Assert.Single(Assert.IsType<SlackInteraction.ButtonsPressed>(ReadClick(click => click["actions"] = new JsonArray(JsonNode.Parse(json)))).Buttons);

    private static SlackInteraction ReadClick(Action<JsonObject> change)
    {
        var click = JsonNode.Parse(Payload.Text("slack/block-actions-acknowledge-payload.json"))!.AsObject();
        change(click);
        return Read(click.ToJsonString());
    }

    private static SlackInteraction Read(string json) => Interactions.Read(Encoding.UTF8.GetBytes("payload=" + Uri.EscapeDataString(json)));

    private static void Unreadable(InteractionFault fault, SlackInteraction interaction) =>
        Assert.Equal(new SlackInteraction.Unreadable(fault), interaction);
}
