using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Incidents.Adapters.Http;

namespace Incidents.Adapters.Aws;

/// <summary>Finds the name of an error in the places where the protocols put it.</summary>
internal static partial class AwsErrors
{
    // Those that SDKs take for throttling, and SNS's own.
    private static readonly string[] Throttles =
    [
        "BandwidthLimitExceeded", "EC2ThrottledException", "KmsThrottled", "KMSThrottlingException", "PriorRequestNotComplete", "ProvisionedThroughputExceededException", "RequestLimitExceeded",
        "RequestThrottled", "RequestThrottledException", "SlowDown", "Throttled", "ThrottledException", "Throttling", "ThrottlingException", "TooManyRequestsException", "TooManyUpdates",
    ];

    public static AwsCallException Read(HttpResponseMessage response, byte[] body)
    {
        var code = InHeader(response) ?? InJson(body) ?? InXml(body) ?? string.Create(CultureInfo.InvariantCulture, $"http_{(int)response.StatusCode}");
        var mayPass = response.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests || Throttles.Contains(code);
        return new AwsCallException(code, mayPass, retryAfter: RetryAfter.In(response));
    }

    private static string? InHeader(HttpResponseMessage response) =>
        response.Headers.TryGetValues("x-amzn-ErrorType", out var values) ? Bare(values.First()) : null;

    private static string? InJson(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("__type", out var type)
                && type.ValueKind == JsonValueKind.String
                    ? Bare(type.GetString()!)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? InXml(byte[] body) =>
        XmlCode().Match(Encoding.UTF8.GetString(body)) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>`AccessDenied` of `com.amazonaws.ssm#AccessDenied:http://…`; null for what is no name.</summary>
    private static string? Bare(string type)
    {
        var name = type[(type.IndexOf('#', StringComparison.Ordinal) + 1)..].Split(':')[0];
        return name.Length is > 0 and <= 100 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '.') ? name : null;
    }

    [GeneratedRegex("<Code>([A-Za-z0-9.]{1,100})</Code>", RegexOptions.NonBacktracking)]
    private static partial Regex XmlCode();
}
