using Incidents.Application.Http;

namespace Incidents.Application.LinkPages;

/// <summary>A request for a link as it arrived, before anything of it is believed.</summary>
/// <param name="Method">As sent.</param>
/// <param name="Token">What stood in the address; a secret if it is right.</param>
/// <param name="ContentType">As sent; null when there was none.</param>
/// <param name="Body">The bytes on the wire; null when they could not be recovered.</param>
public sealed record LinkRequest(string Method, string? Token, string? ContentType, ReadOnlyMemory<byte>? Body)
{
    /// <summary>The page that posts, as browsers name it; null when the request names none.</summary>
    public string? Origin { get; init; }

    /// <summary>How that page stands to this one, `Sec-Fetch-Site`; null where browsers do not say.</summary>
    public string? FetchSite { get; init; }

    /// <summary>The name this request was sent to.</summary>
    public string? Host { get; init; }

    /// <summary>Whether it was sent by a page of another site. A program names no page at all.</summary>
    public bool IsFromAnotherSite => FetchSite is not (null or "same-origin" or "none")
        || (Origin == HiddenOrigin ? FetchSite != "same-origin" : Origin is not null && !(Uri.TryCreate(Origin, UriKind.Absolute, out var page) && page.Authority == Host));

    /// <summary>Takes a request in the form of API Gateway (payload 2.0), which encodes some bodies.</summary>
    /// <param name="headers">Names in any case.</param>
    public static LinkRequest FromGateway(string method, string? token, IEnumerable<KeyValuePair<string, string>>? headers, string? body, bool isBase64Encoded) =>
        new(method, token, Header("content-type", headers), GatewayBody.Read(body, isBase64Encoded))
        {
            Origin = Header("origin", headers),
            FetchSite = Header("sec-fetch-site", headers),
            Host = Header("host", headers),
        };

    /// <summary>Without the token, so that no log gets hold of it.</summary>
    public override string ToString() => $"{Method} of a link";

    /// <summary>What browsers send where the page is not to be named.</summary>
    private const string HiddenOrigin = "null";

    private static string? Header(string name, IEnumerable<KeyValuePair<string, string>>? headers) =>
        headers?.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
}
