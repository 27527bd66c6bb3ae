using Microsoft.AspNetCore.Http;

namespace Incidents.Web.Middleware;

/// <summary>From where a route may be reached.</summary>
public enum Listener
{
    /// <summary>From this machine alone, by a name of loopback.</summary>
    Loopback,

    /// <summary>From this machine, and by the public address too.</summary>
    PublicHost,

    /// <summary>By whatever name: for checks that know an address and no name.</summary>
    AnyHost,
}

/// <summary>One route, with all that is under its path.</summary>
public sealed record RouteRow(PathString Path, Listener Listener);

/// <summary>Every route there is, and from where it may be reached. A route without a row is reached from this machine alone; a test demands its row.</summary>
public static class RouteTable
{
    /// <summary>The rows; a request counts by the longest path it is under.</summary>
    public static IReadOnlyList<RouteRow> Rows { get; } =
    [
        // Each of these asks for proof of its own: Slack's signature, the token in the address, the signature of SNS.
        new("/slack", Listener.PublicHost),
        new("/r", Listener.PublicHost),
        new("/calendars", Listener.PublicHost),
        new("/sns", Listener.PublicHost),

        new("/healthz", Listener.AnyHost),

        // Who reaches the console may do everything in it, and the API has one token for all: neither leaves the machine.
        new("/", Listener.Loopback),
        new("/incidents", Listener.Loopback),
        new("/oncall", Listener.Loopback),
        new("/maintenance", Listener.Loopback),
        new("/heartbeats", Listener.Loopback),
        new("/assets", Listener.Loopback),
        new("/api", Listener.Loopback),
        new("/dev", Listener.Loopback),
    ];

    /// <summary>From where what is at a path may be reached.</summary>
    public static Listener Of(PathString path) => Row(path)?.Listener ?? Listener.Loopback;

    /// <summary>The row a path belongs to; null when it has none.</summary>
    public static RouteRow? Row(PathString path) => Rows
        .Where(row => row.Path == "/" ? path == "/" || !path.HasValue : path.StartsWithSegments(row.Path, StringComparison.OrdinalIgnoreCase))
        .MaxBy(row => row.Path.Value!.Length);
}
