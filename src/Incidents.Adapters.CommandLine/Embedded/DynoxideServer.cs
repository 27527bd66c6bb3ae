using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Incidents.Adapters.DynamoDb.Schema;

namespace Incidents.Adapters.CommandLine.Embedded;

/// <summary>The embedded store: a DynamoDB-compatible server in a process of its own, on loopback, ended with this one.</summary>
/// <remarks>
/// It takes any signature and tells every web page that it may read the answers. So on Linux, where all of 127.0.0.0/8 leads to this machine,
/// it listens at a random address of it, on a random port: a page would have to try each of 16 million addresses at each port.
/// Other systems know 127.0.0.1 alone; see <see cref="IsHidden"/>.
/// </remarks>
public sealed class DynoxideServer : IAsyncDisposable
{
    private readonly string binary;
    private readonly string? file;
    private volatile ChildProcess child;

    private DynoxideServer(ChildProcess child, string binary, string? file, Uri endpoint) =>
        (this.child, this.binary, this.file, Endpoint) = (child, binary, file, endpoint);

    /// <summary>Where DynamoDB clients find it; see <see cref="DynamoDbClients.ForLocal"/>.</summary>
    public Uri Endpoint { get; }

    /// <summary>Whether it listens where a web page would have to guess; false where there is 127.0.0.1 alone.</summary>
    public static bool IsHidden => OperatingSystem.IsLinux();

    /// <summary>Completes when the server ends, asked to or not. After <see cref="StartAgain"/> it is another task.</summary>
    public Task Exited => child.Exited;

    /// <summary>Starts the server and waits until it answers.</summary>
    /// <param name="binary">Its program; see <see cref="DynoxideBinary"/>.</param>
    /// <param name="file">Database file, whose directory must exist; null keeps everything in memory.</param>
    /// <exception cref="InvalidOperationException">It did not start; the message holds what it said.</exception>
    public static async Task<DynoxideServer> Start(string binary, string? file, CancellationToken cancellation)
    {
        // Between finding a free port and taking it another process may have taken it.
        for (var attempt = 1; ; attempt++)
        {
            var host = Host();
            var endpoint = new Uri($"http://{host}:{FreePort(host)}");
            try
            {
                return new DynoxideServer(await Launch(binary, file, endpoint, cancellation), binary, file, endpoint);
            }
            catch (AddressTakenException) when (attempt < MostAttempts)
            {
            }
        }
    }

    /// <summary>Starts it once more at the same address, where its clients look for it, and on the same file. Without a file it is empty.</summary>
    /// <exception cref="AddressTakenException">Another program has taken the address meanwhile.</exception>
    /// <exception cref="InvalidOperationException">It did not start; the message holds what it said.</exception>
    public async Task StartAgain(CancellationToken cancellation)
    {
        await child.DisposeAsync();
        child = await Launch(binary, file, Endpoint, cancellation);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => child.DisposeAsync();

    private static async Task<ChildProcess> Launch(string binary, string? file, Uri endpoint, CancellationToken cancellation)
    {
        string[] arguments = ["--host", endpoint.Host, "--port", $"{endpoint.Port}", .. file is null ? Array.Empty<string>() : ["--db-path", file]];
        var child = ChildProcess.Start(binary, arguments);
        var listens = false;
        try
        {
            listens = await child.Says("listening", Patience, cancellation);
        }
        finally
        {
            if (!listens)
            {
                await child.DisposeAsync();
            }
        }

        return listens ? child
            : child.Output.Contains("in use", StringComparison.OrdinalIgnoreCase) ? throw new AddressTakenException($"The embedded store cannot have {endpoint.Authority}: another program listens there.")
            : throw new InvalidOperationException($"The embedded store ({binary}) did not start on {endpoint.Authority}: {child.Output}");
    }

    /// <summary>Not 127.0.x.y, where programs such as resolvers have theirs, nor an end of the range.</summary>
    private static IPAddress Host() => !IsHidden ? IPAddress.Loopback
        : new IPAddress([127, (byte)RandomNumberGenerator.GetInt32(1, 255), (byte)RandomNumberGenerator.GetInt32(0, 256), (byte)RandomNumberGenerator.GetInt32(1, 255)]);

    private static int FreePort(IPAddress host)
    {
        using var listener = new TcpListener(host, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private const int MostAttempts = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
}

/// <summary>Another program listens where the embedded store should.</summary>
public sealed class AddressTakenException(string problem) : InvalidOperationException(problem);
