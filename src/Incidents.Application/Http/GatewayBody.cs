using System.Text;

namespace Incidents.Application.Http;

/// <summary>The body of a request as API Gateway hands it on.</summary>
internal static class GatewayBody
{
    /// <summary>The bytes that were sent; null when they are said to be base64 and are not.</summary>
    public static ReadOnlyMemory<byte>? Read(string? body, bool isBase64Encoded)
    {
        if (!isBase64Encoded)
        {
            return Encoding.UTF8.GetBytes(body ?? "");
        }

        var text = body ?? "";
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text, bytes, out var written) ? (ReadOnlyMemory<byte>?)bytes.AsMemory(0, written) : null;
    }
}
