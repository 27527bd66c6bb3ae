using System.Net;
using System.Net.Sockets;

namespace Incidents.Adapters.Http;

/// <summary>HTTP that follows no redirects, keeps no cookies, uses no proxy and reaches the public internet, or loopback where the address itself says so, but nothing between.</summary>
internal static class GuardedHandler
{
    /// <param name="loopback">Whether an address that names this machine leads there.</param>
    public static SocketsHttpHandler Create(TimeSpan connectTimeout, bool loopback = true) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        MaxResponseHeadersLength = 16,

        // A frozen function thaws with dead connections in the pool, and a POST on one of them may or may not have arrived.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = connectTimeout,
        ConnectCallback = (context, cancellation) => Connect(context.DnsEndPoint, loopback, cancellation),
    };

    private static async ValueTask<Stream> Connect(DnsEndPoint host, bool loopback, CancellationToken cancellation)
    {
        var addresses = Array.FindAll(
            await Dns.GetHostAddressesAsync(host.Host, cancellation), address => MayConnect(host.Host, address, loopback));
        if (addresses.Length == 0)
        {
            throw new SocketException((int)SocketError.HostUnreachable);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, host.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool MayConnect(string host, IPAddress address, bool loopback) =>
        IPAddress.IsLoopback(address) ? loopback && (host == "localhost" || IPAddress.TryParse(host, out _)) : PublicAddress.Is(address);
}
