using Incidents.Adapters.Aws;
using Incidents.Adapters.Channels;
using Incidents.Adapters.Metrics;
using Incidents.Adapters.Slack;
using Incidents.Adapters.Slack.Parameters;
using Incidents.Adapters.Slack.Reach;
using Incidents.Adapters.Tracing;
using Incidents.Application;
using Incidents.Application.Configuration;
using Incidents.Application.Configuration.Versions;
using Incidents.Application.Heartbeats;
using Incidents.Application.Links;
using Incidents.Application.Measuring;
using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Application.Refusals;
using Incidents.Application.Runbooks;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Inbound;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using Incidents.Functions.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Functions.Start;

/// <summary>Puts the use cases on the edges of a function.</summary>
internal static class LambdaServices
{
    /// <summary>Adds everything the functions need. Returns at once: secrets are on their way and waited for where they are used.</summary>
    public static IServiceCollection AddLambda(this IServiceCollection services, LambdaSettings settings, LambdaEdges edges, TimeProvider clock)
    {
        var log = new JsonLogWriter(edges.Output, clock);
        var packaged = new DirectoryConfigurationProvider(new ConfigurationDirectory(Path.Combine(edges.Package, "config")), clock);
        var metrics = new EmbeddedMetrics(edges.Output, settings.Stack, clock);
        var configuration = new StoredConfiguration(edges.Configurations, packaged, clock, line => log.Warn("configuration", line), metrics);
        var secrets = new StackSecrets(edges.Parameters, settings.Slack, configuration, clock);
        var spans = new XRaySpans(edges.TraceDaemon);
        edges.Keep(services);
        return services
            .AddSingleton(clock)
            .AddSingleton(edges.Fallback)
            .AddSingleton(edges.Retries)
            .AddSingleton(edges.Alarms)
            .AddSingleton(metrics)
            .AddSingleton<IMeasurements>(metrics)
            .AddSingleton(log)
            .AddSingleton(spans)
            .AddSingleton(new InvocationTelemetry(() => TraceHeader.Read(edges.Trace()), () => Report(spans, metrics), () => Prepare(configuration, secrets)))
            .AddConfiguration(configuration)
            .AddSingleton(ReadRunbooks(Path.Combine(edges.Package, "runbooks"), log))
            .AddSingleton(settings.Sources with { MayComeFrom = (account, cancellation) => MayComeFrom(account, settings, secrets, cancellation) })
            .AddSingleton(new RefusalCounts(clock, line => log.Warn("refused", line)))
            .AddIncidents()
            .AddInteractions()
            .AddChannels(settings, secrets, edges, configuration, clock, line => log.Warn("channel", line))
            .AddSingleton<CallWatchdog>(s => async (secret, cancellation) =>
                await Unread(secrets.Own, settings.Slack.Webhook, cancellation) ?? await s.GetRequiredService<Watchdog>().Beat(secret, cancellation))
            .AddSlack(settings, secrets, configuration, clock, line => log.Warn("slack", line));
    }

    /// <summary>A tick that cannot read what it would page by is no good one.</summary>
    private static async Task<string?> Unread(CachedSecrets secrets, string name, CancellationToken cancellation)
    {
        try
        {
            await secrets.Get(name, cancellation);
            return null;
        }
        catch (SecretUnavailableException unavailable)
        {
            return unavailable.Message;
        }
    }

    private static void Prepare(StoredConfiguration configuration, StackSecrets secrets)
    {
        configuration.Begin();
        secrets.Begin();
    }

    /// <summary>The stack's own account is known without asking. While the list cannot be learnt, an alarm that the topic's policy let in is taken: a lost page is worse.</summary>
    private static async ValueTask<bool> MayComeFrom(string account, LambdaSettings settings, StackSecrets secrets, CancellationToken cancellation) =>
        settings.AlarmTopic.Split(':') is [_, _, _, _, var own, ..] && own == account
        || await secrets.Settings(cancellation) is not { } known
        || known.Takes(account);

    private static void Report(XRaySpans spans, EmbeddedMetrics metrics)
    {
        spans.Send();
        metrics.Flush();
    }

    private static IServiceCollection AddSlack(
        this IServiceCollection services, LambdaSettings settings, StackSecrets secrets, IOnCallConfigurationProvider configuration, TimeProvider clock, Action<string> warn)
    {
        var webhooks = new ParameterWebhooks(secrets.Own, secrets.Further, settings.Slack, configuration, warn);
        var slack = new RenewedWebhook(new SlackWebhookClient(webhooks.Find, SlackHosts.SlackOnly), secrets.Own, secrets.Further);
        return services
            .AddSingleton(s => Reach(s.GetRequiredService<RecentPages>()))
            .AddSingleton(s => new VerifyPublicUrl(s.GetRequiredService<PublicUrlVerification>().Prove, s.GetRequiredService<RecentPages>(), warn))
            .AddSingleton<FindPublicAddress>(s => s.GetRequiredService<PublicUrlVerification>().PublicAddress)
            .AddSingleton<ISlackWebhook>(slack)
            .AddSingleton<INotificationChannel>(s => Channel(s.GetRequiredService<PublicUrlVerification>()))
            .AddSingleton(new SlackRequestVerifier(new ParameterSignatures(secrets.Own, settings.Slack)))
            .AddSingleton(new SlackInteractions(SlackHosts.SlackOnly))
            .AddSingleton(new SlackInstallation(settings.Stack, () => webhooks.Team));

        PublicUrlVerification Reach(RecentPages recent)
        {
            var reach = new PublicUrlVerification(settings.Stack, secrets.Own, settings.Slack, () => recent.Reach, clock, warn);
            if (settings.Handler is nameof(HandleSlackInteractionFunction.HandleSlackInteraction) or nameof(OpenPageLinkFunction.OpenPageLink))
            {
                // Those are called through the address: they need not ask whether it is there.
                reach.Believe();
            }

            return reach;
        }

        PublicUrlChannel Channel(PublicUrlVerification reach) => new(new SlackWebhookChannel(slack, () => reach.Current, clock), reach);
    }

    private static RunbookLibrary ReadRunbooks(string directory, JsonLogWriter log)
    {
        var folder = RunbookFolder.Read(directory);
        foreach (var problem in folder.Problems)
        {
            log.Warn("runbook", problem.ToString());
        }

        return folder.Library;
    }
}
