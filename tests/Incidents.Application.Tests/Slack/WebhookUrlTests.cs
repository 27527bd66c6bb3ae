using Incidents.Application.Slack;

namespace Incidents.Application.Tests.Slack;

public sealed class WebhookUrlTests
{
    private const string Genuine = "https://hooks.slack.com/services/T9TK3CUKW/B0AAAAAAA/XXXXXXXXXXXXXXXXXXXXXXXX";

    [Fact]
    public void Parse_AnIncomingWebhook_KnowsItsWorkspace()
    {
        var url = Assert.IsType<WebhookUrl.Parsed.Ok>(WebhookUrl.Parse(Genuine + "\n", SlackHosts.SlackOnly)).Url;

        Assert.Equal((Genuine, "T9TK3CUKW"), (url.Address.AbsoluteUri, url.TeamId));
    }

    [Fact]
    public void ToString_DoesNotShowTheAddress() =>
        Assert.DoesNotContain("XXXX", WebhookUrl.Parse(Genuine, SlackHosts.SlackOnly).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Parse_ThePreview_HasNoWorkspace()
    {
        var hosts = new SlackHosts(new Uri("http://127.0.0.1:8080"));

        Assert.Null(Assert.IsType<WebhookUrl.Parsed.Ok>(WebhookUrl.Parse("http://127.0.0.1:8080/dev/slack/services/payments", hosts)).Url.TeamId);
    }

    [Theory]
    [InlineData("https://hooks.slack.com/triggers/T9TK3CUKW/123/canary", "Workflow Builder trigger")]
    [InlineData("https://hooks.slack.com/workflows/T9TK3CUKW/A1/1/canary", "Workflow Builder trigger")]
    [InlineData("https://hooks.slack.com/services/T9TK3CUKW/canary", "not of the form")]
    [InlineData("https://hooks.slack.com/services/T1/B1/canary?x=1", "not of the form")]
    [InlineData("http://hooks.slack.com/services/T1/B1/canary", "does not begin with https://hooks.slack.com/")]
    [InlineData("https://hooks.slack.com.evil.io/services/T1/B1/canary", "does not begin with")]
    [InlineData("http://127.0.0.1:8080/dev/slack/services/canary", "does not begin with")]
    [InlineData("canary", "no URL")]
    [InlineData(null, "no URL")]
    public void Parse_AnythingElse_IsRefusedWithReasonAndFixButWithoutTheAddress(string? text, string reason)
    {
        var refused = Assert.IsType<WebhookUrl.Parsed.Refused>(WebhookUrl.Parse(text, SlackHosts.SlackOnly)).Reason;

        Assert.Contains(reason, refused, StringComparison.Ordinal);
        Assert.Contains("https://api.slack.com/apps", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", refused, StringComparison.Ordinal);
    }
}
