using Incidents.Adapters.CommandLine.Paging;
using Incidents.Adapters.CommandLine.Slack;
using Incidents.Adapters.Slack;
using Incidents.Application.Links;
using Incidents.Application.Notifications;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Cards;
using Incidents.Application.Slack.Inbound;
using Incidents.Web.Preview;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Cli.Up;

/// <summary>Slack on one machine: the preview always, the real one beside it when its webhook is set.</summary>
internal static class LocalSlack
{
    private const string Stack = "local";

    /// <summary>Presses in the preview go out and come in over HTTP, signed, like Slack's own.</summary>
    private static IServiceCollection AddPreviewPresses(this IServiceCollection services, Uri origin, SlackSigningSecret secret, string? team) => services
        .AddSingleton<LoopbackInteractions>()
        .AddSingleton(s => new SlackPreviewSettings(() => origin, secret, s.GetRequiredService<LoopbackInteractions>().Deliver) { Team = team });

    /// <summary>What presses are held against: the workspace of the webhook, where the configuration names none.</summary>
    public static SlackInstallation Installation(RealSlack? real) => new(Stack, real is null ? null : () => real.Webhook.TeamId);

    public static IServiceCollection AddLocalSlack(this IServiceCollection services, UpSettings settings, TimeProvider clock)
    {
        var origin = new Uri($"http://127.0.0.1:{settings.Port}");
        var hosts = new SlackHosts(origin);
        var ownSecret = new SlackSigningSecret(settings.Data.EnsureSlackSecret());
        var preview = new SlackPreview(settings.InMemory ? null : settings.Data.SlackMessages, clock, Console.Error.WriteLine);
        var beside = new SlackWebhookChannel(preview, () => new CardLinks(Stack, origin) { Commands = HostCommands.OnThisMachine }, clock);
        services
            .AddSingleton(preview)
            .AddSingleton(new SlackInteractions(hosts));

        if (RealSlack.FromEnvironment(hosts, Environment.GetEnvironmentVariable) is not { } real)
        {
            // The outbox is read on this machine: the links in it may lead here.
            var given = RealSlack.PublicAddress(Environment.GetEnvironmentVariable) ?? origin;
            return services
                .AddSingleton<FindPublicAddress>(_ => ValueTask.FromResult<Uri?>(given))
                .AddSingleton<INotificationChannel>(beside)
                .AddSingleton<ISlackWebhook>(preview)
                .AddSingleton(Installation(real: null))
                .AddSingleton(new SlackRequestVerifier(new SlackSignature(ownSecret)))
                .AddPreviewPresses(origin, ownSecret, team: null);
        }

        var slack = new AnyChannel(new SlackWebhookClient(new Dictionary<string, WebhookUrl> { [AnyChannel.Name] = real.Webhook }, hosts), preview, hosts);
        return services
            .AddSingleton<FindPublicAddress>(_ => ValueTask.FromResult(real.ProvedUrl))
            .AddSingleton<INotificationChannel>(new MirroredChannel(new SlackWebhookChannel(slack, () => new CardLinks(Stack, real.ProvedUrl, ServesConsole: false) { Commands = HostCommands.OnThisMachine }, clock), beside))
            .AddSingleton<ISlackWebhook>(slack)
            .AddSingleton(Installation(real))
            .AddSingleton(new SlackRequestVerifier(new SlackSignature(real.Secret, ownSecret)))
            .AddSingleton(real)
            .AddHostedService<ProvePublicUrl>()
            .AddPreviewPresses(origin, ownSecret, real.Webhook.TeamId);
    }
}
