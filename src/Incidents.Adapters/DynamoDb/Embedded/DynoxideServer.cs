using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Incidents.Adapters.DynamoDb.Embedded;

/// <summary>The embedded store: a DynamoDB-compatible server in a process of its own, on loopback, ended with this one.</summary>
public sealed class DynoxideServer : IAsyncDisposable
{
    private readonly ChildProcess child;

    private DynoxideServer(ChildProcess child, Uri endpoint) => (this.child, Endpoint) = (child, endpoint);

    /// <summary>Where DynamoDB clients find it; see <see cref="DynamoDbClients.ForLocal"/>.</summary>
    public Uri Endpoint { get; }

    /// <summary>Completes when the server ends, asked to or not.</summary>
    public Task Exited => child.Exited;

    /// <summary>Starts the server and waits until it answers.</summary>
    /// <param name="binary">Its program; see <see cref="DynoxideBinary"/>.</param>
    /// <param name="file">Database file, whose directory must exist; null keeps everything in memory.</param>
    /// <exception cref="InvalidOperationException">It did not start; the message holds what it said.</exception>
    public static async Task<DynoxideServer> Start(string binary, string? file, CancellationToken cancellation)
    {
        // Between finding a free port and taking it somebody else may have taken it.
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            string[] arguments = ["--host", "127.0.0.1", "--port", $"{port}", .. file is null ? Array.Empty<string>() : ["--db-path", file]];
            var child = ChildProcess.Start(binary, arguments);
            if (await child.Says("listening", Patience, cancellation))
            {
                return new DynoxideServer(child, new Uri($"http://127.0.0.1:{port}"));
            }

            await child.DisposeAsync();
            if (attempt == MostAttempts || !child.Output.Contains("in use", StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidOperationException($"The embedded store ({binary}) did not start on port {port}: {child.Output}");
            }
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => child.DisposeAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private const int MostAttempts = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
}
