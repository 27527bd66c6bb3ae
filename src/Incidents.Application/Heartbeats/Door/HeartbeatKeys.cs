using System.Security.Cryptography;
using System.Text;

namespace Incidents.Application.Heartbeats.Door;

/// <summary>The keys that authorize beats: the current one and, while it is being rotated, the one before.</summary>
public sealed class HeartbeatKeys
{
    private readonly byte[][] digests;

    /// <param name="keys">Those that are set; an empty one is none.</param>
    public HeartbeatKeys(params IEnumerable<string?> keys) => digests = [.. keys.OfType<string>().Where(key => key.Length > 0).Select(Digest)];

    /// <summary>Whether there is any: without one nothing is let in.</summary>
    public bool Exist => digests.Length > 0;

    /// <summary>Whether a key is one of them. Compared as hashes of one length, with all of them, in a time that tells nothing about how much was right.</summary>
    public bool Hold(string key)
    {
        var (sent, isOne) = (Digest(key), false);
        foreach (var digest in digests)
        {
            isOne |= CryptographicOperations.FixedTimeEquals(sent, digest);
        }

        return isOne;
    }

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

/// <summary>Where the keys are kept. What cannot be learnt throws, and says which parameter it is.</summary>
public interface IHeartbeatKeys
{
    /// <summary>As they were read last.</summary>
    ValueTask<HeartbeatKeys> Current(CancellationToken cancellation);

    /// <summary>Read again, because a key was none of them; null when nothing has changed, or it was done a moment ago.</summary>
    ValueTask<HeartbeatKeys?> Renewed(CancellationToken cancellation);
}
