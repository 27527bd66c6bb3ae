using System.Net;
using Incidents.Application.Time;
using NodaTime;

namespace Incidents.Cli.Up;

/// <summary>Counts links that open nothing, by the address they come from; past ten in a minute the answer is: too many.</summary>
/// <remarks>A link that works is never refused: behind a tunnel everybody has the same address, and a stranger must not keep anyone from acknowledging.</remarks>
internal sealed class WrongTokens(TimeProvider clock)
{
    private const int MostPerMinute = 10;
    private static readonly Duration Window = Duration.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<IPAddress, int> counts = [];
    private Instant began;

    /// <summary>Counts one more, and returns whether it is still within the limit.</summary>
    public bool Allow(IPAddress source)
    {
        lock (gate)
        {
            var now = clock.Now();
            if (now - began >= Window)
            {
                counts.Clear();
                began = now;
            }

            return (counts[source] = counts.GetValueOrDefault(source) + 1) <= MostPerMinute;
        }
    }
}
