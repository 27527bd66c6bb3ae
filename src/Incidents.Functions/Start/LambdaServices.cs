using Incidents.Adapters.Aws;
using Incidents.Adapters.Channels;
using Incidents.Adapters.Metrics;
using Incidents.Adapters.Slack;
using Incidents.Adapters.Tracing;
using Incidents.Application;
using Incidents.Application.Configuration;
using Incidents.Application.Configuration.Versions;
using Incidents.Application.Heartbeats;
using Incidents.Application.Links;
using Incidents.Application.Measuring;
using Incidents.Application.Paging;
using Incidents.Application.Runbooks;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Inbound;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Functions;

/// <summary>Puts the use cases on the edges of a function.</summary>
internal static class LambdaServices
{
    /// <summary>Adds everything the functions need. Returns at once: secrets are on their way and waited for where they are used.</summary>
    public static IServiceCollection AddLambda(this IServiceCollection services, LambdaSettings settings, LambdaEdges edges, TimeProvider clock)
    {
        var log = new EventLog(edges.Output, clock);
        var packaged = new DirectoryConfigurationSource(new ConfigurationDirectory(Path.Combine(edges.Package, "config")), clock);
        var metrics = new EmbeddedMetrics(edges.Output, settings.Stack, clock);
        var configuration = new StoredConfiguration(edges.Configurations, packaged, clock, line => log.Warn("configuration", line), metrics);
        var slack = new CachedSecrets(edges.Parameters, settings.Slack.Names, clock);
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
            .AddSingleton(new Invocations(() => TraceHeader.Read(edges.Trace()), () => Report(spans, metrics), configuration.Begin))
            .AddConfiguration(configuration)
            .AddSingleton(ReadRunbooks(Path.Combine(edges.Package, "runbooks"), log))
            .AddSingleton(settings.Sources)
            .AddIncidents()
            .AddChannels(settings, edges, configuration, clock, line => log.Warn("channel", line))
            .AddSingleton<CallWatchdog>(s => async (secret, cancellation) =>
                await Unread(slack, settings.Slack.Webhook, cancellation) ?? await s.GetRequiredService<Watchdog>().Beat(secret, cancellation))
            .AddSlack(settings, slack, configuration, clock, line => log.Warn("slack", line));
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

    private static void Report(XRaySpans spans, EmbeddedMetrics metrics)
    {
        spans.Send();
        metrics.Flush();
    }

    private static IServiceCollection AddSlack(
        this IServiceCollection services, LambdaSettings settings, CachedSecrets secrets, IConfigurationSource configuration, TimeProvider clock, Action<string> warn)
    {
        var webhooks = new ParameterWebhooks(secrets, settings.Slack, configuration, warn);
        var slack = new RenewedWebhook(new SlackWebhookClient(webhooks.Find, SlackHosts.SlackOnly), secrets);
        var reach = new ProvenReach(settings.Stack, secrets, settings.Slack, clock, warn);

        // The function that answers presses is called through the address: it need not ask itself whether it is there.
        _ = settings.Handler == nameof(HandleSlackInteractionFunction.HandleSlackInteraction) ? reach.Believe() : reach.Begin();

        return services
            .AddSingleton<FindPublicAddress>(reach.PublicAddress)
            .AddSingleton<ISlackWebhook>(slack)
            .AddSingleton<ITeamChannel>(new ReachableChannel(new SlackTeamChannel(slack, () => reach.Current, clock), reach))
            .AddSingleton(new SlackGate(new ParameterSignatures(secrets, settings.Slack)))
            .AddSingleton(new SlackInteractions(SlackHosts.SlackOnly))
            .AddSingleton(new SlackInstallation(settings.Stack, () => webhooks.Team));
    }

    private static RunbookLibrary ReadRunbooks(string directory, EventLog log)
    {
        var folder = RunbookFolder.Read(directory);
        foreach (var problem in folder.Problems)
        {
            log.Warn("runbook", problem.ToString());
        }

        return folder.Library;
    }
}
