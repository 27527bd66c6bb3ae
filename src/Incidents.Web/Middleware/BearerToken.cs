using System.Security.Cryptography;
using System.Text;
using Incidents.Web.Settings;
using Microsoft.AspNetCore.Http;

namespace Incidents.Web.Middleware;

/// <summary>The one secret that opens the API.</summary>
internal sealed class BearerToken(WebSettings settings)
{
    private const string Scheme = "Bearer ";

    private readonly byte[] expected = Digest(settings.ApiToken);

    /// <summary>Compared as hashes of one length, in a time that tells nothing about how much of it was right.</summary>
    public bool IsSent(HttpRequest request) =>
        request.Headers.Authorization is [{ } header]
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Digest(header[Scheme.Length..].Trim()), expected);

    private static byte[] Digest(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
