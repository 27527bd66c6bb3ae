namespace Incidents.Application.Links.Door;

/// <summary>A request for a link as it arrived, before anything of it is believed.</summary>
/// <param name="Method">As sent.</param>
/// <param name="Token">What stood in the address; a secret if it is right.</param>
/// <param name="ContentType">As sent; null when there was none.</param>
/// <param name="Body">The bytes on the wire; null when they could not be recovered.</param>
public sealed record LinkRequest(string Method, string? Token, string? ContentType, ReadOnlyMemory<byte>? Body)
{
    /// <summary>Takes a request in the form of API Gateway (payload 2.0), which encodes some bodies.</summary>
    /// <param name="headers">Names in any case.</param>
    public static LinkRequest FromGateway(string method, string? token, IEnumerable<KeyValuePair<string, string>>? headers, string? body, bool isBase64Encoded) =>
        new(method, token, ContentTypeIn(headers ?? []), GatewayBody.Read(body, isBase64Encoded));

    /// <summary>Without the token, so that no log gets hold of it.</summary>
    public override string ToString() => $"{Method} of a link";

    private static string? ContentTypeIn(IEnumerable<KeyValuePair<string, string>> headers) =>
        headers.FirstOrDefault(header => string.Equals(header.Key, "content-type", StringComparison.OrdinalIgnoreCase)).Value;
}
