using Microsoft.AspNetCore.Http;

namespace Incidents.Cli.Up;

/// <summary>Reads bodies whose length only their sender knows.</summary>
internal static class BoundedBody
{
    /// <returns>Null when it is longer than <paramref name="largest"/> bytes.</returns>
    public static async Task<byte[]?> ReadBody(this HttpRequest request, int largest, CancellationToken cancellation)
    {
        if (request.ContentLength > largest)
        {
            return null;
        }

        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(chunk, cancellation)) > 0;)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > largest)
            {
                return null;
            }
        }

        return buffer.ToArray();
    }
}
