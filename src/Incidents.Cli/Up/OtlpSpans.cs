using System.Diagnostics;
using Incidents.Application.Tracing;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Incidents.Cli.Up;

/// <summary>Sends the spans of this process to a collector by OTLP, as OpenTelemetry's own variables say.</summary>
/// <remarks>Sources: https://opentelemetry.io/docs/specs/otel/protocol/exporter/. Spans wait for five seconds at most; one that cannot be sent is dropped, and nothing waits for it.</remarks>
internal sealed class OtlpSpans : IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string TracesEndpoint = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const int Patience = 2_000;

    private readonly TracerProvider provider;

    private OtlpSpans(TracerProvider provider) => this.provider = provider;

    /// <returns>Null when no collector is named.</returns>
    /// <param name="variable">Gives the value of an environment variable.</param>
    public static OtlpSpans? Begin(Func<string, string?> variable) => string.IsNullOrWhiteSpace(variable(Endpoint) ?? variable(TracesEndpoint))
        ? null
        : new OtlpSpans(Sdk.CreateTracerProviderBuilder()
            .AddSource(Spans.SourceName)
            .SetSampler(new AlwaysOnSampler())
            .ConfigureResource(resource => resource.AddService("incidents"))
            .AddOtlpExporter(exporter =>
            {
                // As the specification has it; the package's own default is gRPC, which most collectors have on another port.
                exporter.Protocol = variable(Protocol) == "grpc" ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
                exporter.TimeoutMilliseconds = Patience;
            })
            .Build());

    /// <summary>Begins a trace: what the web server takes the request to be part of goes to no collector, and would be missed there.</summary>
    public static ActivityContext? NewTrace()
    {
        Activity.Current = null;
        return new ActivityContext(ActivityTraceId.CreateRandom(), default, ActivityTraceFlags.Recorded);
    }

    /// <summary>Sends what has not been sent.</summary>
    public void Dispose()
    {
        provider.ForceFlush(Patience);
        provider.Dispose();
    }
}
