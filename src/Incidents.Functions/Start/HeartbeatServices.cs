using Incidents.Adapters.Aws;
using Incidents.Adapters.Metrics;
using Incidents.Adapters.Slack.Parameters;
using Incidents.Adapters.Tracing;
using Incidents.Application.Configuration;
using Incidents.Application.Configuration.Versions;
using Incidents.Application.Heartbeats;
using Incidents.Application.Heartbeats.Door;
using Incidents.Application.Refusals;
using Incidents.Configuration.Loading;
using Incidents.Functions.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Functions.Start;

/// <summary>Puts together what keeps beats: its key, the configuration and the store, and no channel, no other secret and nothing that pages.</summary>
internal static class HeartbeatServices
{
    public static IServiceCollection AddHeartbeats(this IServiceCollection services, LambdaSettings settings, LambdaEdges edges, TimeProvider clock)
    {
        var log = new JsonLogWriter(edges.Output, clock);
        var packaged = new DirectoryConfigurationProvider(new ConfigurationDirectory(Path.Combine(edges.Package, "config")), clock);
        var metrics = new EmbeddedMetrics(edges.Output, settings.Stack, clock);
        var configuration = new StoredConfiguration(edges.Configurations, packaged, clock, line => log.Warn("configuration", line), metrics);
        var secrets = new CachedSecrets(edges.Parameters, [settings.Slack.HeartbeatKey, settings.Slack.PreviousHeartbeatKey], clock);
        var spans = new XRaySpans(edges.TraceDaemon);
        edges.Keep(services);
        return services
            .AddSingleton(clock)
            .AddSingleton(spans)
            .AddSingleton(new InvocationTelemetry(() => TraceHeader.Read(edges.Trace()), Report, configuration.Begin))
            .AddSingleton<IOnCallConfigurationProvider>(configuration)
            .AddSingleton(s => new RecordHeartbeat(s.GetRequiredService<IHeartbeatStore>(), configuration, clock))
            .AddSingleton(s => new AnswerHeartbeat(
                s.GetRequiredService<RecordHeartbeat>(), new ParameterHeartbeatKeys(secrets, settings.Slack), new RefusalCounts(clock, line => log.Warn("refused", line)), line => log.Warn("heartbeat", line)));

        void Report()
        {
            spans.Send();
            metrics.Flush();
        }
    }
}
