using Incidents.Application.Http;

namespace Incidents.Application.Slack.Inbound;

/// <summary>A request as it reached the Slack endpoint, before its signature is verified.</summary>
public sealed class SlackRequest
{
    private readonly ILookup<string, string> headers;

    /// <summary>Takes a request whose body is already bytes.</summary>
    /// <param name="method">HTTP method as sent.</param>
    /// <param name="headers">One pair for each header line; names in any case.</param>
    /// <param name="body">The bytes on the wire; null when they could not be recovered.</param>
    public SlackRequest(string method, IEnumerable<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte>? body)
    {
        Method = method;
        Body = body;
        this.headers = headers.ToLookup(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>HTTP method as sent.</summary>
    public string Method { get; }

    /// <summary>The bytes Slack signed; null when the gateway's base64 was broken.</summary>
    public ReadOnlyMemory<byte>? Body { get; }

    /// <summary>Takes a request in the form of API Gateway (payload 2.0), which encodes some bodies and joins repeated headers with commas.</summary>
    public static SlackRequest FromGateway(
        string method, IEnumerable<KeyValuePair<string, string>>? headers, string? body, bool isBase64Encoded) =>
        new(method, headers ?? [], GatewayBody.Read(body, isBase64Encoded));

    internal IEnumerable<string> All(string header) => headers[header];

    internal bool TrySingle(string header, out string value)
    {
        var values = headers[header].Take(2).ToArray();
        value = values is [{ } only] ? only : "";
        return value.Length > 0;
    }
}
