using System.Text.Json;
using Incidents.Adapters.Slack;
using Incidents.Adapters.Tests.Store;
using Incidents.Application.Notifications;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Cards;

namespace Incidents.Adapters.Tests.Channels;

public sealed class SlackWebhookChannelTests : PageChannelContract
{
    private protected override string Taken => "ok";

    private protected override bool IsForATeam => true;

    private protected override INotificationChannel Open(Uri origin, TimeSpan? limit)
    {
        var hosts = new SlackHosts(origin);
        var webhook = Assert.IsType<WebhookUrl.Parsed.Ok>(WebhookUrl.Parse(new Uri(origin, $"/dev/slack/services/{Pages.Canary}").AbsoluteUri, hosts)).Url;
        var client = Track(new SlackWebhookClient(
            new Dictionary<string, WebhookUrl> { ["payments"] = webhook }, hosts, SlackTimeouts.Default with { Post = limit ?? SlackTimeouts.Default.Post }));
        return new SlackWebhookChannel(client, () => new CardLinks("prod", null), new FixedClock(Pages.Now));
    }

    private protected override void IsRightlyMade(FarSide.Received request)
    {
        using var json = JsonDocument.Parse(request.Bytes);

        Assert.Equal($"/dev/slack/services/{Pages.Canary}", request.Path);
        Assert.Contains("checkout-5xx", json.RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
    }
}
