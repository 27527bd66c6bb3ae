namespace Incidents.Adapters.Channels;

/// <summary>How long the other side may take; with the reading of a secret before it, five seconds in all.</summary>
/// <param name="Post">From the first byte out to the answer.</param>
/// <param name="Connect">For DNS, TCP and TLS together.</param>
/// <param name="Loopback">Whether people's addresses may name this machine, as in trials on one's own.</param>
public sealed record ChannelLimits(TimeSpan Post, TimeSpan Connect, bool Loopback)
{
    /// <summary>3.5 s and 2 s.</summary>
    public static ChannelLimits Usual(bool loopback) => new(TimeSpan.FromSeconds(3.5), TimeSpan.FromSeconds(2), loopback);
}
