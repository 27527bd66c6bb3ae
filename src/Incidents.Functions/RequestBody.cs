using System.Buffers.Text;
using System.Text;
using Amazon.Lambda.APIGatewayEvents;

namespace Incidents.Functions;

/// <summary>The API hands a body over as text or as base64, as it likes; a signature is checked on the bytes sent.</summary>
internal static class RequestBody
{
    /// <returns>Null for base64 that does not decode; empty when there is no body.</returns>
    public static byte[]? ReadBody(this APIGatewayHttpApiV2ProxyRequest request)
    {
        var body = request.Body ?? string.Empty;
        if (!request.IsBase64Encoded)
        {
            return Encoding.UTF8.GetBytes(body);
        }

        return Base64.IsValid(body) ? Convert.FromBase64String(body) : null;
    }
}
