using System.Text.Json;
using Incidents.Adapters.Channels;
using Incidents.Adapters.Tests.Store;
using Incidents.Application.Notifications;
using Incidents.Domain.People;
using Microsoft.AspNetCore.WebUtilities;

namespace Incidents.Adapters.Tests.Channels;

public sealed class NtfyTests : PageChannelContract
{
    private protected override string Taken => """{"id":"sPs71M8A2T","time":1767225600,"event":"message","topic":"x"}""";

    private protected override INotificationChannel Open(Uri origin, TimeSpan? limit) => Push.Open(origin, limit, new Uri(origin, $"/push/{Pages.Canary}?auth=QmVhcmVyIHRr").AbsoluteUri);

    private protected override void IsRightlyMade(FarSide.Received request)
    {
        using var json = JsonDocument.Parse(request.Bytes);
        var root = json.RootElement;

        Assert.Equal(("/push/?auth=QmVhcmVyIHRr", "application/json"), (request.Path, request.Headers["Content-Type"]));
        Assert.Equal((Pages.Canary, 5), (root.GetProperty("topic").GetString(), root.GetProperty("priority").GetInt32()));
        Assert.Equal("Sev1 Checkout · INC-142", root.GetProperty("title").GetString());
        Assert.Equal($"https://incidents.example.com/a/{Pages.Canary}", root.GetProperty("click").GetString());
        Assert.Equal("view", root.GetProperty("actions")[0].GetProperty("action").GetString());
    }
}

public sealed class PushoverTests : PageChannelContract
{
    private protected override string Taken => """{"status":1,"request":"647d2300-702c-4b38-8b2f-d56326ae460b","receipt":"rLqVuqTRh62UzxtmqiaLzQmVcPgiCy"}""";

    private protected override PageMessage Message => Pages.To(PushService.Pushover);

    private protected override INotificationChannel Open(Uri origin, TimeSpan? limit) => Push.Open(origin, limit, $"user-{Pages.Canary}");

    private protected override void IsRightlyMade(FarSide.Received request)
    {
        var form = QueryHelpers.ParseQuery(request.Body);

        Assert.Equal(("/1/messages.json", "application/x-www-form-urlencoded"), (request.Path, request.Headers["Content-Type"]));
        Assert.Equal(($"token-{Pages.Canary}", $"user-{Pages.Canary}"), (form["token"].ToString(), form["user"].ToString()));
        Assert.Equal(("2", "30", "300"), (form["priority"].ToString(), form["retry"].ToString(), form["expire"].ToString()));
        Assert.Equal(("Sev1 Checkout · INC-142", $"https://incidents.example.com/a/{Pages.Canary}"), (form["title"].ToString(), form["url"].ToString()));
    }
}

internal static class Push
{
    public static PushChannel Open(Uri origin, TimeSpan? limit, string secret) => new(
        new ChannelSecrets((name, _) => ValueTask.FromResult<string?>(name == "pushover-token" ? $"token-{Pages.Canary}" : secret), _ => { }),
        new Pages.Configured(Pages.Channels),
        ChannelLimits.Usual(loopback: true) with { Post = limit ?? TimeSpan.FromSeconds(3.5) },
        new Uri(origin, "/1/messages.json"));
}
