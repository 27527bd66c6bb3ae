using Incidents.Application.Slack;

namespace Incidents.Application.Tests.Slack;

public sealed class SlackHostsTests
{
    private static readonly SlackHosts WithPreview = new(new Uri("http://127.0.0.1:8080"));

    [Theory]
    [InlineData("https://hooks.slack.com/actions/T9TK3CUKW/1232321423432/D09sSasdasdAS9091209")]
    [InlineData("https://hooks.slack.com/commands/T1DC2JH3J/397700885554/96rGlfmibIGlgcZRskXaIFfN")]
    [InlineData("https://hooks.slack.com:443/actions/T1/1/x")]
    public void IsResponseUrl_SlacksOwn_True(string url) => Assert.True(SlackHosts.SlackOnly.IsResponseUrl(url));

    [Theory]
    [InlineData("http://169.254.169.254/")]
    [InlineData("http://hooks.slack.com/actions/T1/1/x")]
    public void S66_MetadataAddressOrPlainHttp_False(string url) => Foreign(url);

    [Fact]
    public void S67_HostThatOnlyBeginsLikeSlack_False() => Foreign("https://hooks.slack.com.evil.io/actions/T1/1/x");

    [Theory]
    [InlineData("https://hooks.slack.com@evil.io/actions/T1/1/x")]
    [InlineData("https://evil@hooks.slack.com/actions/T1/1/x")]
    [InlineData(@"https://evil.io\@hooks.slack.com/actions/T1/1/x")]
    public void S68_UserInfo_False(string url) => Foreign(url);

    [Fact]
    public void S69_OtherPort_False() => Foreign("https://hooks.slack.com:8443/actions/T1/1/x");

    [Fact]
    public void S70_Loopback_False() => Foreign("http://localhost:2773/actions/T1/1/x");

    [Theory]
    [InlineData("https://hooks.slack.com/services/T1/B1/x")]
    [InlineData("https://hooks.slack.com/actions/../services/T1/B1/x")]
    [InlineData("https://hooks.slack.com/")]
    [InlineData("/actions/T1/1/x")]
    [InlineData("")]
    public void IsResponseUrl_OtherPathsOfSlack_False(string url) => Foreign(url);

    [Theory]
    [InlineData("http://127.0.0.1:8080/dev/slack/actions/7", true)]
    [InlineData("https://hooks.slack.com/actions/T1/1/x", true)]
    [InlineData("http://127.0.0.1:8080/api/v1/incidents", false)]
    [InlineData("http://127.0.0.1:8080/dev/slack/../../api/v1/incidents", false)]
    [InlineData("http://127.0.0.1:8081/dev/slack/actions/7", false)]
    [InlineData("http://localhost:8080/dev/slack/actions/7", false)]
    [InlineData("https://127.0.0.1:8080/dev/slack/actions/7", false)]
    public void IsResponseUrl_WithALocalPreview_AllowsExactlyThatToo(string url, bool allowed) => Assert.Equal(allowed, WithPreview.IsResponseUrl(url));

    [Fact]
    public void Preview_ThatIsNotOnLoopback_IsRefused() => Assert.Throws<ArgumentException>(() => new SlackHosts(new Uri("http://preview.example.com")));

    private static void Foreign(string url) => Assert.False(SlackHosts.SlackOnly.IsResponseUrl(url));
}
