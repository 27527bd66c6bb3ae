using System.Text;

namespace Incidents.Adapters.Http;

/// <summary>The first few kilobytes of a body: the answers that count are a word or a small object.</summary>
internal static class BodyStart
{
    private const int Longest = 4_096;

    /// <summary>Null when the body breaks off or takes too long: the status may still tell what happened.</summary>
    public static async Task<string?> Read(HttpContent content, CancellationToken cancellation)
    {
        try
        {
            using var stream = await content.ReadAsStreamAsync(cancellation);
            var buffer = new byte[Longest];
            var length = await stream.ReadAtLeastAsync(buffer, Longest, throwOnEndOfStream: false, cancellation);
            return Encoding.UTF8.GetString(buffer, 0, length);
        }
        catch (Exception error) when (error is IOException or HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }
}
