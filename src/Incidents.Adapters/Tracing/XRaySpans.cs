using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Incidents.Application.Tracing;

namespace Incidents.Adapters.Tracing;

/// <summary>Collects the spans of traces that are kept and hands them to X-Ray's daemon, which Lambda runs beside the function.</summary>
/// <remarks>A datagram for each; the daemon sends no answer and none is awaited. What cannot be sent is gone: a trace is decoration.</remarks>
public sealed class XRaySpans : IDisposable
{
    private static readonly byte[] Header = "{\"format\":\"json\",\"version\":1}\n"u8.ToArray();

    private readonly ConcurrentQueue<byte[]> ended = [];
    private readonly ActivityListener listener;
    private readonly IPEndPoint? daemon;

    /// <param name="daemon">Address and port as in AWS_XRAY_DAEMON_ADDRESS, `169.254.100.1:2000`; without one that can be read nothing is traced.</param>
    public XRaySpans(string? daemon)
    {
        this.daemon = IPEndPoint.TryParse(daemon ?? "", out var address) && address.Port != 0 ? address : null;
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Spans.SourceName && this.daemon is not null,
            Sample = (ref ActivityCreationOptions<ActivityContext> span) =>
                span.Parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded) ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = span => ended.Enqueue(Subsegment.Write(span)),
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>Sends what has ended since the last time.</summary>
    public void Send()
    {
        if (daemon is null || ended.IsEmpty)
        {
            return;
        }

        try
        {
            using var socket = new Socket(daemon.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            while (ended.TryDequeue(out var document))
            {
                socket.SendTo([.. Header, .. document], daemon);
            }
        }
        catch (SocketException)
        {
            ended.Clear();
        }
    }

    /// <inheritdoc />
    public void Dispose() => listener.Dispose();
}
