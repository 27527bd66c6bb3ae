using Amazon.Lambda.APIGatewayEvents;
using Microsoft.AspNetCore.Http;

namespace Incidents.Cli.Up;

/// <summary>A request in the form API Gateway gives it.</summary>
internal static class GatewayRequest
{
    /// <summary>The body in base64, header names in lower case.</summary>
    /// <param name="path">Parameters of the path; null when it has none.</param>
    public static APIGatewayHttpApiV2ProxyRequest AsGatewayWould(this HttpRequest request, byte[] body, Dictionary<string, string>? path = null) => new()
    {
        Headers = request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()),
        PathParameters = path,
        RequestContext = new() { Http = new() { Method = request.Method } },
        Body = Convert.ToBase64String(body),
        IsBase64Encoded = true,
    };
}
