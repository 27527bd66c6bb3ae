using System.Globalization;
using System.Net;

namespace Incidents.EndToEnd.Tests.Attacks;

/// <summary>The embedded store answers whoever finds it, so it listens where a web page does not find it.</summary>
public class EmbeddedStoreTests
{
    [Fact]
    public async Task V30_Store_OfARunningUp_ListensOnNoAddressAPageKnows_AndTellsNoPageThatItMayRead()
    {
        using var sandbox = new Sandbox();
        await sandbox.Up();
        var store = new Uri(await File.ReadAllTextAsync(Path.Combine(sandbox.Data, "store-url")));
        using var http = new HttpClient();

        // What a page can name: this machine, at the port of the store and at that of `up`.
        foreach (var host in new[] { "127.0.0.1", "localhost" })
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync($"http://{host}:{store.Port}/"));
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{sandbox.Port}/") { Headers = { { "Origin", "https://evil.example" } } };
        Assert.False((await http.SendAsync(request)).Headers.Contains("Access-Control-Allow-Origin"));

        Assert.Equal([sandbox.Port], Listening(IPAddress.Loopback).Intersect([sandbox.Port, store.Port]));
        Assert.Contains(store.Port, Listening(IPAddress.Parse(store.Host)));
        Assert.NotEqual((byte)0, IPAddress.Parse(store.Host).GetAddressBytes()[1]);
    }

    [Fact]
    public async Task V30_Store_StartedAgain_ListensElsewhere()
    {
        using var sandbox = new Sandbox();
        var hosts = new HashSet<string>();
        for (var start = 0; start < 2; start++)
        {
            var up = await sandbox.UpProcess();
            hosts.Add(new Uri(await File.ReadAllTextAsync(Path.Combine(sandbox.Data, "store-url"))).Host);
            await Sandbox.Terminate(up);
        }

        Assert.Equal(2, hosts.Count);
    }

    /// <summary>Ports of this machine that are listened on at an address, or at all addresses.</summary>
    /// <remarks>https://www.kernel.org/doc/html/latest/networking/proc_net_tcp.html: the address in the byte order of the machine; state 0A is LISTEN.</remarks>
    private static HashSet<int> Listening(IPAddress address)
    {
        string[] hosts = [$"{BitConverter.ToUInt32(address.GetAddressBytes()):X8}", "00000000"];
        return [.. File.ReadLines("/proc/net/tcp").Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(columns => columns[3] == "0A" && hosts.Contains(columns[1].Split(':')[0]))
            .Select(columns => int.Parse(columns[1].Split(':')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
    }
}
