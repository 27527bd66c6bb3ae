using System.Net;
using Incidents.Adapters.Slack;
using Incidents.Application.Notifications;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Cards;
using Incidents.Application.Slack.Inbound;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Incidents.Web.Tests.Middleware;

/// <summary>A Slack on a free port that refuses, redirects or never answers; its addresses and its signing secret hold canaries.</summary>
internal sealed class BadSlack : IAsyncDisposable
{
    private readonly WebApplication app;
    private volatile bool wasAsked;

    private BadSlack(HttpStatusCode? answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(async context =>
        {
            wasAsked = true;
            if (answer is { } status)
            {
                context.Response.StatusCode = (int)status;
                context.Response.Headers.Location = context.Request.Path.Value;
            }
            else
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        });
    }

    public bool WasAsked => wasAsked;

    private Uri Origin => new(app.Urls.First());

    /// <param name="answer">Null never answers.</param>
    public static async Task<BadSlack> Start(HttpStatusCode? answer)
    {
        var slack = new BadSlack(answer);
        await slack.app.StartAsync();
        return slack;
    }

    public Uri Address(string name) => new(Origin, SlackHosts.PreviewPath + name);

    /// <summary>Pages, answers to clicks and signatures of a house go by this Slack.</summary>
    public void ConnectTo(IServiceCollection services)
    {
        var hosts = new SlackHosts(Origin);
        var webhook = Assert.IsType<WebhookUrl.Parsed.Ok>(WebhookUrl.Parse(Address("webhook-CANARY").AbsoluteUri, hosts)).Url;
        var quick = new SlackTimeouts(TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(200));
        services
            .AddSingleton<ISlackWebhook>(_ => new SlackWebhookClient(new Dictionary<string, WebhookUrl> { ["default"] = webhook }, hosts, quick))
            .AddSingleton<INotificationChannel>(s => new SlackWebhookChannel(s.GetRequiredService<ISlackWebhook>(), () => new CardLinks("tests", Origin), s.GetRequiredService<TimeProvider>()))
            .AddSingleton(new SlackInteractions(hosts))
            .AddSingleton(new SlackRequestVerifier(new SlackSignature(new SlackSigningSecret("signing-CANARY"))));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
