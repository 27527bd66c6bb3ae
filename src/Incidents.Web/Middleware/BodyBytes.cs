using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Incidents.Web.Middleware;

/// <summary>The body of a request as it came.</summary>
internal static class BodyBytes
{
    /// <summary>All of it.</summary>
    /// <param name="most">Bytes; one that is longer ends in the status 413.</param>
    public static async Task<ReadOnlyMemory<byte>> Read(HttpRequest request, long most)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most;
        }

        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        return buffer.ToArray();
    }
}
