using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;
using NodaTime;

namespace Incidents.Adapters.Aws;

/// <summary>Signs requests to AWS, Signature Version 4, in the header: the arithmetic is the SDK's.</summary>
/// <remarks>
/// Every header that is set here or there before is signed, so nothing may be added after it. Paths are those
/// that encoding would not change, and so is the one parameter that a query string has at most.
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
/// </remarks>
internal static class AwsSignature
{
    public static void Sign(HttpRequestMessage request, byte[] body, AwsEndpoint scope, ImmutableCredentials credentials, Instant now)
    {
        var signedAt = now.ToDateTimeUtc();
        request.Headers.Host = request.RequestUri!.Authority;
        request.Headers.Add("X-Amz-Date", signedAt.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        if (credentials.UseToken)
        {
            request.Headers.Add("X-Amz-Security-Token", credentials.Token);
        }

        var headers = Canonical(request);
        var names = string.Join(';', headers.Select(header => header.Name));
        var canonical = string.Join('\n', [request.Method.Method, request.RequestUri.AbsolutePath, request.RequestUri.Query.TrimStart('?'), .. headers.Select(h => $"{h.Name}:{h.Value}"), "", names, Hash(body)]);
        var signature = AWS4Signer.ComputeSignature(credentials, scope.Region, signedAt, scope.Service, names, canonical);
        request.Headers.TryAddWithoutValidation("Authorization", signature.ForAuthorizationHeader);
    }

    private static List<(string Name, string Value)> Canonical(HttpRequestMessage request) =>
    [
        .. request.Headers
            .Concat(request.Content?.Headers.Where(header => header.Key == "Content-Type") ?? [])
            .Select(header => (Name: header.Key.ToLowerInvariant(), Value: string.Join(',', header.Value)))
            .OrderBy(header => header.Name, StringComparer.Ordinal),
    ];

    private static string Hash(byte[] body) => Convert.ToHexStringLower(AWS4Signer.ComputeHash(body));
}
