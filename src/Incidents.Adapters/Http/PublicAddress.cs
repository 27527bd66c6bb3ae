using System.Net;
using System.Net.Sockets;

namespace Incidents.Adapters.Http;

/// <summary>Tells addresses of the public internet from private, link-local and reserved ones, where a name under foreign control must not lead.</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Reserved =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "224.0.0.0/3", "::/127", "fc00::/7", "fe80::/10", "ff00::/8",

            // What stands for an IPv4 address, which may be a private one: compatible, NAT64 (of everybody and of one network), 6to4 with its relays, Teredo.
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "192.88.99.0/24", "2001::/32",

            // Site-local: private, before fc00::/7 was.
            "fec0::/10",
        }.Select(range => IPNetwork.Parse(range)),
    ];

    public static bool Is(IPAddress address)
    {
        var plain = address.AddressFamily == AddressFamily.InterNetworkV6 && address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !Array.Exists(Reserved, range => range.Contains(plain));
    }
}
